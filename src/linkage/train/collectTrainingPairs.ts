// The candidate pairs that training looks at: all that meet under telling rules, where nearly all matches are, and of those
// that meet under other rules alone a sample of known rate, drawn by record so that a pair is in it or not whatever number
// of rules it meets under. Which rules are telling the sample itself says (tellingRules.ts).
import { mixBits } from "../../shared/hashText.ts";
import { sharedUint8 } from "../../shared/sharedArrays.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { type Meetings, rulesMax } from "./meetings.ts";
import { chooseTellingRules } from "./tellingRules.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import { joinTrainingPairs, type TrainingPairs, takeTrainingPairs } from "./trainingPairs.ts";

export interface TrainingPairOptions {
  /** Cheapest first. */
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  /** Meetings of candidate pairs, repeats under other rules included, up to which all are looked at. */
  readonly pairsMax: number;
  /** Pairs whose log odds under these tables do not exceed the floor teach nothing, and are left out. */
  readonly tables: WeightTables;
  readonly floor: number;
}

/** Of `pairsMax` the meetings in the sample, and those that the telling rules may make. */
const sampleShare = 0.25;
const tellingShare = 0.25;

export async function collectTrainingPairs(crew: TrainingCrew, options: TrainingPairOptions): Promise<TrainingPairs> {
  const { blockSizeMax, acrossOnly, tables, floor, pairsMax } = options;
  const rules = options.rules.map(({ rule }) => rule);
  const { recordCount } = crew.records;
  const meetingCount = options.rules.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  if (meetingCount <= pairsMax) {
    const meetings = await crew.meet(rules, { blockSizeMax, acrossOnly, isSampled: null });
    return crew.compare(meetings, { tables, floor, standsFor: 1 });
  }
  const rate = (sampleShare * pairsMax) / meetingCount;
  const isSampled = drawRecords(rate, recordCount);
  const sampled = await crew.meet(rules, { blockSizeMax, acrossOnly, isSampled });
  const sample = await crew.compare(sampled, { tables, floor, standsFor: 1 / rate });
  const met = { pairs: sample, meetings: sampled };
  const telling = chooseTellingRules(options.rules, met, tellingShare * pairsMax);
  const meetings = await crew.meet(
    telling.map((place) => rules[place]!),
    { blockSizeMax, acrossOnly, isSampled: null },
  );
  const comparing = crew.compareParts(meetings, { tables, floor, standsFor: 1 });
  const others = leaveOutTold(sample, sampled, telling, recordCount);
  return joinTrainingPairs([...(await comparing), others], crew.comparisons.length);
}

/** Drawn by place, so that the same records give the same sample. */
function drawRecords(rate: number, recordCount: number): Uint8Array {
  const limit = rate * 4294967296;
  const isSampled = sharedUint8(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    isSampled[record] = mixBits(record + 0x2545f491) < limit ? 1 : 0;
  }
  return isSampled;
}

/** The pairs of the sample that meet under no telling rule; a row with itself meets under any. */
function leaveOutTold(
  sample: TrainingPairs,
  { offsets, keys }: Meetings,
  telling: readonly number[],
  recordCount: number,
): TrainingPairs {
  const isTelling = new Uint8Array(rulesMax);
  for (const rule of telling) isTelling[rule] = 1;
  // The left record, from 1, that a record was last told beside.
  const told = new Int32Array(recordCount);
  const others: number[] = [];
  for (let pair = 0, last = -1; pair < sample.count; pair += 1) {
    const [left, right] = [sample.left[pair]!, sample.right[pair]!];
    for (let at = offsets[left]!; left !== last && at < offsets[left + 1]!; at += 1) {
      if (isTelling[keys[at]! % rulesMax] === 1) told[Math.floor(keys[at]! / rulesMax)] = left + 1;
    }
    last = left;
    if (left !== right && told[right] !== left + 1) others.push(pair);
  }
  return takeTrainingPairs(sample, others);
}
