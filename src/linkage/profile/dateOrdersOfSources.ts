// In which order each source writes its numeric dates, where one writes the day first and another the month in one column.
import type { RecordTable } from "../read/recordTable.ts";
import type { DateOrder } from "./columnProfile.ts";
import { parseDateText } from "./parseDateText.ts";
import type { ColumnSummary } from "./summariseColumn.ts";

/** Values of a source that allow one order alone, and the share of them in one order, from which the source has that order. */
const telling = { valuesMin: 20, shareMin: 0.9 };

/** By source the order that it shows; null where no source shows another than `order`. */
export function dateOrdersOfSources(
  { column, placeholderCodes }: ColumnSummary,
  order: DateOrder,
  { sources, sourceOf }: Pick<RecordTable, "sources" | "sourceOf">,
  pivot: number,
): Readonly<Record<string, DateOrder>> | null {
  if (sources.length < 2 || order === "yearFirst") return null;
  const isMonthFirst = tellOrders(column, pivot);
  for (const code of placeholderCodes) isMonthFirst[code] = -1;
  const dayOnly = new Uint32Array(sources.length);
  const monthOnly = new Uint32Array(sources.length);
  column.codes.forEach((code, record) => {
    const told = code < 0 ? -1 : isMonthFirst[code]!;
    if (told >= 0) (told === 1 ? monthOnly : dayOnly)[sourceOf[record]!]! += 1;
  });
  const orders = sources.flatMap((source, i): [string, DateOrder][] => {
    const [days, months] = [dayOnly[i]!, monthOnly[i]!];
    if (Math.max(days, months) < Math.max(telling.valuesMin, telling.shareMin * (days + months))) return [];
    return [[source, days > months ? "dayFirst" : "monthFirst"]];
  });
  return orders.some(([, own]) => own !== order) ? Object.fromEntries(orders) : null;
}

/** Per value 1 where only the month can stand first, 0 where only the day can, −1 where either can or it is no such date. */
function tellOrders({ values }: ColumnSummary["column"], pivot: number): Int8Array {
  return Int8Array.from({ length: values.count }, (_, code) => {
    const reading = parseDateText(values.at(code), pivot);
    if (reading === null || reading.isYearFirst || reading.isCertain) return -1;
    if (reading.monthFirst === null) return 0;
    return reading.dayFirst === null ? 1 : -1;
  });
}
