// Two records side by side, field by field, with how each field agrees said in words and the differing letters marked. Roles
// are spelt out because narrow screens lay the rows out as a grid, which would take them away.

import { clipText } from "../clipText.ts";
import { formatQuantity } from "../format/formatCount.ts";
import { type Html, html } from "../html.ts";
import type { RecordShown } from "../reportData.ts";
import { type Agreement, compareShown } from "./compareShown.ts";
import { fieldsShown } from "./fieldsShown.ts";
import { markDifference } from "./markDifference.ts";
import { nameRecord } from "./nameRecord.ts";

const fieldsMax = 40;
const charactersMax = 120;

const signs: Readonly<Record<Agreement, string>> = { same: "=", alike: "≈", different: "≠", missing: "–" };
const signWords: Readonly<Record<Agreement, string>> = {
  same: "same",
  alike: "same but for case, accents or punctuation",
  different: "different",
  missing: "missing on one side",
};

const missing = html`<span class="missing">missing</span>`;

function fieldRow(name: string, left: string | undefined, right: string | undefined): Html {
  const agreement = compareShown(left, right);
  const [leftCell, rightCell] =
    agreement === "different"
      ? markDifference(left ?? "", right ?? "", charactersMax)
      : [left, right].map((text) => (text === undefined ? missing : html`${clipText(text, charactersMax)}`));
  return html`<tr role="row" class="is-${agreement}"><th role="rowheader" scope="row"><bdi>${clipText(name, 60)}</bdi></th><td role="cell"><bdi>${leftCell}</bdi></td><td role="cell" class="sign"><span aria-hidden="true">${signs[agreement]}</span><span class="hidden">${signWords[agreement]}</span></td><td role="cell"><bdi>${rightCell}</bdi></td></tr>`;
}

/** A table of both records' fields; `columnNames` gives the order. */
export function comparePair(left: RecordShown, right: RecordShown, columnNames: readonly string[]): Html {
  const { names, leftOutCount } = fieldsShown([left, right], columnNames, fieldsMax);
  const rest =
    leftOutCount > 0 ? html`<p class="small">${formatQuantity(leftOutCount, "more field")} not shown.</p>` : null;
  return html`<table role="table" class="pair-table"><caption class="hidden">The two records field by field</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th><th role="columnheader" scope="col">${nameRecord(left)}</th><th role="columnheader" scope="col" class="sign"><span class="hidden">Agreement</span></th><th role="columnheader" scope="col">${nameRecord(right)}</th></tr></thead><tbody role="rowgroup">${names.map(
    (name) => fieldRow(name, left.values[name], right.values[name]),
  )}</tbody></table>${rest}`;
}
