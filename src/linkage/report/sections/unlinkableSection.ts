// Records that could not link with anything, however good the model: too little is known of them.
import { clipText } from "../clipText.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

/** Counts by reason. */
export function unlinkableSection(data: ReportData): ReportSection {
  const id = "unlinkable";
  const heading = "Records that could not link";
  const reasons = data.unlinkable.filter(({ count }) => count > 0);
  if (reasons.length === 0) {
    return { id, heading, body: html`<p>Every record has enough values to link with another.</p>` };
  }
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  const table = dataTable({
    caption: "Records that could not link, by reason",
    isCaptionHidden: true,
    isNarrow: true,
    columns: [
      { heading: "Reason", kind: "wide" },
      { heading: "Records", kind: "number" },
      { heading: "Share of all records", kind: "number" },
    ],
    rows: reasons
      .slice(0, 50)
      .map(({ reason, count }) => [
        clipText(reason, 300),
        formatCount(count),
        formatPercent(count / Math.max(1, data.recordCount)),
      ]),
  });
  return {
    id,
    heading,
    body: html`<p>${formatQuantity(total, "record")} ${total === 1 ? "has" : "have"} too few usable values to reach the threshold with any other record. They stay alone even if the same person is elsewhere in the data.</p>${table}`,
  };
}
