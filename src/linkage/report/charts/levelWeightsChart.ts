// One comparison's match weights as diverging bars: evidence for a match to the right of the zero line, against to the
// left. All comparisons share one scale, so that their bars can be compared across charts.
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import type { LevelShown } from "../reportData.ts";
import { chartFrame } from "./chartFrame.ts";
import { percentAcross } from "./percentAcross.ts";

export interface WeightScale {
  readonly low: number;
  readonly high: number;
}

/** As high as a row of the table beside it. */
const pitch = 33.4;

/** The range of the finite weights, widened to −1 … 1 at least. */
export function weightScale(weights: readonly number[]): WeightScale {
  const finite = weights.filter(Number.isFinite);
  return {
    low: finite.reduce((a, b) => Math.min(a, b), -1),
    high: finite.reduce((a, b) => Math.max(a, b), 1),
  };
}

/** A bar from zero to the weight; unbounded weights reach the edge. */
export function levelWeightsChart(
  id: string,
  comparison: string,
  levels: readonly LevelShown[],
  scale: WeightScale,
): Html {
  const zero = percentAcross(0, scale.low, scale.high);
  const rows = levels.map(({ label, weight }, index) => {
    const top = Math.round(index * pitch * 10) / 10;
    const end = percentAcross(weight, scale.low, scale.high);
    const left = Math.min(zero, end);
    const width = Math.round(Math.abs(end - zero) * 100) / 100;
    return html`<text class="row-label" x="0" y="${top + 11}">${label}</text><text class="figure" x="100%" dx="3.6rem" y="${top + 22}" dy="0.35em" text-anchor="end">${formatWeight(weight)}</text><rect class="track" x="0" y="${top + 17}" width="100%" height="9" rx="2"/><rect class="${weight < 0 ? "against" : "for"}" x="${left}%" y="${top + 17}" width="${width}%" height="9"/><line class="zero" x1="${zero}%" x2="${zero}%" y1="${top + 14}" y2="${top + 29}"/>`;
  });
  return chartFrame({
    id,
    title: `Match weights of ${comparison}`,
    description: levels.map(({ label, weight }) => `${label}: ${formatWeight(weight)}`).join("; "),
    height: Math.max(1, levels.length) * pitch,
    kind: "weights",
    content: html`<g aria-hidden="true">${rows}</g>`,
  });
}
