// Ages of several days as ages of one, and birth years as ages: what alignAges has found, applied to a column.
import { plainText } from "../../shared/plainText.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { Interner } from "./interner.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedInt32 } from "./sharedArrays.ts";
import { standardiseAge } from "./values/standardiseAge.ts";

/** The column with numbers moved as its plan says, placeholders missing. What is no number stays as it is. */
export function ageColumn(
  planned: PlannedColumn,
  { sources, sourceOf }: Pick<RecordTable, "sources" | "sourceOf">,
): PlannedColumn {
  const { column, plan, isPlaceholder } = planned;
  const { yearsBySource = {}, ageIn } = plan;
  // A source may be called "constructor".
  const yearsOf = sources.map((source) => (Object.hasOwn(yearsBySource, source) ? (yearsBySource[source] ?? 0) : 0));
  const moved = (text: string, years: number): string => {
    const number = standardiseAge(text);
    if (number === null) return text;
    return (ageIn === undefined ? number + years : ageIn - number).toString();
  };
  const texts = new Interner();
  /** By value and source the code of what it becomes. */
  const known = new Map<number, number>();
  const codes = sharedInt32(column.codes.length).fill(-1);
  for (let record = 0; record < codes.length; record += 1) {
    const raw = column.codes[record]!;
    if (raw < 0 || isPlaceholder[raw]) continue;
    const source = sourceOf[record]!;
    const key = raw * sources.length + source;
    let code = known.get(key);
    if (code === undefined) {
      code = texts.intern(moved(plainText(column.values.at(raw)), yearsOf[source]!));
      known.set(key, code);
    }
    codes[record] = code;
  }
  return {
    column: { ...column, codes, values: texts.pack() },
    plan,
    isPlaceholder: new Uint8Array(texts.count),
  };
}
