// Cluster sizes. Most clusters are small; a long tail is the first sign of merged strangers.
import { barListChart } from "../charts/barListChart.ts";
import { countScale } from "../charts/countScale.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

interface SizeRow {
  readonly label: string;
  readonly clusters: number;
  readonly records: number;
}

/** Lowest size of each row; sizes up to 10 stand alone. */
const starts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 21, 51, 101, 1001] as const;

function groupSizes(sizes: ReportData["clusterSizes"]): readonly SizeRow[] {
  return starts
    .map((start, index) => {
      const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
      const members = sizes.filter(({ size }) => size >= start && size < next);
      const span = next === Number.POSITIVE_INFINITY ? `over ${formatCount(start - 1)}` : `${start}–${next - 1}`;
      return {
        label: next - start === 1 ? String(start) : span,
        clusters: members.reduce((sum, { count }) => sum + count, 0),
        records: members.reduce((sum, { size, count }) => sum + size * count, 0),
      };
    })
    .filter(({ clusters }) => clusters > 0);
}

/** Chart and table of cluster sizes. */
export function clustersSection(data: ReportData): ReportSection {
  const rows = groupSizes(data.clusterSizes);
  const heading = "Clusters";
  if (rows.length === 0) return { id: "clusters", heading, body: html`<p>There are no clusters.</p>` };
  const scale = countScale(rows.map(({ clusters }) => clusters));
  const largest = data.clusterSizes.reduce((most, { size }) => Math.max(most, size), 0);
  const records = rows.reduce((sum, row) => sum + row.records, 0);
  const figure = figureWithTable({
    caption: "Clusters by number of records",
    ...(scale.isLogarithmic ? { lead: "Bars are on a logarithmic scale." } : {}),
    chart: barListChart({
      id: "cluster-sizes",
      title: "Clusters by number of records",
      description: rows.map(({ label, clusters }) => `size ${label}: ${formatCount(clusters)}`).join("; "),
      rows: rows.map(({ label, clusters }) => ({
        label,
        length: scale.lengthOf(clusters),
        figure: formatCount(clusters),
      })),
      labels: "left",
    }),
    table: dataTable({
      caption: "Cluster sizes",
      isCaptionHidden: true,
      columns: [
        { heading: "Records in the cluster", kind: "number" },
        { heading: "Clusters", kind: "number" },
        { heading: "Records", kind: "number" },
        { heading: "Share of records", kind: "number" },
      ],
      rows: rows.map((row) => [
        row.label,
        formatCount(row.clusters),
        formatCount(row.records),
        formatPercent(row.records / records),
      ]),
    }),
    layout: "beside",
  });
  return {
    id: "clusters",
    heading,
    body: html`<p>${formatQuantity(data.linkCount, "link")} put ${formatQuantity(data.recordCount, "record")} into <strong>${formatQuantity(data.clusterCount, "cluster")}</strong>; the largest has ${formatQuantity(largest, "record")}.</p>${figure}`,
  };
}
