// One training pair in some, drawn by its place, standing for as many more.
import { mixBits } from "../../shared/hashText.ts";
import { type TrainingPairs, takeTrainingPairs } from "./trainingPairs.ts";

export function thinPairs(pairs: TrainingPairs, every: number): TrainingPairs {
  const kept: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) if (mixBits(pair ^ 0x7f4a7c15) % every === 0) kept.push(pair);
  const taken = takeTrainingPairs(pairs, kept);
  // In place: a copy would not be in shared memory.
  for (let index = 0; index < taken.count; index += 1) {
    taken.weights[index]! *= every;
    taken.standsFor[index]! *= every;
  }
  return taken;
}
