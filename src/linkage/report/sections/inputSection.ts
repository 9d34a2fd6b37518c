// What went in: files, how their columns were aligned, what each column was taken for and why, and what was rejected.
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { type Html, html } from "../html.ts";
import { columnsTable } from "../parts/columnsTable.ts";
import { dataTable, tableOfRows, tableRow } from "../parts/dataTable.ts";
import type { RenderOptions, ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

function filesTable(data: ReportData): Html {
  const columns = [
    { heading: "File", kind: "wide" },
    { heading: "Source", kind: "text" },
    { heading: "Records", kind: "number" },
  ] as const;
  const { parts, leftOutCount } = fitWithin(data.inputs, { itemsMax: 200, bytesMax: 100_000 }, (input) =>
    tableRow(columns, [clipText(input.file, 200), clipText(input.source, 80), formatCount(input.recordCount)]),
  );
  const rest =
    leftOutCount > 0 ? html`<p class="small">${formatQuantity(leftOutCount, "more file")} not shown.</p>` : null;
  return html`${tableOfRows({ caption: "Files read", isNarrow: true, columns }, parts)}${rest}`;
}

function alignmentList(alignment: readonly string[]): Html | null {
  if (alignment.length === 0) return null;
  const { parts, leftOutCount } = fitWithin(
    alignment,
    { itemsMax: 200, bytesMax: 60_000 },
    (line) => html`<li>${clipText(line, 400)}</li>`,
  );
  return html`<h3>How columns were aligned</h3><ul>${parts}${leftOutCount > 0 ? html`<li>${formatCount(leftOutCount)} more</li>` : null}</ul>`;
}

function rejects(data: ReportData): Html {
  if (data.rejectedCount === 0) return html`<p>No row was rejected.</p>`;
  const reasons = data.rejects ?? [];
  const lead = html`<p>${formatQuantity(data.rejectedCount, "row")} could not be used and ${data.rejectedCount === 1 ? "is" : "are"} listed with ${data.rejectedCount === 1 ? "its" : "their"} row number in the rejects file.</p>`;
  if (reasons.length === 0) return lead;
  return html`${lead}${dataTable({
    caption: "Rejected rows by reason",
    isNarrow: true,
    columns: [
      { heading: "Reason", kind: "wide" },
      { heading: "Rows", kind: "number" },
    ],
    rows: reasons.slice(0, 50).map(({ reason, count }) => [clipText(reason, 300), formatCount(count)]),
  })}`;
}

/** Files, alignment, columns and rejects. */
export function inputSection(data: ReportData, options: RenderOptions): ReportSection {
  return {
    id: "input",
    heading: "What went in",
    body: html`${filesTable(data)}${alignmentList(data.alignment)}<h3>Columns and what they were taken for</h3><p>The type of a column decides how its values are made comparable and compared. A wrong guess can be put right in the settings file.</p>${columnsTable(data, options)}<h3>Rejected rows</h3>${rejects(data)}`,
  };
}
