// How training went: the largest change of any probability in each round, on a logarithmic axis, should fall.
import { lineChart } from "../charts/lineChart.ts";
import { niceTicks } from "../charts/niceTicks.ts";
import { describeOdds } from "../format/describeOdds.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatPowerOfTen } from "../format/formatPowerOfTen.ts";
import { formatProbability } from "../format/formatProbability.ts";
import { type Html, html } from "../html.ts";
import type { ReportData } from "../reportData.ts";
import { thinEvenly } from "../thinEvenly.ts";
import { dataTable } from "./dataTable.ts";
import { figureWithTable } from "./figureWithTable.ts";

type Round = ReportData["trainingRounds"][number];

const smallestShown = 1e-12;

function changeChart(rounds: readonly Round[]): Html {
  const logs = rounds.map(({ largestChange }) => Math.log10(Math.max(smallestShown, largestChange) || smallestShown));
  const low = Math.floor(Math.min(...logs, -1));
  const high = Math.max(0, Math.ceil(Math.max(...logs)));
  const first = rounds[0]?.round ?? 0;
  const last = Math.max(first + 1, rounds.at(-1)?.round ?? 1);
  return lineChart({
    id: "training",
    title: "Largest change in each training round",
    description: `The largest change of a probability went from ${formatProbability(rounds[0]?.largestChange ?? 0)} in the first round to ${formatProbability(rounds.at(-1)?.largestChange ?? 0)} in the last.`,
    x: {
      name: "Round",
      low: first,
      high: last,
      ticks: niceTicks(first, last, 6)
        .filter(Number.isInteger)
        .map((value) => ({ value, label: formatCount(value) })),
    },
    y: {
      name: "Largest change (logarithmic)",
      low,
      high,
      ticks: niceTicks(low, high, 5)
        .filter(Number.isInteger)
        .map((value) => ({
          value,
          label: value >= -3 ? String(Number((10 ** value).toPrecision(1))) : formatPowerOfTen(value),
        })),
    },
    lines: [
      {
        kind: "single",
        name: "Largest change",
        points: rounds.map(({ round, largestChange }, index) => ({
          x: round,
          y: logs[index] ?? 0,
          label: `round ${formatCount(round)}, ${formatProbability(largestChange)}`,
        })),
      },
    ],
    marks: [],
  });
}

/** Chart and table of the training rounds; says so where there were none. */
export function trainingFigure(data: ReportData): Html {
  if (data.trainingRounds.length === 0) {
    return html`<p>There was no training in this run: the model was given, or there was nothing to learn from.</p>`;
  }
  const rounds = thinEvenly(data.trainingRounds, 60);
  return figureWithTable({
    caption: `${formatQuantity(data.trainingRounds.length, "round")} of training without labels`,
    lead: "Training stops when a round changes no probability by much. A line that does not fall means that the model did not settle.",
    chart: changeChart(rounds),
    table: dataTable({
      caption: "Training rounds",
      isCaptionHidden: true,
      columns: [
        { heading: "Round", kind: "number" },
        { heading: "Prior", kind: "number" },
        { heading: "Largest change", kind: "number" },
      ],
      rows: rounds.map(({ round, prior, largestChange }) => [
        formatCount(round),
        prior > 0 && prior < 1 ? describeOdds(Math.log2(prior / (1 - prior))) : formatProbability(prior),
        formatProbability(largestChange),
      ]),
    }),
    layout: "beside",
  });
}
