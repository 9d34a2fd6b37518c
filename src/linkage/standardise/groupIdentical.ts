// Which records agree in every comparable field: by a hash table over their rows of codes.
import type { StandardRecords } from "./standardRecords.ts";

export interface IdenticalGroups {
  /** Per member its group; groups are numbered in order of their first member. */
  readonly rowOf: Int32Array;
  /** Per group the place of its first member. */
  readonly firstOf: readonly number[];
}

/** Groups `members`: record indexes in any order, or the number of records for all of them. Expected O(members · stride). */
export function groupIdentical(
  { cells, stride }: Pick<StandardRecords, "cells" | "stride">,
  members: Int32Array | number,
): IdenticalGroups {
  const count = typeof members === "number" ? members : members.length;
  const recordAt = (place: number): number => (typeof members === "number" ? place : members[place]!);
  const rowOf = new Int32Array(count);
  const firstOf: number[] = [];
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))).fill(-1);
  for (let place = 0; place < count; place += 1) {
    const from = recordAt(place) * stride;
    let slot = hashRow(cells, from, stride) & (table.length - 1);
    let row = table[slot]!;
    while (row >= 0 && !isSameRow(cells, recordAt(firstOf[row]!) * stride, from, stride)) {
      slot = (slot + 1) & (table.length - 1);
      row = table[slot]!;
    }
    if (row < 0) {
      row = firstOf.length;
      table[slot] = row;
      firstOf.push(place);
    }
    rowOf[place] = row;
  }
  return { rowOf, firstOf };
}

function hashRow(cells: Int32Array, from: number, stride: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + stride; i += 1) {
    hash = Math.imul(hash ^ cells[i]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function isSameRow(cells: Int32Array, a: number, b: number, stride: number): boolean {
  for (let i = 0; i < stride; i += 1) if (cells[a + i] !== cells[b + i]) return false;
  return true;
}
