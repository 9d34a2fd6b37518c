// How a pair comes to its match weight: from the prior, each comparison moves the sum right (for a match) or left
// (against), down to the total. The last row is drawn from zero.
import { clipText } from "../clipText.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import type { WaterfallStep } from "../reportData.ts";
import { chartFrame } from "./chartFrame.ts";
import { percentAcross } from "./percentAcross.ts";

export interface WaterfallChart {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly WaterfallStep[];
  /** Sum of the steps, bits. */
  readonly total: number;
  readonly thresholds: { readonly link: number; readonly review: number };
}

const pitch = 31;

interface Placed extends WaterfallStep {
  readonly from: number;
  readonly to: number;
}

function accumulate(steps: readonly WaterfallStep[]): readonly Placed[] {
  let sum = 0;
  return steps.map((step) => {
    const from = sum;
    sum += step.weight;
    return { ...step, from, to: sum };
  });
}

function drawStep(step: Placed, index: number, low: number, high: number, isLast: boolean): Html {
  const top = index * pitch;
  const start = percentAcross(step.from, low, high);
  const end = percentAcross(step.to, low, high);
  const width = Math.round(Math.abs(end - start) * 100) / 100;
  const label = step.level === "" ? step.label : `${step.label}: ${step.level}`;
  const connector = isLast
    ? null
    : html`<line class="connector" x1="${end}%" x2="${end}%" y1="${top + 16}" y2="${top + pitch + 16}"/>`;
  return html`${connector}<text class="row-label" x="0" y="${top + 11}">${clipText(label, 40)}</text><text class="figure" x="100%" dx="3.6rem" y="${top + 21}" dy="0.35em" text-anchor="end">${formatWeight(step.weight)}</text><rect class="${step.weight < 0 ? "against" : "for"}" x="${Math.min(start, end)}%" y="${top + 16}" width="${width}%" height="9"/>`;
}

/** Steps from the prior on (at most about 60), then a row for the match weight itself. */
export function waterfallChart({ id, title, steps, total, thresholds }: WaterfallChart): Html {
  const placed = accumulate(steps);
  const ends = placed.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const low = Math.min(0, total, thresholds.review, ...ends);
  const high = Math.max(0, total, thresholds.link, ...ends);
  const zero = percentAcross(0, low, high);
  const totalTop = placed.length * pitch + 4;
  const totalEnd = percentAcross(total, low, high);
  const height = totalTop + pitch;
  const link = percentAcross(thresholds.link, low, high);
  const totalRow = html`<text class="row-label total" x="0" y="${totalTop + 11}">Match weight</text><text class="figure total" x="100%" dx="3.6rem" y="${totalTop + 22}" dy="0.35em" text-anchor="end">${formatWeight(total)}</text><rect class="total-bar" x="${Math.min(zero, totalEnd)}%" y="${totalTop + 16}" width="${Math.round(Math.abs(totalEnd - zero) * 100) / 100}%" height="11"/>`;
  return chartFrame({
    id,
    title,
    description: `${steps.map(({ label, level, weight }) => `${label}${level === "" ? "" : ` (${level})`} ${formatWeight(weight)}`).join(", ")}; together ${formatWeight(total)}.`,
    height,
    kind: "weights",
    content: html`<g aria-hidden="true"><line class="zero" x1="${zero}%" x2="${zero}%" y1="0" y2="${height}"/><line class="mark-line" x1="${link}%" x2="${link}%" y1="0" y2="${height}"/>${placed.map(
      (step, index) => drawStep(step, index, low, high, index === placed.length - 1),
    )}${totalRow}</g>`,
  });
}
