// Horizontal bars, one a row: the label left of the bar where labels are short, above it where they are long.
import { type Html, html } from "../html.ts";
import { chartFrame } from "./chartFrame.ts";

export interface BarRow {
  readonly label: string;
  /** Length of the bar, 0 … 1 of the longest possible. */
  readonly length: number;
  /** The figure as text. */
  readonly figure: string;
}

export interface BarListChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly BarRow[];
  readonly labels: "left" | "above";
}

function rowLeft({ label, length, figure }: BarRow, index: number): Html {
  const top = index * 26;
  const width = Math.round(length * 10000) / 100;
  return html`<text class="row-label" x="-10" y="${top + 13}" dy="0.35em" text-anchor="end">${label}</text><rect class="bar" x="0" y="${top + 4}" width="${width}%" height="18" rx="2"/><text class="figure" x="${width}%" dx="8" y="${top + 13}" dy="0.35em">${figure}</text>`;
}

function rowAbove({ label, length, figure }: BarRow, index: number): Html {
  const top = index * 36;
  return html`<text class="row-label" x="0" y="${top + 12}">${label}</text><text class="figure" x="100%" dx="5.4rem" y="${top + 22}" dy="0.35em" text-anchor="end">${figure}</text><rect class="track" x="0" y="${top + 18}" width="100%" height="8" rx="2"/><rect class="bar" x="0" y="${top + 18}" width="${Math.round(length * 10000) / 100}%" height="8" rx="2"/>`;
}

/** Rows in the order given; clip long labels before (about 44 characters above, 14 left). */
export function barListChart({ id, title, description, rows, labels }: BarListChart): Html {
  const isLeft = labels === "left";
  return chartFrame({
    id,
    title,
    description,
    height: Math.max(1, rows.length) * (isLeft ? 26 : 36),
    kind: isLeft ? "labelledRows" : "rows",
    content: html`<g aria-hidden="true">${rows.map(isLeft ? rowLeft : rowAbove)}</g>`,
  });
}
