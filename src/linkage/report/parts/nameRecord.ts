// How a record is called in the report: its source, where there are several, and its identifier there.
import { clipText } from "../clipText.ts";
import { type Html, html } from "../html.ts";
import type { RecordShown } from "../reportData.ts";

/** "hospital: 1234" or "1234", isolated so that right-to-left text cannot reorder the line. */
export function nameRecord(record: RecordShown): Html {
  return html`${record.source === null ? null : html`<bdi class="source">${clipText(record.source, 40)}:</bdi> `}<bdi>${clipText(record.recordId, 40)}</bdi>`;
}
