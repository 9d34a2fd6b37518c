// A section of the report: what the table of contents needs to know of it, and its body.
import { type Html, html } from "../html.ts";

export interface ReportSection {
  /** Unique in the page; target of the link in the table of contents. */
  readonly id: string;
  readonly heading: string;
  readonly body: Html;
}

export interface RenderOptions {
  /** False leaves out every value of a person: records, placeholders and top values. */
  readonly examples: boolean;
}

/** The section with its heading, labelled by it. */
export function frameSection({ id, heading, body }: ReportSection): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${body}</section>`;
}
