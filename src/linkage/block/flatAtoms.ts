// Atoms with at most one hash a record, as plain columns: rules that share atoms read them one after another instead of
// asking dictionaries again.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Atom } from "./atoms.ts";

/** True where no record has more than one hash. */
export const isFlat = ({ parts, isSum }: Atom): boolean =>
  (isSum || parts.length === 1) && parts.every(({ single }) => single !== null);

/**
 * Writes the hash of a flat atom, 0 where there is none, of the records from ≤ record < to, that of record r to
 * `hashes[r · stride + place]`.
 */
export function fillHashes(
  { cells, stride: cellStride }: StandardRecords,
  { parts }: Atom,
  { from, to }: { readonly from: number; readonly to: number },
  { hashes, stride, place }: { readonly hashes: Uint32Array; readonly stride: number; readonly place: number },
): void {
  for (let record = from; record < to; record += 1) {
    let sum = 0;
    for (let part = 0; part < parts.length; part += 1) {
      const { position, single } = parts[part]!;
      const code = cells[record * cellStride + position]!;
      const hash = code < 0 ? 0 : single![code]!;
      if (hash === 0) {
        sum = 0;
        break;
      }
      sum = (sum + hash) >>> 0;
    }
    hashes[record * stride + place] = sum;
  }
}
