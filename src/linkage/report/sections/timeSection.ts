// Where the time went, stage by stage, and the peak of memory.
import { barListChart } from "../charts/barListChart.ts";
import { clipText } from "../clipText.ts";
import { formatBytes } from "../format/formatBytes.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatDuration } from "../format/formatDuration.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { ReportData } from "../reportData.ts";

/** Seconds per stage in the order given, and memory. */
export function timeSection(data: ReportData): ReportSection {
  const stages = Object.entries(data.secondsPerStage).slice(0, 40);
  const total = stages.reduce((sum, [, seconds]) => sum + seconds, 0);
  const longest = stages.reduce((most, [, seconds]) => Math.max(most, seconds), 0);
  const perRecord = data.recordCount === 0 ? "" : ` (${formatBytes(data.peakMemoryBytes / data.recordCount)} a record)`;
  const rate = total > 0 && data.recordCount > 0 ? `, ${formatCount(data.recordCount / total)} records a second` : "";
  const memory = html`<p>The run took <strong>${formatDuration(total)}</strong>${rate}. Peak memory: <strong>${formatBytes(data.peakMemoryBytes)}</strong>${perRecord}.</p>`;
  if (stages.length === 0) return { id: "time", heading: "Time and memory", body: memory };
  const figure = figureWithTable({
    caption: "Time of each stage",
    chart: barListChart({
      id: "stage-times",
      title: "Time of each stage",
      description: stages.map(([stage, seconds]) => `${clipText(stage, 40)}: ${formatDuration(seconds)}`).join("; "),
      rows: stages.map(([stage, seconds]) => ({
        label: clipText(stage, 14),
        length: longest > 0 ? seconds / longest : 0,
        figure: formatDuration(seconds),
      })),
      labels: "left",
    }),
    table: dataTable({
      caption: "Seconds per stage",
      isCaptionHidden: true,
      columns: [
        { heading: "Stage", kind: "text" },
        { heading: "Seconds", kind: "number" },
        { heading: "Share", kind: "number" },
      ],
      rows: stages.map(([stage, seconds]) => [
        clipText(stage, 60),
        seconds.toFixed(2),
        total > 0 ? formatPercent(seconds / total) : "–",
      ]),
    }),
    layout: "beside",
  });
  return { id: "time", heading: "Time and memory", body: html`${memory}${figure}` };
}
