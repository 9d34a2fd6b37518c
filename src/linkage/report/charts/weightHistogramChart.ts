// How many scored pairs have which match weight, with the thresholds marked: the picture in which a linkage analyst
// looks for two hills and a valley between them.
import { formatCount } from "../format/formatCount.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import { chartFrame } from "./chartFrame.ts";
import { countScale } from "./countScale.ts";
import { niceTicks } from "./niceTicks.ts";
import { percentAcross } from "./percentAcross.ts";
import { plotAxes, plotMarks } from "./plotAxes.ts";

export interface WeightBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const height = 260;

/** "below" review, "doubtful" from review to link, "linked" from link on; a bin belongs where its middle lies. */
function zoneOf(bin: WeightBin, thresholds: { link: number; review: number }): "below" | "doubtful" | "linked" {
  const middle = (bin.from + bin.to) / 2;
  if (middle >= thresholds.link) return "linked";
  return middle >= thresholds.review ? "doubtful" : "below";
}

/** Bins ascending, not empty; thresholds in bits. */
export function weightHistogramChart(
  id: string,
  bins: readonly WeightBin[],
  thresholds: { readonly link: number; readonly review: number },
): Html {
  const low = Math.min(...bins.map((bin) => bin.from), thresholds.review);
  const high = Math.max(...bins.map((bin) => bin.to), thresholds.link);
  const scale = countScale(bins.map((bin) => bin.count));
  const bars = bins.map((bin) => {
    const left = percentAcross(bin.from, low, high);
    const width = Math.round((percentAcross(bin.to, low, high) - left) * 100) / 100;
    const tall = Math.round(scale.lengthOf(bin.count) * height * 10) / 10;
    if (tall === 0) return null;
    return html`<rect class="bin zone-${zoneOf(bin, thresholds)}" x="${left}%" width="${width}%" y="${height - tall}" height="${tall}"><title>${formatWeight(bin.from)} to ${formatWeight(bin.to)} bits: ${formatCount(bin.count)} pairs</title></rect>`;
  });
  const marks = [
    { at: percentAcross(thresholds.review, low, high), label: `review from ${formatWeight(thresholds.review)}` },
    { at: percentAcross(thresholds.link, low, high), label: `link from ${formatWeight(thresholds.link)}` },
  ];
  const axes = plotAxes({
    height,
    across: {
      name: "Match weight (bits)",
      ticks: niceTicks(low, high, 7).map((tick) => ({
        at: percentAcross(tick, low, high),
        label: formatWeight(tick, Number.isInteger(tick) ? 0 : 1),
      })),
    },
    up: {
      name: scale.isLogarithmic ? "Pairs (logarithmic)" : "Pairs",
      ticks: scale.ticks.map(({ at, label }) => ({ at: Math.round((1 - at) * height), label })),
    },
  });
  return chartFrame({
    id,
    title: "Histogram of match weights",
    description: `Number of scored pairs for each match weight from ${formatWeight(low)} to ${formatWeight(high)} bits. Pairs from ${formatWeight(thresholds.link)} on are links; those from ${formatWeight(thresholds.review)} up to there are doubtful. The table of this chart has all counts.`,
    height,
    kind: "axes",
    content: html`${axes}${bars}${plotMarks(marks, height)}`,
  });
}
