// Which of some pairs meet under a rule. Of a rule that puts a record into one block at most, two blocks are compared for
// each pair; listing whom the records meet at all would be a hundred times as much.
import type { Blocks } from "../block/atomBlocks.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

/** Pairs of records, left before right. */
export interface WantedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Pairs of record r as left one are byLeft[offsets[r]] … byLeft[offsets[r + 1] − 1], places in `left`. */
  readonly offsets: Uint32Array;
  readonly byLeft: Int32Array;
}

export interface WantedOptions {
  /** Blocks of more records are not used. */
  readonly blockSizeMax: number;
  readonly acrossOnly: boolean;
}

export function indexWanted(left: Int32Array, right: Int32Array, recordCount: number): WantedPairs {
  const offsets = new Uint32Array(recordCount + 1);
  for (const record of left) offsets[record + 1]! += 1;
  for (let record = 0; record < recordCount; record += 1) offsets[record + 1]! += offsets[record]!;
  const next = offsets.slice(0, recordCount);
  const byLeft = new Int32Array(left.length);
  left.forEach((record, pair) => {
    byLeft[next[record]!] = pair;
    next[record]! += 1;
  });
  return { left, right, offsets, byLeft };
}

/**
 * Places of the pairs that meet, ascending.
 * @param blocks of the rule; null for one under which all pairs meet
 * @param isWhole true where no record is in more than one of the blocks
 */
export function meetWanted(
  { recordCount, sourceOf }: StandardRecords,
  { blocks, isWhole }: { readonly blocks: Blocks | null; readonly isWhole: boolean },
  wanted: WantedPairs,
  { blockSizeMax, acrossOnly }: WantedOptions,
): Int32Array {
  const { left, right } = wanted;
  const isMet = new Uint8Array(left.length);
  if (blocks === null) isMet.fill(1);
  else if (isWhole) markEqual(isMet, placeRecords(blocks, recordCount, blockSizeMax), wanted);
  else markMembers(isMet, blocks, wanted, blockSizeMax);
  const met = new Int32Array(left.length);
  let count = 0;
  for (let pair = 0; pair < left.length; pair += 1) {
    if (isMet[pair] === 0 || (acrossOnly && sourceOf[left[pair]!] === sourceOf[right[pair]!])) continue;
    met[count] = pair;
    count += 1;
  }
  return met.slice(0, count);
}

/** Per record its block that is used, −1 for none. */
function placeRecords({ count, offsets, records }: Blocks, recordCount: number, sizeMax: number): Int32Array {
  const blockOf = new Int32Array(recordCount).fill(-1);
  for (let block = 0; block < count; block += 1) {
    const to = offsets[block + 1]!;
    if (to - offsets[block]! > sizeMax) continue;
    for (let i = offsets[block]!; i < to; i += 1) blockOf[records[i]!] = block;
  }
  return blockOf;
}

function markEqual(isMet: Uint8Array, blockOf: Int32Array, { left, right }: WantedPairs): void {
  for (let pair = 0; pair < left.length; pair += 1) {
    const block = blockOf[left[pair]!]!;
    if (block >= 0 && block === blockOf[right[pair]!]) isMet[pair] = 1;
  }
}

function markMembers(
  isMet: Uint8Array,
  { count, offsets, records }: Blocks,
  { right, offsets: places, byLeft }: WantedPairs,
  sizeMax: number,
): void {
  // The block that a record was last seen in, from 1.
  const seen = new Int32Array(places.length - 1);
  for (let block = 0; block < count; block += 1) {
    const to = offsets[block + 1]!;
    if (to - offsets[block]! > sizeMax) continue;
    for (let i = offsets[block]!; i < to; i += 1) seen[records[i]!] = block + 1;
    for (let i = offsets[block]!; i < to; i += 1) {
      const record = records[i]!;
      for (let at = places[record]!; at < places[record + 1]!; at += 1) {
        if (seen[right[byLeft[at]!]!] === block + 1) isMet[byLeft[at]!] = 1;
      }
    }
  }
}
