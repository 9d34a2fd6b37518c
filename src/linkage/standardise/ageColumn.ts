// Ages as what can be compared: of several days as ages of one, at an event as years of birth, and years and dates of birth as ages.
// What alignAges and placeAgesAtEvents have found, applied to a column.
import { plainText } from "../../shared/plainText.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import type { ColumnPlan, EventColumn } from "./fieldPlan.ts";
import { Interner } from "./interner.ts";
import type { PlannedColumn } from "./plannedColumn.ts";
import { sharedInt32 } from "./sharedArrays.ts";
import { birthDateMark } from "./values/birthDateMark.ts";
import { parseDate } from "./values/parseDate.ts";
import { standardiseAge } from "./values/standardiseAge.ts";

type Table = Pick<RecordTable, "columns" | "sources" | "sourceOf">;

export const isAgeMoved = ({ yearsBySource, ageIn, event, isBesideAges }: ColumnPlan): boolean =>
  yearsBySource !== undefined || ageIn !== undefined || event !== undefined || isBesideAges === true;

/**
 * The column with numbers moved as its plan says, placeholders missing. What is no number stays as it is; ages without the date
 * of their event are missing.
 */
export function ageColumn(planned: PlannedColumn, table: Table): PlannedColumn {
  const { column, plan, isPlaceholder } = planned;
  const texts = new Interner();
  const codes = sharedInt32(column.codes.length).fill(-1);
  const { contextOf, contexts } = plan.event === undefined ? ofSources(plan, table) : ofEvents(plan.event, table);
  const values = Array.from({ length: column.values.count }, (_, code) =>
    isPlaceholder[code] ? null : plainText(column.values.at(code)),
  );
  /** By value and context the code of what it becomes. */
  const known = new Map<number, number>();
  for (let record = 0; record < codes.length; record += 1) {
    const raw = column.codes[record]!;
    const context = contextOf[record]!;
    if (raw < 0 || context < 0) continue;
    const text = values[raw] ?? null;
    if (text === null) continue;
    const key = raw * contexts.length + context;
    let code = known.get(key);
    if (code === undefined) {
      code = texts.intern(movedText(text, plan, contexts[context]!));
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

/** By record which of the numbers that `contexts` has belongs to its age; −1 where none does. */
interface Contexts {
  readonly contextOf: ArrayLike<number>;
  readonly contexts: readonly number[];
}

/** Years to be added, by source. A source may be called "constructor". */
function ofSources({ yearsBySource = {} }: ColumnPlan, { sources, sourceOf }: Table): Contexts {
  const contexts = sources.map((source) => (Object.hasOwn(yearsBySource, source) ? (yearsBySource[source] ?? 0) : 0));
  return { contextOf: sourceOf, contexts };
}

/** Years of the event, by the codes of its column. */
function ofEvents(event: EventColumn, { columns, sourceOf }: Table): Contexts {
  const column = columns.find(({ name }) => name === event.column);
  if (column === undefined) return { contextOf: new Int32Array(sourceOf.length).fill(-1), contexts: [] };
  const contexts = yearsOf(column, event);
  return { contextOf: column.codes.map((code) => (code < 0 || Number.isNaN(contexts[code]) ? -1 : code)), contexts };
}

/** By code the year of a column's date; NaN where it is none. */
export function yearsOf({ values }: Column, { dateOrder, latestYear }: Omit<EventColumn, "column">): number[] {
  return Array.from({ length: values.count }, (_, code) => {
    const date = parseDate(plainText(values.at(code)), dateOrder ?? "dayFirst", latestYear);
    return date?.year ?? Number.NaN;
  });
}

function movedText(text: string, plan: ColumnPlan, context: number): string {
  const number = plan.isBesideAges === true ? birthYearOf(text, plan) : standardiseAge(text);
  if (number === null) return plan.event === undefined && plan.isBesideAges !== true ? text : "";
  if (plan.event !== undefined) return (context - number).toString();
  const moved = plan.ageIn === undefined ? number + context : plan.ageIn - number;
  return `${plan.isBesideAges === true ? birthDateMark : ""}${moved}`;
}

function birthYearOf(text: string, { dateOrder, latestYear }: ColumnPlan): number | null {
  return parseDate(text, dateOrder ?? "dayFirst", latestYear ?? Number.NaN)?.year ?? null;
}
