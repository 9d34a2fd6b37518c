// A column together with what the plan says of it.
import type { Column, RecordTable } from "../read/recordTable.ts";
import { ageColumn, isAgeMoved } from "./ageColumn.ts";
import type { ColumnPlan, FieldPlan } from "./fieldPlan.ts";

export interface PlannedColumn {
  readonly column: Column;
  readonly plan: ColumnPlan;
  /** Per raw code 1 where the value counts as missing. */
  readonly isPlaceholder: Uint8Array;
}

/** Of a table what its fields are built from. */
export type PlannedTable = Pick<RecordTable, "columns" | "sources" | "sourceOf">;

/** The plan's columns that the table has, in the plan's order. */
export function findPlannedColumns(plan: FieldPlan, table: PlannedTable): PlannedColumn[] {
  return plan.columns
    .flatMap((own) => splitByOrder(own, table.sources))
    .flatMap((columnPlan) => {
      const column = table.columns.find((candidate) => candidate.name === columnPlan.column);
      if (column === undefined) return [];
      const planned = {
        column: keepSources(column, columnPlan, table),
        plan: columnPlan,
        isPlaceholder: markPlaceholders(column, columnPlan),
      };
      return [isAgeMoved(columnPlan) ? ageColumn(planned, table) : planned];
    });
}

/** A plan for each order of names or of dates, of the sources that have it. */
function splitByOrder(plan: ColumnPlan, sources: readonly string[]): ColumnPlan[] {
  const { nameOrders, dateOrders, nameWords, ...rest } = plan;
  const isFixed = (source: string): boolean => nameWords?.onlySources?.includes(source) === false;
  if (nameOrders === undefined && dateOrders === undefined && !sources.some(isFixed)) return [plan];
  const nameOrderOf = (source: string) => ownOrder(nameOrders, source) ?? plan.nameOrder;
  const dateOrderOf = (source: string) => ownOrder(dateOrders, source) ?? plan.dateOrder;
  const groups = Map.groupBy(sources, (source) => `${nameOrderOf(source)} ${dateOrderOf(source)} ${isFixed(source)}`);
  return [...groups.values()].map((onlySources) => ({
    ...rest,
    nameOrder: nameOrderOf(onlySources[0]!),
    dateOrder: dateOrderOf(onlySources[0]!),
    onlySources,
    ...(nameWords === undefined || isFixed(onlySources[0]!) ? {} : { nameWords }),
  }));
}

/** An own property only: a source may be called "constructor". */
const ownOrder = <Order>(orders: Readonly<Record<string, Order>> | undefined, source: string): Order | undefined =>
  orders !== undefined && Object.hasOwn(orders, source) ? orders[source] : undefined;

/** The column with the values of other sources missing, where the plan says whose it has. */
function keepSources(column: Column, { onlySources }: ColumnPlan, { sources, sourceOf }: PlannedTable): Column {
  if (onlySources === undefined) return column;
  const isKept = sources.map((source) => onlySources.includes(source));
  return { ...column, codes: column.codes.map((code, record) => (isKept[sourceOf[record]!] ? code : -1)) };
}

/** Placeholders as bytes, by the list of the plan: a single record should not have them encoded again. */
const encodedOf = new WeakMap<readonly string[], readonly Uint8Array[]>();
const encoder = new TextEncoder();

function encodePlaceholders(placeholders: readonly string[]): readonly Uint8Array[] {
  let encoded = encodedOf.get(placeholders);
  if (encoded === undefined) {
    encoded = placeholders.map((placeholder) => encoder.encode(placeholder));
    encodedOf.set(placeholders, encoded);
  }
  return encoded;
}

function markPlaceholders({ values }: Column, plan: ColumnPlan): Uint8Array {
  const { bytes, offsets, count } = values;
  const marks = new Uint8Array(count);
  if (plan.placeholders.length === 0) return marks;
  const byLength = Map.groupBy(encodePlaceholders(plan.placeholders), ({ length }) => length);
  for (let code = 0; code < count; code += 1) {
    const from = offsets[code]!;
    const candidates = byLength.get(offsets[code + 1]! - from);
    if (candidates?.some((placeholder) => placeholder.every((byte, i) => bytes[from + i] === byte))) marks[code] = 1;
  }
  return marks;
}
