// On which side a record falls where a component must be cut between links that are all alike: chance, but the same in
// every run, index and order, for it follows from the record's identifier.
import { hashBytes } from "../../shared/hashBytes.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";

/** 32 bits of the identifier of record `record`. */
export function sideOf({ bytes, offsets }: Pick<PackedStrings, "bytes" | "offsets">, record: number): number {
  return hashBytes(bytes, offsets[record]!, offsets[record + 1]!);
}
