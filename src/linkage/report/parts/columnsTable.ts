// The profile of every column: type and reasons, completeness, distinct values, placeholders, suspicious values.

import type { ColumnProfile, ValueCount } from "../../profile/columnProfile.ts";
import { completenessBar } from "../charts/completenessBar.ts";
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { describeType } from "../format/describeType.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { type Html, type HtmlValue, html } from "../html.ts";
import type { ReportData } from "../reportData.ts";
import { type TableColumn, tableOfRows, tableRow } from "./dataTable.ts";
import type { RenderOptions } from "./reportSection.ts";

const baseColumns: readonly TableColumn[] = [
  { heading: "Column", kind: "text" },
  { heading: "Type", kind: "text" },
  { heading: "Why", kind: "wide" },
  { heading: "Complete", kind: "number" },
  { heading: "Distinct values", kind: "number" },
  { heading: "Placeholders", kind: "number" },
  { heading: "Suspicious values", kind: "number" },
];

const exampleColumns: readonly TableColumn[] = [{ heading: "Most frequent values", kind: "wide" }];

function valueList(values: readonly ValueCount[], valuesMax: number): HtmlValue {
  if (values.length === 0) return "–";
  return values
    .slice(0, valuesMax)
    .map(
      ({ value, count }, index) =>
        html`${index > 0 ? ", " : null}<span class="value-count"><bdi>${clipText(value, 40)}</bdi> <span class="small">${formatCount(count)}</span></span>`,
    );
}

function placeholderCell(column: ColumnProfile, options: RenderOptions): HtmlValue {
  const records = column.placeholders.reduce((sum, { count }) => sum + count, 0);
  if (column.placeholders.length === 0) return "0";
  return html`${formatCount(records)}${options.examples ? html`<br><span class="small">${valueList(column.placeholders, 3)}</span>` : null}`;
}

const nameOrderWords = {
  givenFirst: "given name read first",
  surnameFirst: "surname read first",
  twoSurnames: "given name read first, then two surnames",
  twoSurnamesFirst: "two surnames read first",
} as const;

function whyCell(column: ColumnProfile): Html {
  const reasons = column.reasons.slice(0, 6).map((reason) => clipText(reason, 160));
  const order = {
    dayFirst: "dates read day first",
    monthFirst: "dates read month first",
    yearFirst: "dates read year first",
  };
  if (column.dateOrder !== null) {
    const why = column.dateOrderReason === null ? "" : `: ${clipText(column.dateOrderReason, 160)}`;
    reasons.push(`${order[column.dateOrder]}${why}`);
  }
  if (column.nameOrders !== undefined) {
    for (const [source, order] of Object.entries(column.nameOrders).slice(0, 6))
      reasons.push(`${clipText(source, 40)}: ${nameOrderWords[order]}`);
  } else if (column.nameOrder !== null) reasons.push(nameOrderWords[column.nameOrder]);
  return html`${reasons.length === 0 ? "–" : reasons.join("; ")}`;
}

function cellsOf(column: ColumnProfile, recordCount: number, options: RenderOptions): readonly HtmlValue[] {
  const complete = recordCount === 0 ? 0 : column.filledCount / recordCount;
  return [
    html`<bdi>${clipText(column.name, 80)}</bdi>`,
    html`${describeType(column.type)}<br><span class="small">${column.confidence >= 1 ? "certain" : `${Math.round(column.confidence * 100)}% sure`}</span>`,
    whyCell(column),
    html`<span class="nowrap">${completenessBar(complete)} ${formatPercent(complete)}</span>`,
    formatCount(column.distinctCount),
    placeholderCell(column, options),
    formatCount(column.suspiciousCount),
    options.examples ? valueList(column.topValues, 4) : null,
  ];
}

function tableOf(caption: string, columns: readonly ColumnProfile[], data: ReportData, options: RenderOptions): Html {
  const headings = options.examples ? [...baseColumns, ...exampleColumns] : baseColumns;
  const { parts, leftOutCount } = fitWithin(columns, { itemsMax: 300, bytesMax: 350_000 }, (column) =>
    tableRow(headings, cellsOf(column, data.recordCount, options)),
  );
  const rest =
    leftOutCount > 0 ? html`<p class="small">${formatQuantity(leftOutCount, "more column")} not shown.</p>` : null;
  return html`${tableOfRows({ caption, isCaptionHidden: true, columns: headings }, parts)}${rest}`;
}

/** Columns used for matching, and those that are not, folded where they are many. */
export function columnsTable(data: ReportData, options: RenderOptions): Html {
  const used = data.columns.filter((column) => column.type !== "notForMatching");
  const unused = data.columns.filter((column) => column.type === "notForMatching");
  return html`${used.length === 0 ? html`<p>No column can be used for matching.</p>` : tableOf("Columns used for matching", used, data, options)}${
    unused.length === 0
      ? null
      : html`<details class="fold"${unused.length <= 5 ? html` open` : null}><summary>${formatQuantity(unused.length, "column")} not used for matching</summary>${tableOf("Columns not used for matching", unused, data, options)}</details>`
  }`;
}
