// The outside of every chart: an SVG without a view box, so that positions across are percentages and text keeps its size
// at any width; axis labels lie in the padding of the box around it. A screen reader hears the title and description.
import { type Html, html } from "../html.ts";

export interface ChartFrame {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, in a sentence that replaces seeing it. */
  readonly description: string;
  /** Height of the plot in pixels, axis labels not counted. */
  readonly height: number;
  /** Style of the box: where the labels need room. */
  readonly kind: "axes" | "rows" | "labelledRows" | "weights";
  readonly content: Html;
}

/** An accessible SVG chart in its box. */
export function chartFrame({ id, title, description, height, kind, content }: ChartFrame): Html {
  return html`<div class="plot plot-${kind}"><svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" width="100%" height="${height}" focusable="false"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${content}</svg></div>`;
}
