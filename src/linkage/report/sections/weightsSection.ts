// The distribution of match weights with the thresholds marked.
import { swatchLegend } from "../charts/chartLegend.ts";
import { countScale } from "../charts/countScale.ts";
import { type WeightBin, weightHistogramChart } from "../charts/weightHistogramChart.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

const binsMax = 160;

/** Joins neighbouring bins until there are at most `binsMax`. */
function joinBins(bins: readonly WeightBin[]): readonly WeightBin[] {
  const together = Math.ceil(bins.length / binsMax);
  if (together <= 1) return bins;
  const joined: WeightBin[] = [];
  for (let start = 0; start < bins.length; start += together) {
    const group = bins.slice(start, start + together);
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    joined.push({ from: first.from, to: last.to, count: group.reduce((sum, bin) => sum + bin.count, 0) });
  }
  return joined;
}

/** Histogram and table. */
export function weightsSection(data: ReportData): ReportSection {
  const heading = "Match weights";
  const bins = joinBins(data.weightHistogram);
  if (!bins.some((bin) => bin.count > 0)) {
    return { id: "weights", heading, body: html`<p>No pair was scored.</p>` };
  }
  const isLogarithmic = countScale(bins.map((bin) => bin.count)).isLogarithmic;
  const figure = figureWithTable({
    caption: "How many pairs have which match weight",
    lead: `Two hills with a clear valley between them mean that matches and non-matches are easy to tell apart; a high valley means many doubtful pairs.${isLogarithmic ? " The axis of counts is logarithmic: each line is ten times or more the one below." : ""}`,
    legend: swatchLegend([
      { className: "zone-below", name: "not linked" },
      { className: "zone-doubtful", name: "doubtful: to review" },
      { className: "zone-linked", name: "linked" },
    ]),
    chart: weightHistogramChart("weight-histogram", bins, data.thresholds),
    table: dataTable({
      caption: "Pairs by match weight",
      isCaptionHidden: true,
      columns: [
        { heading: "From (bits)", kind: "number" },
        { heading: "To (bits)", kind: "number" },
        { heading: "Pairs", kind: "number" },
      ],
      rows: bins.map(({ from, to, count }) => [formatWeight(from), formatWeight(to), formatCount(count)]),
    }),
    layout: "folded",
  });
  return { id: "weights", heading, body: figure };
}
