// Records that share an atom, block by block: what the blocks of every rule are made of. Records that are alone with what
// they have are in no block, and no second atom brings them into one.
import { sharedInt32, sharedUint32 } from "../../shared/sharedArrays.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Atom } from "./atoms.ts";
import { createRule } from "./blockingRule.ts";
import { forEachBlock, type SortedKeys, sortKeys } from "./blockStream.ts";
import { isFlat } from "./flatAtoms.ts";

/** Blocks of at least two records. */
export interface Blocks {
  readonly count: number;
  /** Records of block b: records[offsets[b]] … records[offsets[b + 1] − 1], ascending. */
  readonly records: Int32Array;
  readonly offsets: Uint32Array;
}

/** In shared memory, but for small ones. */
export interface AtomBlocks extends Blocks {
  /** Per record its block, −1 for none; null where a record may be in several. */
  readonly blockOf: Int32Array | null;
}

export function groupByAtom(records: StandardRecords, atom: Atom): AtomBlocks {
  const blocks = groupByKey(sortKeys(records, createRule([atom]), { index: 0, count: 1 }));
  if (!isFlat(atom)) return { ...blocks, blockOf: null };
  const blockOf = sharedInt32(records.recordCount).fill(-1);
  for (let block = 0; block < blocks.count; block += 1) {
    for (let i = blocks.offsets[block]!; i < blocks.offsets[block + 1]!; i += 1) blockOf[blocks.records[i]!] = block;
  }
  return { ...blocks, blockOf };
}

/** The runs of equal keys of at least two records, and the key of each. */
export function groupByKey(sorted: SortedKeys): Blocks & { readonly keys: Uint32Array } {
  let count = 0;
  let size = 0;
  forEachBlock(sorted, (from, to) => {
    count += 1;
    size += to - from;
  });
  const records = sharedInt32(size);
  const offsets = sharedUint32(count + 1);
  const keys = new Uint32Array(count);
  let block = 0;
  forEachBlock(sorted, (from, to) => {
    const start = offsets[block]!;
    keys[block] = sorted.keys[from]!;
    records.set(sorted.records.subarray(from, to), start);
    block += 1;
    offsets[block] = start + to - from;
  });
  return { count, records, offsets, keys };
}
