// The candidate pairs that training looks at: a sample of known rate, drawn by record so that a pair is in it or not
// whatever number of rules it meets under.
import { mixBits } from "../../shared/hashText.ts";
import { sharedUint8 } from "../../shared/sharedArrays.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import type { Thinning } from "./compareMeetings.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface TrainingPairOptions {
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  /** Most meetings of candidate pairs, repeats under other rules included. */
  readonly pairsMax: number;
  /** Pairs whose log odds under these tables do not exceed the floor teach nothing, and are left out. */
  readonly tables: WeightTables;
  readonly floor: number;
}

export async function collectTrainingPairs(crew: TrainingCrew, options: TrainingPairOptions): Promise<TrainingPairs> {
  const { blockSizeMax, acrossOnly, tables, floor } = options;
  const candidatePairCount = options.rules.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  const rate = Math.min(1, options.pairsMax / Math.max(1, candidatePairCount));
  const isSampled = drawRecords(crew.records.recordCount, rate);
  const rules = options.rules.map(({ rule }) => rule);
  const meetings = await crew.meet(rules, { blockSizeMax, acrossOnly, isSampled });
  return crew.compare(meetings, {
    tables,
    floor,
    rate,
    thinning: planThinning(options.rules, crew.records.recordCount),
  });
}

/** Candidate pairs a record, cheapest rules first, whose pairs are all looked at. */
const tellingPairsPerRecord = 64;
/** Records for one step of thinning: of twice as many, one in two pairs of common keys is looked at, of thrice, one in three. */
const recordsPerStep = 25_000;

/**
 * Nearly all matches meet under telling keys too, and are all looked at; under common keys alone, strangers meet. A large
 * file has matches enough for the few that do not, a small one needs each.
 */
function planThinning(rules: readonly MeasuredRule[], recordCount: number): Thinning {
  let left = tellingPairsPerRecord * recordCount;
  const fromRule = rules.findIndex(({ measure }) => {
    left -= measure.pairCount;
    return left < 0;
  });
  return {
    fromRule: fromRule < 0 ? rules.length : fromRule,
    every: Math.max(1, Math.floor(recordCount / recordsPerStep)),
  };
}

/** 1 for the records in the sample: drawn by place, so that the same records give the same sample. */
function drawRecords(recordCount: number, rate: number): Uint8Array {
  const limit = rate * 4294967296;
  const isSampled = sharedUint8(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    isSampled[record] = rate >= 1 || mixBits(record + 0x2545f491) < limit ? 1 : 0;
  }
  return isSampled;
}
