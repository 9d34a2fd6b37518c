// Suspicious clusters: chains, too large ones, contradicting values: where strangers may have been merged.
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { type Html, html } from "../html.ts";
import { clusterCard } from "../parts/clusterCard.ts";
import { dataTable } from "../parts/dataTable.ts";
import type { RenderOptions, ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

function reasonsTable(data: ReportData): Html {
  const counts = new Map<string, number>();
  for (const { reason } of data.suspiciousClusters) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return dataTable({
    caption: "Suspicious clusters by reason",
    isNarrow: true,
    columns: [
      { heading: "Reason", kind: "wide" },
      { heading: "Clusters", kind: "number" },
    ],
    rows: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 50)
      .map(([reason, count]) => [clipText(reason, 200), formatCount(count)]),
  });
}

/** Reasons alone where examples are left out, otherwise the clusters side by side. */
export function suspiciousSection(data: ReportData, options: RenderOptions): ReportSection {
  const id = "suspicious";
  const heading = "Suspicious clusters";
  if (data.suspiciousClusters.length === 0) {
    return { id, heading, body: html`<p>No cluster looks suspicious.</p>` };
  }
  const lead = html`<p>These clusters may hold more than one person: look at them before acting on the result. Values that differ from most records of the cluster are marked.</p>`;
  if (!options.examples) {
    return {
      id,
      heading,
      body: html`${reasonsTable(data)}<p class="small">Records are left out of this report on purpose.</p>`,
    };
  }
  const columnNames = data.columns.map((column) => column.name);
  const { parts, leftOutCount } = fitWithin(
    data.suspiciousClusters,
    { itemsMax: 40, bytesMax: 700_000 },
    (cluster, index) =>
      clusterCard(cluster, columnNames, {
        id: `suspicious-cluster-${index + 1}`,
        number: index + 1,
        isOpen: index < 2,
      }),
  );
  const rest =
    leftOutCount > 0
      ? html`<p class="small">${formatQuantity(leftOutCount, "more cluster")} left out to keep this file small.</p>`
      : null;
  return { id, heading, body: html`${lead}<div class="cards">${parts}</div>${rest}` };
}
