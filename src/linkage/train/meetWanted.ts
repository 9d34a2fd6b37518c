// Which of some pairs meet under a rule. Of a rule that puts a record into one block at most, the blocks of its atoms are
// compared for each pair; listing whom the records meet at all would be a hundred times as much.
import type { AtomBlocks, Blocks } from "../block/atomBlocks.ts";
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

/** The rule that is asked about. */
export interface WantedRule {
  /** Of its atoms; none for the rule under which all pairs meet. */
  readonly atoms: readonly AtomBlocks[];
  /** Makes the blocks of a rule of one atom or more. */
  readonly divide: () => Blocks;
}

/** Places of the pairs that meet, ascending. */
export function meetWanted(
  { recordCount, sourceOf }: StandardRecords,
  { atoms, divide }: WantedRule,
  wanted: WantedPairs,
  { blockSizeMax, acrossOnly }: WantedOptions,
): Int32Array {
  const { left, right } = wanted;
  const isMet = new Uint8Array(left.length);
  if (atoms.length === 0) isMet.fill(1);
  else if (atoms.some(({ blockOf }) => blockOf === null)) markMembers(isMet, divide(), wanted, blockSizeMax);
  else if (!markShared(isMet, atoms, wanted, blockSizeMax)) {
    isMet.fill(0);
    markEqual(isMet, placeRecords(divide(), recordCount, blockSizeMax), wanted);
  }
  const met = new Int32Array(left.length);
  let count = 0;
  for (let pair = 0; pair < left.length; pair += 1) {
    if (isMet[pair] === 0 || (acrossOnly && sourceOf[left[pair]!] === sourceOf[right[pair]!])) continue;
    met[count] = pair;
    count += 1;
  }
  return met.slice(0, count);
}

/**
 * Marks the pairs that share a block of every atom, where the records that share all of these are few enough. Of most pairs one
 * atom's block alone says so. @returns false where so many would have to be counted that the marks are of no use
 */
function markShared(
  isMet: Uint8Array,
  atoms: readonly AtomBlocks[],
  { left, right }: WantedPairs,
  sizeMax: number,
): boolean {
  // Counting more records than the atom has that has fewest in blocks is dearer than dividing its blocks.
  let rest = Math.min(...atoms.map(({ records }) => records.length));
  for (let pair = 0; pair < left.length; pair += 1) {
    const smallest = smallestShared(atoms, left[pair]!, right[pair]!);
    if (smallest === null) continue;
    const size = sizeOf(smallest, left[pair]!);
    if (size > sizeMax) {
      rest -= size;
      if (rest < 0) return false;
      if (countShared(atoms, smallest, left[pair]!) > sizeMax) continue;
    }
    isMet[pair] = 1;
  }
  return true;
}

/** The atom whose block the two share is smallest; null where they do not share a block of each. */
function smallestShared(atoms: readonly AtomBlocks[], left: number, right: number): AtomBlocks | null {
  let smallest: AtomBlocks | null = null;
  for (let i = 0; i < atoms.length; i += 1) {
    const { blockOf } = atoms[i]!;
    if (blockOf![left]! < 0 || blockOf![left] !== blockOf![right]) return null;
    if (smallest === null || sizeOf(atoms[i]!, left) < sizeOf(smallest, left)) smallest = atoms[i]!;
  }
  return smallest;
}

const sizeOf = ({ blockOf, offsets }: AtomBlocks, record: number): number =>
  offsets[blockOf![record]! + 1]! - offsets[blockOf![record]!]!;

/** Records of the smallest of the record's blocks that share the others too. */
function countShared(atoms: readonly AtomBlocks[], smallest: AtomBlocks, record: number): number {
  const { blockOf, offsets, records } = smallest;
  let count = 0;
  const to = offsets[blockOf![record]! + 1]!;
  for (let at = offsets[blockOf![record]!]!; at < to; at += 1) {
    if (atoms.every((atom) => atom.blockOf![records[at]!] === atom.blockOf![record])) count += 1;
  }
  return count;
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
