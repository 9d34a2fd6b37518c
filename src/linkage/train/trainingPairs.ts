// Candidate pairs with their evidence, kept for training alone: a sample of known rate, drawn by record so that a pair
// is in it or not whatever number of rules it meets under.
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

export function collectTrainingPairs(
  records: StandardRecords,
  comparer: PairComparer,
  options: TrainingPairOptions,
): TrainingPairs {
  const rate = Math.min(1, options.pairsMax / Math.max(1, options.candidatePairCount));
  const pairs = samplePairs(records, options, rate);
  const comparisonCount = comparer.comparisons.length;
  const kept: number[] = [];
  let levels = new Uint8Array(1 << 16);
  let adjusts = new Float64Array(1 << 16);
  let filled = 0;
  for (const pair of pairs) {
    const left = Math.floor(pair / records.recordCount);
    const evidence = comparer.compare(left, pair - left * records.recordCount);
    if (!options.isInformative(evidence)) continue;
    if (filled + comparisonCount > levels.length) {
      const wider = new Uint8Array(levels.length * 2);
      wider.set(levels);
      levels = wider;
      const longer = new Float64Array(adjusts.length * 2);
      longer.set(adjusts);
      adjusts = longer;
    }
    levels.set(evidence.levels, filled);
    adjusts.set(evidence.logUAdjust, filled);
    filled += comparisonCount;
    kept.push(pair);
  }
  return {
    count: kept.length,
    comparisonCount,
    left: Int32Array.from(kept, (pair) => Math.floor(pair / records.recordCount)),
    right: Int32Array.from(kept, (pair) => pair % records.recordCount),
    levels: levels.slice(0, filled),
    logUAdjust: adjusts.slice(0, filled),
    weights: Float64Array.from(kept, (pair) => weighPair(records, pair)),
    rate,
  };
}

/** Pairs of records that a pair of rows stands for; of a row with itself, the pairs among its identical records. */
function weighPair({ recordCount, multiplicity }: StandardRecords, pair: number): number {
  if (multiplicity === null) return 1;
  const left = Math.floor(pair / recordCount);
  const right = pair - left * recordCount;
  const count = multiplicity[left]!;
  return left === right ? (count * (count - 1)) / 2 : count * multiplicity[right]!;
}

/** Distinct pairs as left · recordCount + right, ascending. */
function samplePairs(records: StandardRecords, options: TrainingPairOptions, rate: number): Float64Array {
  const { recordCount, sourceOf } = records;
  const limit = rate * 4294967296;
  const isSampled = (record: number): boolean => rate >= 1 || mixBits(record + 0x2545f491) < limit;
  let pairs = new Float64Array(1 << 16);
  let count = 0;
  const push = (left: number, right: number): void => {
    if (options.acrossOnly && sourceOf[left] === sourceOf[right]) return;
    if (count === pairs.length) {
      const wider = new Float64Array(count * 2);
      wider.set(pairs);
      pairs = wider;
    }
    pairs[count] = left * recordCount + right;
    count += 1;
  };
  for (const rule of options.rules) {
    if (rule.atoms.length === 0) {
      for (let left = 0; left < recordCount; left += 1) {
        if (isSampled(left)) for (let right = left + 1; right < recordCount; right += 1) push(left, right);
      }
      continue;
    }
    const sorted = sortKeys(records, rule, { index: 0, count: 1 });
    forEachBlock(sorted, (from, to) => {
      if (to - from > options.blockSizeMax) return;
      for (let i = from; i < to; i += 1) {
        const left = sorted.records[i]!;
        if (!isSampled(left)) continue;
        for (let j = i + 1; j < to; j += 1) if (sorted.records[j]! !== left) push(left, sorted.records[j]!);
      }
    });
  }
  for (let row = 0; records.multiplicity !== null && row < recordCount; row += 1) {
    if (records.multiplicity[row]! > 1 && isSampled(row)) push(row, row);
  }
  return distinct(pairs.subarray(0, count).sort());
}

function distinct(sorted: Float64Array): Float64Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[kept] = sorted[i]!;
    kept += 1;
  }
  return sorted.subarray(0, kept);
}
