// Blocks of one rule: records sorted by key, runs of equal keys handed out one after another. Nothing is stored a pair.
import { mixBits } from "../../shared/hashText.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type BlockingRule, KeyMaker } from "./blockingRule.ts";

/** Entries sorted by key, and by record within a key. */
export interface SortedKeys {
  readonly keys: Uint32Array;
  readonly records: Int32Array;
}

export interface Partition {
  readonly index: number;
  readonly count: number;
}

/**
 * The keys of all records under a rule, sorted. With a partition, only the keys that fall in it (by their own hash), so
 * that a run needs memory for one partition at a time.
 */
export function sortKeys(records: StandardRecords, rule: BlockingRule, partition: Partition): SortedKeys {
  return sortMadeKeys(new KeyMaker(records, rule), records.recordCount, partition);
}

/** What gives a record's keys: `make` writes them to the beginning of `keys`, distinct, and returns their number. */
export interface KeySource {
  readonly keys: Uint32Array;
  make(record: number): number;
}

/** As sortKeys, of the records 0 … recordCount − 1 with the keys that `maker` gives them. */
export function sortMadeKeys(maker: KeySource, recordCount: number, partition: Partition): SortedKeys {
  let capacity = Math.ceil((recordCount * 1.1) / partition.count) + 1024;
  let keys = new Uint32Array(capacity);
  let owners = new Int32Array(capacity);
  let count = 0;
  for (let record = 0; record < recordCount; record += 1) {
    const made = maker.make(record);
    for (let i = 0; i < made; i += 1) {
      const key = maker.keys[i]!;
      if (partition.count > 1 && mixBits(key ^ 0x5bd1e995) % partition.count !== partition.index) continue;
      if (count === capacity) {
        capacity *= 2;
        keys = grow(keys, new Uint32Array(capacity));
        owners = grow(owners, new Int32Array(capacity));
      }
      keys[count] = key;
      owners[count] = record;
      count += 1;
    }
  }
  return radixSort(keys.subarray(0, count), owners.subarray(0, count));
}

function grow<T extends Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Least-significant-digit radix sort, stable, three passes of 11 bits. */
function radixSort(keys: Uint32Array, records: Int32Array): SortedKeys {
  let fromKeys: Uint32Array = keys;
  let fromRecords: Int32Array = records;
  let toKeys: Uint32Array = new Uint32Array(keys.length);
  let toRecords: Int32Array = new Int32Array(keys.length);
  for (const shift of [0, 11, 22]) {
    const starts = new Uint32Array(2049);
    for (let i = 0; i < fromKeys.length; i += 1) starts[((fromKeys[i]! >>> shift) & 2047) + 1]! += 1;
    for (let digit = 0; digit < 2048; digit += 1) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < fromKeys.length; i += 1) {
      const digit = (fromKeys[i]! >>> shift) & 2047;
      const to = starts[digit]!;
      starts[digit] = to + 1;
      toKeys[to] = fromKeys[i]!;
      toRecords[to] = fromRecords[i]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromRecords, toRecords] = [toRecords, fromRecords];
  }
  return { keys: fromKeys, records: fromRecords };
}

/** Calls `visit` with the range [from, to) of each run of equal keys of at least two entries. */
export function forEachBlock({ keys }: SortedKeys, visit: (from: number, to: number) => void): void {
  let from = 0;
  for (let i = 1; i <= keys.length; i += 1) {
    if (i < keys.length && keys[i] === keys[from]) continue;
    if (i - from > 1) visit(from, i);
    from = i;
  }
}
