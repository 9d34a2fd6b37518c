// One training pair in some, drawn by its place, standing for as many more.
import { mixBits } from "../../shared/hashText.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export function thinPairs(pairs: TrainingPairs, every: number): TrainingPairs {
  const { comparisonCount: width } = pairs;
  const kept: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) if (mixBits(pair ^ 0x7f4a7c15) % every === 0) kept.push(pair);
  const levels = new Uint8Array(kept.length * width);
  const logUAdjust = new Float64Array(kept.length * width);
  kept.forEach((pair, index) => {
    levels.set(pairs.levels.subarray(pair * width, (pair + 1) * width), index * width);
    logUAdjust.set(pairs.logUAdjust.subarray(pair * width, (pair + 1) * width), index * width);
  });
  return {
    count: kept.length,
    comparisonCount: width,
    left: Int32Array.from(kept, (pair) => pairs.left[pair]!),
    right: Int32Array.from(kept, (pair) => pairs.right[pair]!),
    levels,
    logUAdjust,
    weights: Float64Array.from(kept, (pair) => pairs.weights[pair]! * every),
    standsFor: Float64Array.from(kept, (pair) => pairs.standsFor[pair]! * every),
  };
}
