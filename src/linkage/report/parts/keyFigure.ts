// One figure of a summary: a term, its value, and a line that says what it means here.
import { type Html, type HtmlValue, html } from "../html.ts";

export interface KeyFigure {
  readonly term: string;
  readonly value: string;
  readonly detail: HtmlValue;
}

/** A definition list of figures, laid out as a grid. */
export function keyFigures(figures: readonly KeyFigure[]): Html {
  return html`<dl class="figures">${figures.map(
    ({ term, value, detail }) =>
      html`<div><dt>${term}</dt><dd class="value">${value}</dd><dd class="detail">${detail}</dd></div>`,
  )}</dl>`;
}
