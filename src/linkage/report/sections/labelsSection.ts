// What labels taught, where some were given: how far clusters agree with them, the threshold, and how m changed.
import { formatCount } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { keyFigures } from "../parts/keyFigure.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

/** Null where no labels were given. */
export function labelsSection({ labels }: ReportData): ReportSection | null {
  if (labels === undefined) return null;
  const { same, different, agreed, linkThreshold, levels, isLearnt, thresholdReason, doubtful } = labels;
  const total = same + different;
  const outcome = isLearnt
    ? html`<p>The model learnt from the labels: clusters agree with clearly more of them than without.</p>`
    : html`<p>The model is the one without labels: what they taught does not make clusters agree with clearly more of them.</p>`;
  const table =
    levels.length === 0
      ? null
      : dataTable({
          caption: "Levels whose share among true matches changed most",
          columns: [
            { heading: "Comparison", kind: "text" },
            { heading: "Level", kind: "text" },
            { heading: "Before", kind: "number" },
            { heading: "After", kind: "number" },
          ],
          rows: levels.map(({ comparison, level, mBefore, mAfter }) => [
            comparison,
            level,
            formatPercent(mBefore),
            formatPercent(mAfter),
          ]),
        });
  return {
    id: "labels",
    heading: "What labels taught",
    body: html`<p>Labels teach the model; they force no pair. ${thresholdReason}</p>${outcome}${keyFigures([
      {
        term: "Labels",
        value: formatCount(total),
        detail: `${formatCount(same)} the same, ${formatCount(different)} different.`,
      },
      {
        term: "Agreed with",
        value: formatCount(agreed.after),
        detail: `Without labels: ${formatCount(agreed.before)}.`,
      },
      {
        term: "Links begin at",
        value: `${formatWeight(linkThreshold.after)} bits`,
        detail: `Without labels: ${formatWeight(linkThreshold.before)} bits.`,
      },
      {
        term: "Doubtful labels",
        value: formatCount(doubtful.length),
        detail: "Labels that the model holds for wrong; summary.json names their rows.",
      },
    ])}${table}`,
  };
}
