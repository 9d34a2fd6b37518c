// Lists of integers as one: list i is values[offsets[i]] … values[offsets[i + 1]], in shared memory.
import { sharedInt32From, sharedUint32 } from "./sharedArrays.ts";

export interface FlatLists {
  readonly offsets: Uint32Array;
  readonly values: Int32Array;
}

export function flattenLists(lists: readonly (readonly number[])[]): FlatLists {
  const offsets = sharedUint32(lists.length + 1);
  for (const [index, list] of lists.entries()) offsets[index + 1] = offsets[index]! + list.length;
  return { offsets, values: sharedInt32From(lists.flat()) };
}
