// Counts pairs of records by group without enumerating them: of each cluster, the pairs that hold a record of the group,
// and how many of these the other partition holds together too. Both partitions are walked in order, in linear time.
import { assert } from "../../../shared/assert.ts";

/** Sums over clusters, per group, and in the last place for all pairs. */
export interface PairTally {
  /** Pairs in clusters that hold a record of the group; those that the other partition holds together too. */
  readonly pairs: Float64Array;
  readonly shared: Float64Array;
  /** Sums of squares and products of the two over clusters: pairs of one cluster stand and fall together. */
  readonly pairsSquared: Float64Array;
  readonly sharedSquared: Float64Array;
  readonly products: Float64Array;
}

export interface TallyInput {
  /** Records to count. */
  readonly records: Int32Array;
  readonly groupOf: Uint8Array;
  readonly groupCount: number;
  /** Where only pairs of different sources count; else null. */
  readonly sourceOf: ArrayLike<number> | null;
}

/** Pairs within clusters of `outerOf`; codes from 0, the largest below the number of all records by far. */
export function tallyPairs(outerOf: Int32Array, innerOf: Int32Array, input: TallyInput): PairTally {
  const { groupCount } = input;
  const empty = (): Float64Array => new Float64Array(groupCount + 1);
  const tally: PairTally = {
    pairs: empty(),
    shared: empty(),
    pairsSquared: empty(),
    sharedSquared: empty(),
    products: empty(),
  };
  const order = sortByCode(sortByCode(input.records, innerOf), outerOf);
  const pairs = empty();
  const shared = empty();
  for (let from = 0; from < order.length; ) {
    const to = endOfRun(order, outerOf, from, order.length);
    if (to - from > 1) {
      pairs.fill(0);
      shared.fill(0);
      addTouching(order, from, to, input, pairs);
      for (let start = from; start < to; ) {
        const end = endOfRun(order, innerOf, start, to);
        addTouching(order, start, end, input, shared);
        start = end;
      }
      for (let group = 0; group <= groupCount; group += 1) {
        const [y, x] = [pairs[group]!, shared[group]!];
        tally.pairs[group]! += y;
        tally.shared[group]! += x;
        tally.pairsSquared[group]! += y * y;
        tally.sharedSquared[group]! += x * x;
        tally.products[group]! += x * y;
      }
    }
    from = to;
  }
  return tally;
}

function endOfRun(order: Int32Array, codeOf: Int32Array, from: number, limit: number): number {
  let to = from + 1;
  while (to < limit && codeOf[order[to]!] === codeOf[order[from]!]) to += 1;
  return to;
}

/** Counting sort, stable. */
function sortByCode(records: Int32Array, codeOf: Int32Array): Int32Array {
  let most = 0;
  for (const record of records) most = Math.max(most, codeOf[record]!);
  const starts = new Int32Array(most + 2);
  for (const record of records) {
    assert(codeOf[record]! >= 0, "records counted are in both partitions");
    starts[codeOf[record]! + 1]! += 1;
  }
  for (let code = 0; code <= most; code += 1) starts[code + 1]! += starts[code]!;
  const sorted = new Int32Array(records.length);
  for (const record of records) {
    const code = codeOf[record]!;
    sorted[starts[code]!] = record;
    starts[code]! += 1;
  }
  return sorted;
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** Adds the pairs among order[from … to) that hold a record of each group, and all pairs in the last place. */
function addTouching(order: Int32Array, from: number, to: number, input: TallyInput, sums: Float64Array): void {
  if (to - from < 2) return;
  addSigned(order.subarray(from, to), input, sums, 1);
  if (input.sourceOf === null) return;
  const { sourceOf } = input;
  const bySource = Map.groupBy(order.subarray(from, to), (record) => sourceOf[record]!);
  for (const records of bySource.values()) addSigned(records, input, sums, -1);
}

function addSigned(
  records: ArrayLike<number>,
  { groupOf, groupCount }: TallyInput,
  sums: Float64Array,
  sign: 1 | -1,
): void {
  const { length } = records;
  const counts = new Uint32Array(groupCount);
  for (let i = 0; i < length; i += 1) counts[groupOf[records[i]!]!]! += 1;
  const all = pairsOf(length);
  sums[groupCount]! += sign * all;
  for (let group = 0; group < groupCount; group += 1) {
    if (counts[group]! > 0) sums[group]! += sign * (all - pairsOf(length - counts[group]!));
  }
}
