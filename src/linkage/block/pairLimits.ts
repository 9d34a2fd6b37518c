// How many candidate pairs a run may make, by the number of its records: the limits under which rules are kept
// (docs/decisions/0023, 0026).

export interface PairLimits {
  /** Candidate pairs of the chosen rules together (but for the first), whatever they find. */
  readonly pairsMax: number;
  /** Candidate pairs that cost little beside all else that is done for the records. */
  readonly cheapPairs: number;
}

/** Seconds in any file, and less than reading, standardising and writing in a large one. */
const cheapPairsMin = 5_000_000;
const cheapPairsPerRecord = 5;
/** Blocks grow with the file, and a run of ten million records is to cost hardly more a record than one of a million. */
const worthwhilePairsMin = 50_000_000;
const worthwhilePairsPerRecord = 25;

/** @param pairsPerRecordMax as asked for */
export function limitPairs(recordCount: number, pairsPerRecordMax: number): PairLimits {
  const worthwhile = Math.max(worthwhilePairsMin, worthwhilePairsPerRecord * recordCount);
  return {
    pairsMax: Math.min(pairsPerRecordMax * recordCount, worthwhile),
    cheapPairs: Math.max(cheapPairsMin, cheapPairsPerRecord * recordCount),
  };
}

/** Matches a candidate pair that a rule must yield: the next ones would mostly compare strangers. */
export const yieldMin = 2e-5;
/**
 * Beyond the pairs that cost little. Blocks grow with the file, so that the same rules bring ever more strangers a record:
 * they cost time, and the few that agree by chance cost precision.
 */
export const dearYieldMin = 1e-3;
