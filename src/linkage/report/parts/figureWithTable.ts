// A chart never comes alone: its caption, its legend and its numbers as a table belong to one figure.
import { type Html, type HtmlValue, html } from "../html.ts";

export interface FigureWithTable {
  readonly caption: string;
  /** How to read the chart, in a sentence or two. */
  readonly lead?: HtmlValue;
  readonly legend?: Html;
  readonly chart: Html;
  readonly table: Html;
  /** "beside": next to the chart where there is room ("besideWide": with more room for the table); "folded": under it, opened on demand and always in print. */
  readonly layout: "beside" | "besideWide" | "folded";
}

/** A figure with chart and table. */
export function figureWithTable({ caption, lead, legend, chart, table, layout }: FigureWithTable): Html {
  const placed =
    layout !== "folded"
      ? html`<div class="beside${layout === "besideWide" ? " table-wide" : ""}"><div>${legend}${chart}</div><div>${table}</div></div>`
      : html`${legend}${chart}<details class="fold"><summary>Show the numbers as a table</summary>${table}</details>`;
  return html`<figure><figcaption><strong>${caption}</strong>${lead ? html`<span class="lead">${lead}</span>` : null}</figcaption>${placed}</figure>`;
}
