// A small bar in a table cell beside its figure; the figure says it all, so the bar is hidden from screen readers.
import { type Html, html } from "../html.ts";

/** `share` 0 … 1. */
export function completenessBar(share: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="meter" width="56" height="8" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="8" rx="2"/><rect class="bar" width="${width}%" height="8" rx="2"/></svg>`;
}
