// Against the truth, where it was given: figures, the precision–recall curve, and the worst errors to learn from.
import { lineChart } from "../charts/lineChart.ts";
import { niceTicks } from "../charts/niceTicks.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import { keyFigures } from "../parts/keyFigure.ts";
import { pairList } from "../parts/pairList.ts";
import type { RenderOptions, ReportSection } from "../parts/reportSection.ts";
import { shareAxis } from "../parts/shareAxis.ts";
import { subgroupTables } from "../parts/subgroupTables.ts";
import type { EvaluationShown, ReportData } from "../reportData.ts";
import { thinEvenly } from "../thinEvenly.ts";

interface CurvePoint {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

function curveOf(data: ReportData): readonly CurvePoint[] {
  const points = data.thresholdTable
    .flatMap(({ threshold, precision, recall }) =>
      precision === null || recall === null ? [] : [{ threshold, precision, recall }],
    )
    .sort((a, b) => a.threshold - b.threshold);
  return thinEvenly(points, 80);
}

function curveFigure(points: readonly CurvePoint[], linkThreshold: number): Html {
  const recallAxis = shareAxis(
    "Recall",
    points.map(({ recall }) => recall),
  );
  const atLink = points.reduce((best, point) =>
    Math.abs(point.threshold - linkThreshold) < Math.abs(best.threshold - linkThreshold) ? point : best,
  );
  return figureWithTable({
    caption: "Precision–recall curve",
    lead: `Each point is a threshold; the nearer the curve comes to the top right, the better. The dashed line marks the recall of pairs at the threshold in use (${formatWeight(linkThreshold)} bits).`,
    chart: lineChart({
      id: "precision-recall-curve",
      title: "Precision–recall curve",
      description: `At the threshold in use pairs have a precision of ${formatPercent(atLink.precision)} and a recall of ${formatPercent(atLink.recall)}.`,
      x: {
        ...recallAxis,
        ticks: niceTicks(recallAxis.low, 1, 5).map((value) => ({ value, label: `${Math.round(value * 100)}%` })),
      },
      y: shareAxis(
        "Precision",
        points.map(({ precision }) => precision),
      ),
      lines: [
        {
          kind: "single",
          name: "True pairs",
          points: points.map(({ threshold, precision, recall }) => ({
            x: recall,
            y: precision,
            label: `precision ${formatPercent(precision)}, recall ${formatPercent(recall)} at ${formatWeight(threshold)}`,
          })),
        },
      ],
      marks: [{ value: atLink.recall, label: "threshold in use" }],
    }),
    table: dataTable({
      caption: "True precision and recall by threshold",
      isCaptionHidden: true,
      columns: [
        { heading: "Threshold", kind: "number" },
        { heading: "Precision", kind: "number" },
        { heading: "Recall", kind: "number" },
      ],
      rows: points.map(({ threshold, precision, recall }) => [
        formatWeight(threshold),
        formatPercent(precision),
        formatPercent(recall),
      ]),
    }),
    layout: "beside",
  });
}

function figuresOf(evaluation: EvaluationShown, data: ReportData): Html {
  const wrong = evaluation.foundPairs - evaluation.correctPairs;
  const missed = evaluation.truePairs - evaluation.correctPairs;
  return keyFigures([
    {
      term: "Precision",
      value: formatPercent(evaluation.precision),
      detail: `Estimated without truth: ${formatPercent(data.precision.estimate)}.`,
    },
    {
      term: "Recall",
      value: formatPercent(evaluation.recall),
      detail: `Estimated without truth: ${formatPercent(data.recall.estimate)}.`,
    },
    { term: "F1", value: formatPercent(evaluation.f1), detail: "Harmonic mean of precision and recall." },
    {
      term: "Wrong pairs",
      value: formatCount(wrong),
      detail: `of ${formatCount(evaluation.foundPairs)} pairs put together by the clusters.`,
    },
    {
      term: "Missed pairs",
      value: formatCount(missed),
      detail: `of ${formatCount(evaluation.truePairs)} pairs of the same person in the truth.`,
    },
  ]);
}

/** Null where no truth was given. */
export function truthSection(data: ReportData, options: RenderOptions): ReportSection | null {
  if (data.evaluation === null) return null;
  const points = curveOf(data);
  const curve = points.length > 1 ? curveFigure(points, data.thresholds.link) : null;
  const errors = !options.examples
    ? html`<p class="small">Records are left out of this report on purpose.</p>`
    : data.worstErrors.length === 0
      ? html`<p>No errors to show.</p>`
      : html`<p>Pairs on which the run was most sure and yet wrong, by the truth given. Truth has errors too: some of these may be right.</p>${pairList(data, data.worstErrors, "error-pair")}`;
  return {
    id: "truth",
    heading: "Against the truth",
    body: html`<p>The truth was used for this evaluation alone: the clusters are the same without it.</p>${figuresOf(data.evaluation, data)}${curve}${subgroupTables(data.evaluation.subgroups ?? [])}<h3>Worst errors</h3>${errors}`,
  };
}
