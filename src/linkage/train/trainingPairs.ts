// Candidate pairs with their evidence, kept for training alone: a sample of known rate, drawn by record so that a pair
// is in it or not whatever number of rules it meets under.
import { assert } from "../../shared/assert.ts";
import { mixBits } from "../../shared/hashText.ts";
import type { BlockingRule } from "../block/blockingRule.ts";
import { forEachBlock, sortKeys } from "../block/blockStream.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import type { PairEvidence } from "../compare/pairEvidence.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

export interface TrainingPairs {
  readonly count: number;
  readonly comparisonCount: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** count · comparisonCount, row by row. */
  readonly levels: Uint8Array;
  readonly logUAdjust: Float64Array;
  /** Per pair the number of pairs of records that it stands for. */
  readonly weights: Float64Array;
  /** Rules under which pair i meets: rules[ruleOffsets[i] … ruleOffsets[i + 1]). */
  readonly ruleOffsets: Uint32Array;
  readonly rules: Uint16Array;
  /** Share of all candidate pairs that were looked at. */
  readonly rate: number;
}

export interface TrainingPairOptions {
  readonly rules: readonly BlockingRule[];
  /** Candidate pairs of all rules, as measured. */
  readonly candidatePairCount: number;
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
  /** Most candidate pairs to compare. */
  readonly pairsMax: number;
  /** False for pairs that no model would take for one person or one household: they teach nothing, u being fixed. */
  readonly isInformative: (evidence: PairEvidence) => boolean;
}

/** Rules are written into the same number as the pair while pairs are gathered: rows² · rulesMax stays below 2^53. */
const rulesMax = 2048;
const rowsMax = 2_000_000;

export function collectTrainingPairs(
  records: StandardRecords,
  comparer: PairComparer,
  options: TrainingPairOptions,
): TrainingPairs {
  assert(options.rules.length <= rulesMax && records.recordCount <= rowsMax, "pairs and rules fit into one number");
  const rate = Math.min(1, options.pairsMax / Math.max(1, options.candidatePairCount));
  const meetings = gatherMeetings(records, options, rate);
  const comparisonCount = comparer.comparisons.length;
  const kept: number[] = [];
  const ruleOffsets: number[] = [0];
  const rules: number[] = [];
  let levels = new Uint8Array(1 << 16);
  let adjusts = new Float64Array(1 << 16);
  let filled = 0;
  for (let i = 0; i < meetings.length; ) {
    const pair = Math.floor(meetings[i]! / rulesMax);
    const from = i;
    while (i < meetings.length && Math.floor(meetings[i]! / rulesMax) === pair) i += 1;
    const left = Math.floor(pair / records.recordCount);
    const evidence = comparer.compare(left, pair - left * records.recordCount);
    if (!options.isInformative(evidence)) continue;
    if (filled + comparisonCount > levels.length) {
      levels = copyInto(levels, new Uint8Array(levels.length * 2));
      adjusts = copyInto(adjusts, new Float64Array(adjusts.length * 2));
    }
    levels.set(evidence.levels, filled);
    adjusts.set(evidence.logUAdjust, filled);
    filled += comparisonCount;
    kept.push(pair);
    for (let at = from; at < i; at += 1) {
      const rule = meetings[at]! % rulesMax;
      if (at === from || rule !== meetings[at - 1]! % rulesMax) rules.push(rule);
    }
    ruleOffsets.push(rules.length);
  }
  return {
    count: kept.length,
    comparisonCount,
    left: Int32Array.from(kept, (pair) => Math.floor(pair / records.recordCount)),
    right: Int32Array.from(kept, (pair) => pair % records.recordCount),
    levels: levels.slice(0, filled),
    logUAdjust: adjusts.slice(0, filled),
    weights: Float64Array.from(kept, (pair) => weighPair(records, pair)),
    ruleOffsets: Uint32Array.from(ruleOffsets),
    rules: Uint16Array.from(rules),
    rate,
  };
}

function copyInto<T extends Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Pairs of records that a pair of rows stands for; of a row with itself, the pairs among its identical records. */
function weighPair({ recordCount, multiplicity }: StandardRecords, pair: number): number {
  if (multiplicity === null) return 1;
  const left = Math.floor(pair / recordCount);
  const right = pair - left * recordCount;
  const count = multiplicity[left]!;
  return left === right ? (count * (count - 1)) / 2 : count * multiplicity[right]!;
}

/** (left · recordCount + right) · rulesMax + rule of each meeting, ascending. */
function gatherMeetings(records: StandardRecords, options: TrainingPairOptions, rate: number): Float64Array {
  const { recordCount, sourceOf, multiplicity } = records;
  const limit = rate * 4294967296;
  const isSampled = (record: number): boolean => rate >= 1 || mixBits(record + 0x2545f491) < limit;
  let meetings = new Float64Array(1 << 16);
  let count = 0;
  const push = (left: number, right: number, rule: number): void => {
    if (options.acrossOnly && sourceOf[left] === sourceOf[right]) return;
    if (count === meetings.length) meetings = copyInto(meetings, new Float64Array(count * 2));
    meetings[count] = (left * recordCount + right) * rulesMax + rule;
    count += 1;
  };
  options.rules.forEach((rule, ruleIndex) => {
    if (rule.atoms.length === 0) {
      for (let left = 0; left < recordCount; left += 1) {
        if (isSampled(left)) for (let right = left + 1; right < recordCount; right += 1) push(left, right, ruleIndex);
      }
      return;
    }
    const sorted = sortKeys(records, rule, { index: 0, count: 1 });
    forEachBlock(sorted, (from, to) => {
      if (to - from > options.blockSizeMax) return;
      for (let i = from; i < to; i += 1) {
        const left = sorted.records[i]!;
        if (!isSampled(left)) continue;
        for (let j = i + 1; j < to; j += 1) {
          if (sorted.records[j]! !== left) push(left, sorted.records[j]!, ruleIndex);
        }
      }
    });
  });
  for (let row = 0; multiplicity !== null && row < recordCount; row += 1) {
    if (multiplicity[row]! > 1 && isSampled(row)) push(row, row, 0);
  }
  return meetings.subarray(0, count).sort();
}
