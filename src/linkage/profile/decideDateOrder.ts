// Decides whether day or month comes first in a column's numeric dates, from values that allow one order alone; without such values
// the day comes first, unless the other columns look American. The reason is told, because a wrong guess would cost links.
import type { DateOrder } from "./columnProfile.ts";
import { parseDateText } from "./parseDateText.ts";
import type { ColumnSummary } from "./summariseColumn.ts";
import { percent } from "./typeScore.ts";

export interface DecidedOrder {
  readonly order: DateOrder;
  readonly reason: string;
}

/** Order of a column of dates. `isAmerican`: whether other columns hold US states, ZIP codes or phones. */
export function decideDateOrder(summary: ColumnSummary, pivot: number, isAmerican: boolean): DecidedOrder {
  let yearFirst = 0;
  let inWords = 0;
  let dayOnly = 0;
  let monthOnly = 0;
  let either = 0;
  for (const { text, count } of summary.sample) {
    const reading = parseDateText(text, pivot);
    if (reading === null) continue;
    if (reading.isYearFirst) yearFirst += count;
    else if (reading.isCertain) inWords += count;
    else if (reading.monthFirst === null) dayOnly += count;
    else if (reading.dayFirst === null) monthOnly += count;
    else either += count;
  }
  const open = dayOnly + monthOnly + either;
  if (open <= 0.02 * (yearFirst + inWords) && open < 5 + dayOnly + monthOnly) {
    if (yearFirst >= inWords) return { order: "yearFirst", reason: "the year comes first in nearly all values" };
  }
  const decided = dayOnly + monthOnly;
  if (decided > 0 && Math.max(dayOnly, monthOnly) >= 0.6 * decided) {
    const isDay = dayOnly > monthOnly;
    const share = percent(Math.max(dayOnly, monthOnly) / decided);
    return {
      order: isDay ? "dayFirst" : "monthFirst",
      reason: `${share} of the values that allow one order alone have the ${isDay ? "day" : "month"} first`,
    };
  }
  if (open === 0) return { order: "dayFirst", reason: "months are written as words; nothing is ambiguous" };
  const why = decided === 0 ? "no value shows which comes first" : "values show both orders equally often";
  if (isAmerican) return { order: "monthFirst", reason: `${why}; month first because other columns look American` };
  return { order: "dayFirst", reason: `${why}; day first by default, set dateOrders to change it` };
}
