// Checks the part of a model document that holds term frequencies, or names the file beside it that does.
import type { FrequencyTables } from "../compare/frequencies.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";

export type FrequencySource =
  | { readonly tables: FrequencyTables }
  | { readonly file: string; readonly sha256: string; readonly place: JsonPlace };

/** Reads `frequencies`; mistakes are noted in the place, by position, since a value may be somebody's name. */
export function readFrequencyTables(place: JsonPlace): FrequencySource {
  const { tables, file, sha256 } = place.required().fields(["tables", "file", "sha256"]);
  if (file.isAbsent) {
    const read = tables.required().entries();
    return { tables: new Map(read.map(([slot, table]) => [slot, readTable(table)])) };
  }
  const name = file.text() ?? "";
  const digits = sha256.required().text() ?? "";
  if (!tables.isAbsent) place.note("must give tables or a file, not both");
  if (name !== "" && !/^frequencies-[0-9a-f]{16}\.json$/.test(name))
    file.note("must be named frequencies-<16 hexadecimal digits>.json");
  if (digits !== "" && !/^[0-9a-f]{64}$/.test(digits)) sha256.note("must be 64 hexadecimal digits");
  return { file: name, sha256: digits, place };
}

function readTable(place: JsonPlace): { total: number; counts: Map<string, number> } {
  const { total, counts } = place.required().fields(["total", "counts"]);
  const all = total.required().number({ min: 0, isWhole: true }) ?? Number.MAX_SAFE_INTEGER;
  const read = new Map<string, number>();
  for (const entry of counts.required().items() ?? []) {
    const [value, count, ...others] = entry.items() ?? [];
    const text = value?.text();
    const number = count?.number({ min: 1, max: all, isWhole: true });
    if (text === undefined || count === undefined || count.isAbsent || others.length > 0)
      entry.note("must be [value, count]");
    else if (read.has(text)) entry.note("repeats a value");
    else read.set(text, number ?? 1);
  }
  return { total: all, counts: read };
}
