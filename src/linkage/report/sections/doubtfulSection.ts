// Doubtful pairs: between the two thresholds, shown side by side for a person to judge.
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { html } from "../html.ts";
import { pairList } from "../parts/pairList.ts";
import type { RenderOptions, ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

/** Their number, and a selection with values unless examples are left out. */
export function doubtfulSection(data: ReportData, options: RenderOptions): ReportSection {
  const count = Math.max(data.doubtfulPairCount, data.doubtfulPairs.length);
  const id = "doubtful";
  const heading = "Doubtful pairs";
  if (count === 0) return { id, heading, body: html`<p>No pair lies between the two thresholds.</p>` };
  const lead = html`<p><strong>${formatQuantity(count, "pair")}</strong> ${count === 1 ? "has" : "have"} a match weight from ${formatWeight(data.thresholds.review)} up to ${formatWeight(data.thresholds.link)} bits: too alike to dismiss, too unlike to link.</p>`;
  if (!options.examples) {
    return { id, heading, body: html`${lead}<p class="small">Records are left out of this report on purpose.</p>` };
  }
  const shown = data.doubtfulPairs.length;
  const selection =
    shown < count
      ? html`<p>A selection of ${formatCount(shown)} follows; all pairs with their weights are in the links file.</p>`
      : null;
  return { id, heading, body: html`${lead}${selection}${pairList(data, data.doubtfulPairs, "doubtful-pair")}` };
}
