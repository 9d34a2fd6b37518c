// One pair of records to judge: both side by side, and the waterfall that says how it came to its match weight.
import { waterfallChart } from "../charts/waterfallChart.ts";
import { clipText } from "../clipText.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { formatWeight } from "../format/formatWeight.ts";
import { type Html, html } from "../html.ts";
import type { PairShown, ReportData, WaterfallStep } from "../reportData.ts";
import { comparePair } from "./comparePair.ts";
import { dataTable } from "./dataTable.ts";
import { figureWithTable } from "./figureWithTable.ts";
import { nameRecord } from "./nameRecord.ts";

const stepsMax = 40;

const reasonWords: Readonly<Record<string, string>> = {
  doubtful: "doubtful",
  missed: "missed: same person in the truth",
  wrong: "wrong: different persons in the truth",
};

/** The steps cut to `stepsMax`; whatever is then missing to the match weight becomes one more step, never a silent gap. */
function completeSteps(pair: PairShown): readonly WaterfallStep[] {
  const steps = pair.steps.slice(0, stepsMax);
  const rest = pair.matchWeight - steps.reduce((sum, step) => sum + step.weight, 0);
  return Math.abs(rest) > 0.05 ? [...steps, { label: "Other adjustments", level: "", weight: rest }] : steps;
}

function stepsTable(steps: readonly WaterfallStep[]): Html {
  let sum = 0;
  return dataTable({
    caption: "Steps to the match weight",
    isCaptionHidden: true,
    columns: [
      { heading: "Comparison", kind: "text" },
      { heading: "Level", kind: "text" },
      { heading: "Weight", kind: "number" },
      { heading: "Sum", kind: "number" },
    ],
    rows: steps.map(({ label, level, weight }) => {
      sum += weight;
      return [clipText(label, 80), clipText(level, 80), formatWeight(weight, 2), formatWeight(sum, 2)];
    }),
  });
}

/** A card that opens and closes; `id` is unique in the page. */
export function pairCard(
  data: ReportData,
  pair: PairShown,
  place: { readonly id: string; readonly number: number; readonly isOpen: boolean },
): Html {
  const steps = completeSteps(pair);
  const figure = figureWithTable({
    caption: "How the match weight adds up",
    lead: "The dashed line is the threshold for a link, the thin line is zero.",
    chart: waterfallChart({
      id: `${place.id}-waterfall`,
      title: `Waterfall of pair ${place.number}`,
      steps: steps.map((step) => ({ ...step, label: clipText(step.label, 60), level: clipText(step.level, 60) })),
      total: pair.matchWeight,
      thresholds: data.thresholds,
    }),
    table: stepsTable(steps),
    layout: "folded",
  });
  const heading = html`<summary><h3>Pair ${place.number}</h3><span class="summary-names">${nameRecord(pair.left)} <span class="and">and</span> ${nameRecord(pair.right)}</span><span class="summary-figures">${formatWeight(pair.matchWeight)} bits · probability ${formatPercent(pair.matchProbability)} · ${reasonWords[pair.reason] ?? clipText(pair.reason, 80)}</span></summary>`;
  const columnNames = data.columns.map((column) => column.name);
  return html`<details class="card" id="${place.id}"${place.isOpen ? html` open` : null}>${heading}<div class="beside pair-body"><div>${comparePair(pair.left, pair.right, columnNames)}</div>${figure}</div></details>`;
}
