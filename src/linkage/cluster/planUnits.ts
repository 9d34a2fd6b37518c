// What clustering moves as one: the records of a row, that is identical ones, but for those with a decision, which are
// moved each on its own. So a decision binds the record that it names and no copy of it.
import { type LinkList, LinkListBuilder, mergeLinks } from "../score/linkList.ts";

export interface RowLinks {
  /** Rows are numbered in order of their first record. */
  readonly rowCount: number;
  /** Per record, in canonical order, its row. */
  readonly rowOf: Int32Array;
  /** Between rows. */
  readonly links: LinkList;
}

export interface Units {
  /** Units are numbered in order of their first record. */
  readonly count: number;
  readonly unitOf: Int32Array;
  /** Per unit its row; null where unit and row are one. */
  readonly rowOfUnit: Int32Array | null;
  /** Per unit its records; null where each is one. */
  readonly copies: Uint32Array | null;
  /** Between units. */
  readonly links: LinkList;
}

/**
 * `decided`: records that decisions name. `selfOdds`: natural log odds of a row against itself, asked for rows that a
 * decision takes apart.
 */
export function planUnits(rows: RowLinks, decided: Iterable<number>, selfOdds: (row: number) => number): Units {
  const { rowCount, rowOf, links } = rows;
  if (rowOf.length === rowCount) return { count: rowCount, unitOf: rowOf, rowOfUnit: null, copies: null, links };
  const copies = countCopies(rowOf, rowCount);
  const split = [...decided].filter((record) => copies[rowOf[record]!]! > 1);
  if (split.length === 0) return { count: rowCount, unitOf: rowOf, rowOfUnit: null, copies, links };
  const { unitOf, rowOfUnit } = splitRows(rows, split);
  const unitsOf = listUnits(rowOfUnit, rowCount);
  return {
    count: rowOfUnit.length,
    unitOf,
    rowOfUnit,
    copies: countCopies(unitOf, rowOfUnit.length),
    links: linkUnits(links, unitsOf, rowOfUnit.length, selfOdds),
  };
}

function countCopies(groupOf: Int32Array, count: number): Uint32Array {
  const copies = new Uint32Array(count);
  for (let record = 0; record < groupOf.length; record += 1) copies[groupOf[record]!]! += 1;
  return copies;
}

function splitRows({ rowOf, rowCount }: RowLinks, decided: readonly number[]) {
  const isDecided = new Uint8Array(rowOf.length);
  for (const record of decided) isDecided[record] = 1;
  const unitOf = new Int32Array(rowOf.length);
  const restOf = new Int32Array(rowCount).fill(-1);
  const rowOfUnit: number[] = [];
  for (let record = 0; record < rowOf.length; record += 1) {
    const row = rowOf[record]!;
    if (isDecided[record] === 0 && restOf[row]! >= 0) {
      unitOf[record] = restOf[row]!;
      continue;
    }
    if (isDecided[record] === 0) restOf[row] = rowOfUnit.length;
    unitOf[record] = rowOfUnit.length;
    rowOfUnit.push(row);
  }
  return { unitOf, rowOfUnit: Int32Array.from(rowOfUnit) };
}

/** Units of each row, ascending, as (offsets, units). */
function listUnits(rowOfUnit: Int32Array, rowCount: number) {
  const offsets = new Uint32Array(rowCount + 1);
  for (const row of rowOfUnit) offsets[row + 1]! += 1;
  for (let row = 0; row < rowCount; row += 1) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const units = new Int32Array(rowOfUnit.length);
  for (let unit = 0; unit < rowOfUnit.length; unit += 1) units[next[rowOfUnit[unit]!]!++] = unit;
  return { offsets, units };
}

/**
 * A link of two rows holds for each unit of one and the first of the other, and the units of a row are linked one after
 * another: enough to keep together what the row would have kept, without a product of units.
 */
function linkUnits(
  links: LinkList,
  { offsets, units }: ReturnType<typeof listUnits>,
  unitCount: number,
  selfOdds: (row: number) => number,
): LinkList {
  const builder = new LinkListBuilder();
  const push = (a: number, b: number, odds: number, rule: number): void =>
    builder.push(Math.min(a, b), Math.max(a, b), odds, rule);
  for (let link = 0; link < links.count; link += 1) {
    const [left, right, odds, rule] = [links.left[link]!, links.right[link]!, links.logOdds[link]!, links.rule[link]!];
    const firstLeft = units[offsets[left]!]!;
    const firstRight = units[offsets[right]!]!;
    for (let i = offsets[left]!; i < offsets[left + 1]!; i += 1) push(units[i]!, firstRight, odds, rule);
    for (let i = offsets[right]! + 1; i < offsets[right + 1]!; i += 1) push(firstLeft, units[i]!, odds, rule);
  }
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    for (let i = offsets[row]! + 1; i < offsets[row + 1]!; i += 1) push(units[i - 1]!, units[i]!, selfOdds(row), 0);
  }
  return mergeLinks([builder.finish()], unitCount).links;
}
