// Checks the part of a model document that says what it was trained on; no score depends on it.
import type { TrainingFacts } from "../model.ts";
import type { TrainingRound } from "../train/maximiseExpectation.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";

const keys = [
  "recordCount",
  "sourceCount",
  "pairCount",
  "candidatePairCount",
  "trainingPairCount",
  "expectedMatches",
  "seed",
  "trainedOn",
  "rounds",
  "notes",
] as const satisfies readonly (keyof TrainingFacts)[];

/** Reads `training`; mistakes are noted in the place. */
export function readTrainingFacts(place: JsonPlace): TrainingFacts {
  const entry = place.required().fields(keys);
  const count = (key: JsonPlace): number => key.required().number({ min: 0 }) ?? 0;
  const trainedOn = entry.trainedOn.required().text() ?? "";
  if (trainedOn !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(trainedOn)) entry.trainedOn.note("must be a day as YYYY-MM-DD");
  return {
    recordCount: count(entry.recordCount),
    sourceCount: count(entry.sourceCount),
    pairCount: count(entry.pairCount),
    candidatePairCount: count(entry.candidatePairCount),
    trainingPairCount: count(entry.trainingPairCount),
    expectedMatches: count(entry.expectedMatches),
    seed: count(entry.seed),
    trainedOn,
    rounds: (entry.rounds.required().items() ?? []).map(readRound),
    notes: entry.notes.required().texts() ?? [],
  };
}

function readRound(place: JsonPlace): TrainingRound {
  const { round, prior, largestChange } = place.required().fields(["round", "prior", "largestChange"]);
  return {
    round: round.required().number({ min: 0 }) ?? 0,
    prior: prior.required().number({ min: 0, max: 1 }) ?? 0,
    largestChange: largestChange.required().number({ min: 0 }) ?? 0,
  };
}
