// Dictionary-codes one column held in memory: the plain twin of what DuckDB does for files.
import { PackedStrings } from "../../shared/packedStrings.ts";
import { compareUtf8 } from "./compareUtf8.ts";
import { isMissing } from "./missingValue.ts";
import type { RawColumn } from "./rawRecords.ts";

/** Codes `values` (null is missing, and so is what isMissing says unless they are verbatim); codes follow the UTF-8 order of the distinct values. */
export function encodeValues(name: string, values: readonly (string | null)[], isVerbatim = false): RawColumn {
  const firstSeen = new Map<string, number>();
  const distinct: string[] = [];
  const provisional = new Int32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const raw = values[row];
    if (raw === null || raw === undefined || (!isVerbatim && isMissing(raw))) {
      provisional[row] = -1;
      continue;
    }
    let seen = firstSeen.get(raw);
    if (seen === undefined) {
      seen = distinct.length;
      distinct.push(raw);
      firstSeen.set(raw, seen);
    }
    provisional[row] = seen;
  }
  const order = Int32Array.from(distinct.keys());
  order.sort((a, b) => compareUtf8(distinct[a]!, distinct[b]!));
  const codeOf = new Int32Array(distinct.length);
  order.forEach((seen, code) => {
    codeOf[seen] = code;
  });
  const codes = provisional.map((seen) => (seen < 0 ? -1 : codeOf[seen]!));
  return { name, codes, values: PackedStrings.from([...order].map((seen) => distinct[seen]!)) };
}
