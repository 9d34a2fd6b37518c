// Legends are HTML lists above a chart, so that they wrap on narrow screens and are read aloud.
import { type Html, html } from "../html.ts";
import { type LineKind, lineMarker } from "./lineChart.ts";

/** Samples of lines with their names. */
export function lineLegend(lines: readonly { readonly kind: LineKind; readonly name: string }[]): Html {
  return html`<ul class="legend">${lines.map(
    ({ kind, name }) =>
      html`<li><svg width="34" height="14" aria-hidden="true" focusable="false"><line class="line line-${kind}" x1="1" x2="33" y1="7" y2="7"/><svg x="17" y="7" width="1" height="1" overflow="visible">${lineMarker(kind)}</svg></svg>${name}</li>`,
  )}</ul>`;
}

/** Colour swatches with their names; the class of a swatch is that of the bars it stands for. */
export function swatchLegend(swatches: readonly { readonly className: string; readonly name: string }[]): Html {
  return html`<ul class="legend">${swatches.map(
    ({ className, name }) =>
      html`<li><svg width="14" height="14" aria-hidden="true" focusable="false"><rect class="${className}" x="1" y="1" width="12" height="12"/></svg>${name}</li>`,
  )}</ul>`;
}
