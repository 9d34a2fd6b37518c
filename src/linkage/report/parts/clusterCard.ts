// One suspicious cluster with its records side by side; fields in which they contradict each other are marked.
import { clipText } from "../clipText.ts";
import { formatQuantity } from "../format/formatCount.ts";
import { type Html, html } from "../html.ts";
import type { ClusterShown, RecordShown } from "../reportData.ts";
import { compareShown } from "./compareShown.ts";
import { fieldsShown } from "./fieldsShown.ts";
import { nameRecord } from "./nameRecord.ts";

const recordsMax = 12;
const fieldsMax = 30;
const charactersMax = 80;

/** The value that most records have, the first where several are as common; others are compared with it. */
function mostCommon(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function fieldRow(name: string, records: readonly RecordShown[]): Html {
  const values = records.map((record) => record.values[name]);
  const usual = mostCommon(values);
  const differs = values.map((value) => compareShown(usual, value) === "different");
  const isMixed = differs.includes(true);
  return html`<tr class="${isMixed ? "is-different" : "is-same"}"><th scope="row"><bdi>${clipText(name, 60)}</bdi>${isMixed ? html`<br><span class="small">differs</span>` : null}</th>${values.map(
    (value, index) =>
      html`<td><bdi>${
        value === undefined
          ? html`<span class="missing">missing</span>`
          : differs[index]
            ? html`<mark>${clipText(value, charactersMax)}</mark>`
            : clipText(value, charactersMax)
      }</bdi></td>`,
  )}</tr>`;
}

/** A card that opens and closes. */
export function clusterCard(
  cluster: ClusterShown,
  columnNames: readonly string[],
  place: { readonly id: string; readonly number: number; readonly isOpen: boolean },
): Html {
  const records = cluster.records.slice(0, recordsMax);
  const { names, leftOutCount } = fieldsShown(records, columnNames, fieldsMax);
  const more = [
    ...(cluster.records.length > recordsMax
      ? [formatQuantity(cluster.records.length - recordsMax, "more record")]
      : []),
    ...(leftOutCount > 0 ? [formatQuantity(leftOutCount, "more field")] : []),
  ];
  const label = `Cluster ${place.number}: records field by field`;
  return html`<details class="card" id="${place.id}"${place.isOpen ? html` open` : null}><summary><h3>Cluster ${place.number}</h3><span class="summary-names"><bdi>${clipText(cluster.clusterId, 40)}</bdi></span><span class="summary-figures">${formatQuantity(cluster.records.length, "record")} · ${clipText(cluster.reason, 200)}</span></summary><div class="scroll" role="group" tabindex="0" aria-label="${label} (table)"><table class="cluster-table"><caption class="hidden">${label}</caption><thead><tr><th scope="col">Field</th>${records.map(
    (record) => html`<th scope="col">${nameRecord(record)}</th>`,
  )}</tr></thead><tbody>${names.map((name) => fieldRow(name, records))}</tbody></table></div>${more.length > 0 ? html`<p class="small">${more.join(" and ")} not shown.</p>` : null}</details>`;
}
