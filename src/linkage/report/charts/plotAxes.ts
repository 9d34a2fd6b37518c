// Grid lines, tick labels, axis names and threshold marks shared by the charts with two axes.
import { type Html, html } from "../html.ts";

export interface AxisTick {
  /** Across: percentage of the width from the left; up: pixels from the top. */
  readonly at: number;
  readonly label: string;
}

export interface PlotMark {
  /** Percentage of the width. */
  readonly at: number;
  readonly label: string;
}

export interface PlotAxes {
  readonly height: number;
  readonly across: { readonly name: string; readonly ticks: readonly AxisTick[] };
  readonly up: { readonly name: string; readonly ticks: readonly AxisTick[] };
}

/** Grid and labels, to be drawn below the data. */
export function plotAxes({ height, across, up }: PlotAxes): Html {
  return html`<g aria-hidden="true">${up.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="tick" x="-8" y="${at}" dy="0.35em" text-anchor="end">${label}</text>`,
  )}${across.ticks.map(
    ({ at, label }) =>
      html`<line class="axis" x1="${at}%" x2="${at}%" y1="${height}" y2="${height + 5}"/><text class="tick" x="${at}%" y="${height + 19}" text-anchor="middle">${label}</text>`,
  )}<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/><text class="axis-name" x="50%" y="${height + 40}" text-anchor="middle">${across.name}</text><text class="axis-name" x="-8" y="-46" dx="-3em">${up.name}</text></g>`;
}

/** Dashed vertical lines with labels above the plot; the label of a mark with another to its right stands left of it. */
export function plotMarks(marks: readonly PlotMark[], height: number): Html {
  return html`<g aria-hidden="true">${marks.map(({ at, label }, index) => {
    const top = index % 2 === 0 ? -12 : -27;
    const hasRightNeighbour = marks.some((other) => other.at > at);
    const anchor = at > 75 || (hasRightNeighbour && at > 25) ? "end" : "start";
    return html`<line class="mark-line" x1="${at}%" x2="${at}%" y1="${top - 10}" y2="${height}"/><text class="mark-label" x="${at}%" y="${top}" dx="${anchor === "end" ? -5 : 5}" text-anchor="${anchor}">${label}</text>`;
  })}</g>`;
}
