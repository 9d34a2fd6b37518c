// Of which origins the people with a code are, such as a nationality: those of their names.
import type { StandardRecords, TextField } from "../standardise/standardRecords.ts";
import type { Origins } from "./fitOrigins.ts";

/** Records of average origin added to those of each code. */
const pseudoRecords = 5;

/** By code · count + origin. */
export function originsOfCodes(records: StandardRecords, field: TextField, origins: Origins): Float64Array {
  const { count, shares } = origins;
  const name = records.fields.find((candidate) => candidate.kind === "name");
  const [given, surname] = [name?.given?.position ?? 0, name?.surname?.position ?? 0];
  const size = field.dictionary.strings.count;
  const sums = new Float64Array(size * count);
  const totals = new Float64Array(size);
  const posterior = new Float64Array(count);
  const { cells, stride, recordCount } = records;
  for (let row = 0, at = 0; row < recordCount; row += 1, at += stride) {
    const [g, s, code] = [cells[at + given]!, cells[at + surname]!, cells[at + field.slot.position]!];
    if (g < 0 || s < 0 || code < 0) continue;
    let sum = 0;
    for (let k = 0; k < count; k += 1) {
      posterior[k] = (origins.given[g * count + k]! * origins.surname[s * count + k]!) / shares[k]!;
      sum += posterior[k]!;
    }
    for (let k = 0; k < count; k += 1) sums[code * count + k]! += posterior[k]! / sum;
    totals[code]! += 1;
  }
  return sums.map((sum, place) => {
    const k = place % count;
    return (sum + pseudoRecords * shares[k]!) / (totals[(place - k) / count]! + pseudoRecords);
  });
}
