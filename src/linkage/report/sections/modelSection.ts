// The model: the prior, and for each comparison what each level says for or against a match, with m and u beside it.

import { swatchLegend } from "../charts/chartLegend.ts";
import { levelWeightsChart, type WeightScale, weightScale } from "../charts/levelWeightsChart.ts";
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { describeOdds } from "../format/describeOdds.ts";
import { formatQuantity } from "../format/formatCount.ts";
import { formatProbability } from "../format/formatProbability.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import { trainingFigure } from "../parts/trainingFigure.ts";
import type { ComparisonShown, ReportData } from "../reportData.ts";

const levelsMax = 30;

function comparisonFigure(comparison: ComparisonShown, index: number, scale: WeightScale): Html {
  const name = clipText(comparison.name, 80);
  const levels = comparison.levels.slice(0, levelsMax).map((level) => ({ ...level, label: clipText(level.label, 48) }));
  const termFrequency = comparison.usesTermFrequency
    ? html` <span class="tag">weighted by how common the value is</span>`
    : null;
  return figureWithTable({
    caption: name,
    lead: html`${clipText(comparison.description, 300)}${termFrequency}`,
    chart: levelWeightsChart(`weights-${index + 1}`, name, levels, scale),
    table: dataTable({
      caption: `Levels of ${name}`,
      isCaptionHidden: true,
      columns: [
        { heading: "Level", kind: "text" },
        { heading: "m", kind: "number" },
        { heading: "u", kind: "number" },
        { heading: "Weight", kind: "number" },
      ],
      rows: levels.map(({ label, m, u, weight }) => [
        label,
        formatProbability(m),
        formatProbability(u),
        formatWeight(weight, 2),
      ]),
    }),
    layout: "beside",
  });
}

function comparisonFigures(data: ReportData): Html {
  const scale = weightScale(data.comparisons.flatMap((comparison) => comparison.levels.map((level) => level.weight)));
  const { parts, leftOutCount } = fitWithin(
    data.comparisons,
    { itemsMax: 100, bytesMax: 500_000 },
    (comparison, index) => comparisonFigure(comparison, index, scale),
  );
  return html`<p class="small">All bars share one scale.</p>${swatchLegend([
    { className: "against", name: "left of zero: speaks against a match" },
    { className: "for", name: "right of zero: speaks for a match" },
  ])}<div class="comparisons">${parts}</div>${leftOutCount > 0 ? html`<p class="small">${formatQuantity(leftOutCount, "more comparison")} not shown.</p>` : null}`;
}

/** Prior, weights per level, m and u, training history. */
export function modelSection(data: ReportData): ReportSection {
  const intro = html`<p>Before any field is looked at, two records picked at random match with a chance of <strong>${describeOdds(data.priorWeight)}</strong> (prior ${formatWeight(data.priorWeight)} bits). Each comparison then adds the weight of the level that the pair reaches. One bit doubles the odds; ten bits multiply them by a thousand.</p>`;
  const weights =
    data.comparisons.length === 0
      ? html`<p>The model has no comparisons: no column could be compared.</p>`
      : html`<h3>Weights of each comparison</h3>${comparisonFigures(data)}`;
  return { id: "model", heading: "Model", body: html`${intro}${weights}<h3>Training</h3>${trainingFigure(data)}` };
}
