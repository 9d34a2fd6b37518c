// Where training starts: u from chance, the model before anything is learnt, and the pairs that can teach something under it.
import { type ScoringModel, tabulateWeights, type WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { countPairs, countRecords } from "./countPairs.ts";
import type { UEstimate } from "./estimateU.ts";
import { createInitialModel } from "./initialModel.ts";
import type { TrainingCrew } from "./trainingCrew.ts";

export interface StartOfTraining {
  readonly u: UEstimate;
  readonly initial: ScoringModel;
  /** Of all records, identical ones told apart, and their pairs that may be compared. */
  readonly size: { readonly recordCount: number; readonly pairCount: number };
  /** Without households, twins and neighbours: what agrees in everything is to stand above what agrees in all but the address. */
  readonly tables: WeightTables;
  /** Natural log odds under these tables; pairs that do not exceed it are strangers to any model, u being fixed. */
  readonly floor: number;
}

/** Pairs whose log odds of being one person or one household stay below this at the start are taken for strangers. */
const informativeFloor = -12;

/** @param population all records, of which the crew's are a sample */
export async function startTraining(
  crew: TrainingCrew,
  population: StandardRecords,
  options: { readonly seed: number; readonly acrossOnly: boolean },
): Promise<StartOfTraining> {
  const u = await crew.estimateU(options);
  const size = { recordCount: countRecords(population), pairCount: countPairs(population, options.acrossOnly) };
  const initial = createInitialModel(crew.comparisons, u, size);
  const householdGain = Math.log(Math.max(initial.householdPrior, 1e-12) / initial.prior);
  return {
    u,
    initial,
    size,
    tables: tabulateWeights({ ...initial, householdPrior: 0, twinPrior: 0, neighbourPrior: 0 }),
    floor: informativeFloor - 6 - Math.max(0, householdGain),
  };
}
