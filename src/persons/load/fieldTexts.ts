// Fields of a table's records as rows of the store hold them.
import type { RecordTable } from "../../linkage/read/recordTable.ts";

/** Distinct values up to this many are turned into JSON once each. */
const rememberedMax = 200_000;

interface ColumnTexts {
  readonly prefix: string;
  readonly codes: Int32Array;
  textOf(code: number): string;
}

/** A function from place to the JSON text of its fields, as formatFields would write it. */
export function createFieldTexts(table: RecordTable): (place: number) => string {
  const columns = [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1)).map(describeColumn);
  return (place) => {
    let text = "";
    for (const { prefix, codes, textOf } of columns) {
      const code = codes[place]!;
      if (code >= 0) text += (text === "" ? "{" : ",") + prefix + textOf(code);
    }
    return text === "" ? "{}" : `${text}}`;
  };
}

function describeColumn({ name, codes, values }: RecordTable["columns"][number]): ColumnTexts {
  const toText = (code: number): string => JSON.stringify(values.at(code).toWellFormed().replaceAll("\u0000", ""));
  const prefix = `${JSON.stringify(name)}:`;
  if (values.count > rememberedMax) return { prefix, codes, textOf: toText };
  const known = new Array<string | undefined>(values.count);
  return { prefix, codes, textOf: (code) => (known[code] ??= toText(code)) };
}
