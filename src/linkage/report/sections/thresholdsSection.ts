// Precision and recall at every threshold: estimated by the model, and true where truth is known, in one chart, so that
// a reader can move the threshold with open eyes.
import { lineLegend } from "../charts/chartLegend.ts";
import { type ChartLine, lineChart } from "../charts/lineChart.ts";
import { niceTicks } from "../charts/niceTicks.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import { shareAxis } from "../parts/shareAxis.ts";
import type { ReportData, ThresholdPoint } from "../reportData.ts";
import { thinEvenly } from "../thinEvenly.ts";

const pointsMax = 80;

function lineOf(
  points: readonly ThresholdPoint[],
  kind: ChartLine["kind"],
  name: string,
  shareOf: (point: ThresholdPoint) => number | null,
): ChartLine {
  return {
    kind,
    name,
    points: points.flatMap((point) => {
      const share = shareOf(point);
      if (share === null || !Number.isFinite(share)) return [];
      return [{ x: point.threshold, y: share, label: `${formatPercent(share)} at ${formatWeight(point.threshold)}` }];
    }),
  };
}

function linesOf(points: readonly ThresholdPoint[]): readonly ChartLine[] {
  return [
    lineOf(points, "estimatedPrecision", "Estimated precision", (point) => point.estimatedPrecision),
    lineOf(points, "estimatedRecall", "Estimated recall", (point) => point.estimatedRecall),
    lineOf(points, "precision", "True precision", (point) => point.precision),
    lineOf(points, "recall", "True recall", (point) => point.recall),
  ].filter((line) => line.points.length > 0);
}

function thresholdsChart(data: ReportData, points: readonly ThresholdPoint[], lines: readonly ChartLine[]): Html {
  const { link, review } = data.thresholds;
  const low = Math.min(...points.map((point) => point.threshold), link, review);
  const high = Math.max(...points.map((point) => point.threshold), link, review, low + 1);
  const ends = lines.map(
    (line) => `${line.name} goes from ${line.points[0]?.label ?? "–"} to ${line.points.at(-1)?.label ?? "–"}`,
  );
  return lineChart({
    id: "precision-recall-by-threshold",
    title: "Precision and recall at each threshold",
    description: `${ends.join("; ")}.`,
    x: {
      name: "Threshold (match weight in bits)",
      low,
      high,
      ticks: niceTicks(low, high, 7).map((value) => ({
        value,
        label: formatWeight(value, Number.isInteger(value) ? 0 : 1),
      })),
    },
    y: shareAxis(
      "Share",
      lines.flatMap((line) => line.points.map((point) => point.y)),
    ),
    lines,
    marks: [
      { value: review, label: `review from ${formatWeight(review)}` },
      { value: link, label: `link from ${formatWeight(link)}` },
    ],
  });
}

function thresholdsTable(points: readonly ThresholdPoint[], isTruthKnown: boolean): Html {
  const truth = (share: number | null) => (share === null ? "–" : formatPercent(share));
  return dataTable({
    caption: "Precision and recall by threshold",
    isCaptionHidden: true,
    columns: [
      { heading: "Threshold", kind: "number" },
      { heading: "Links", kind: "number" },
      { heading: "Estimated precision", kind: "number" },
      { heading: "Estimated recall", kind: "number" },
      ...(isTruthKnown
        ? ([
            { heading: "True precision", kind: "number" },
            { heading: "True recall", kind: "number" },
          ] as const)
        : []),
    ],
    rows: points.map((point) => [
      formatWeight(point.threshold),
      formatCount(point.linkCount),
      formatPercent(point.estimatedPrecision),
      formatPercent(point.estimatedRecall),
      truth(point.precision),
      truth(point.recall),
    ]),
  });
}

/** Chart and table; says so where nothing could be estimated. */
export function thresholdsSection(data: ReportData): ReportSection {
  const id = "thresholds";
  const heading = "Precision and recall";
  const points = thinEvenly(
    [...data.thresholdTable].sort((a, b) => a.threshold - b.threshold),
    pointsMax,
  );
  const lines = linesOf(points);
  if (lines.length === 0) {
    return { id, heading, body: html`<p>There were too few scored pairs to estimate precision and recall.</p>` };
  }
  const isTruthKnown = lines.some((line) => line.kind === "precision" || line.kind === "recall");
  const figure = figureWithTable({
    caption: "Precision and recall at each threshold",
    lead: "A higher threshold links less and errs less; a lower one finds more. The estimates come from the model alone, without labels, and are as good as the model fits.",
    legend: lineLegend(lines),
    chart: thresholdsChart(data, points, lines),
    table: thresholdsTable(points, isTruthKnown),
    layout: "folded",
  });
  return { id, heading, body: figure };
}
