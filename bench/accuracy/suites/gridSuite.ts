// The study over settings of our own generator: the automatic threshold against the best one of the same scores, and
// whether the precision and recall that a run expects of itself hold the true ones.
import { generatePeople } from "../../../src/generate/generatePeople.ts";
import { Random } from "../../../src/generate/random/random.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import type { BenchContext } from "../benchContext.ts";
import { formatBest } from "../measure/formatBest.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import { shareWithin } from "../measure/thresholdCeiling.ts";
import type { RecordSet } from "../recordSets/recordSet.ts";
import { shuffleRows } from "../variants/shuffleRows.ts";
import { drawGridSettings, type GridSetting } from "./drawGridSettings.ts";

/** Of F1, what an automatic threshold may cost beside the best. */
const costMax = 0.01;
/** With more pairs chance moves F1 by far less than that. */
const pairsToDraw = 50_000;

export interface GridResult {
  readonly label: string;
  readonly outcome: Measurement | Failure;
  /** Best F1 less automatic F1; 1 where the run failed. */
  readonly cost: number;
  /** How likely the threshold costs at most `costMax`, were all probabilities right, 0 … 1; 0 where the run failed. */
  readonly heldIfRight: number;
  readonly isPrecisionInside: boolean;
  readonly isRecallInside: boolean;
}

export async function measureGrid(context: BenchContext): Promise<GridResult[]> {
  const { gridRuns, gridRecordsMax, seed } = context.options;
  const results: GridResult[] = [];
  for (const [index, setting] of drawGridSettings(gridRuns, gridRecordsMax, seed).entries()) {
    const set = makeGridSet(setting);
    const label = `grid ${index + 1} of ${gridRuns}, ${set.rows.length.toLocaleString("en")} records`;
    let heldIfRight = 0;
    const onRun = ({ facts: { scored, model } }: LinkRun): void => {
      const { logOdds, count } = scored.links;
      heldIfRight = count > pairsToDraw ? 1 : shareWithin(logOdds.subarray(0, count), model.thresholds.link, costMax);
    };
    const outcome = await context.measureSet(set, { label, reliability: "made-up people (grid)", onRun });
    results.push(judge(setting, outcome, heldIfRight));
  }
  return results;
}

function makeGridSet({ options, acrossOnly }: GridSetting): RecordSet {
  const people = [...generatePeople(options)];
  const set: RecordSet = {
    name: "grid",
    columns: options.fields,
    rows: people.map((record) => options.fields.map((field) => record[field])),
    ids: people.map((record) => record.unique_id),
    truth: people.map((record) => record.cluster_id),
    sources: (options.sources ?? 1) > 1 ? people.map((record) => record.source) : null,
    acrossOnly,
  };
  return shuffleRows(set, new Random(options.seed ?? 1));
}

function judge({ label }: GridSetting, outcome: Measurement | Failure, heldIfRight: number): GridResult {
  if (isFailure(outcome))
    return { label, outcome, cost: 1, heldIfRight: 0, isPrecisionInside: false, isRecallInside: false };
  const { f1, bestF1, precision, recall, estimated } = outcome;
  const isInside = (value: number, { low, high }: { low: number; high: number }): boolean =>
    value >= low && value <= high;
  return {
    label,
    outcome,
    cost: Math.max(0, (bestF1 ?? f1) - f1),
    heldIfRight,
    isPrecisionInside: isInside(precision, estimated.precision),
    isRecallInside: isInside(recall, estimated.recall),
  };
}

/** Shares over all runs. */
export function gridSummaryTable(results: readonly GridResult[]): Table {
  const shown = (held: number, digits = 0): string =>
    `${held.toFixed(digits)} of ${results.length} (${Math.round((100 * held) / Math.max(1, results.length))} %)`;
  const share = (test: (result: GridResult) => boolean): string => shown(results.filter(test).length);
  const ifRight = results.reduce((sum, { heldIfRight }) => sum + heldIfRight, 0);
  return {
    id: "grid",
    title: "Made-up people over a grid of settings",
    columns: ["what", "held", "wanted"],
    rows: [
      ["automatic threshold costs at most .01", share(({ cost }) => cost <= costMax), "90 %"],
      ["the same, expected were all probabilities right", shown(ifRight, 1), ""],
      ["true precision within the run's interval", share(({ isPrecisionInside }) => isPrecisionInside), "90 %"],
      ["true recall within the run's interval", share(({ isRecallInside }) => isRecallInside), "90 %"],
      ["both within", share((result) => result.isPrecisionInside && result.isRecallInside), ""],
      ["no failure", share(({ outcome }) => !isFailure(outcome)), "100 %"],
    ],
  };
}

/** Runs sorted by cost, the dearest first. */
export function worstTable(results: readonly GridResult[], count: number): Table {
  const worst = [...results].sort((a, b) => b.cost - a.cost).slice(0, count);
  return {
    id: "worst",
    title: `The ${worst.length} runs where the automatic threshold costs most`,
    columns: [
      "cost",
      "held if right",
      "F1",
      "best threshold",
      "P",
      "P expected",
      "R",
      "R expected",
      "true pairs",
      "largest (true)",
      "settings",
    ],
    rows: worst.map((result) => gridRow(result)),
  };
}

function gridRow({ cost, heldIfRight, outcome, label }: GridResult): string[] {
  if (isFailure(outcome)) return [formatShare(cost), "", outcome.failure, "", "", "", "", "", "", "", label];
  const { precision, recall } = outcome.estimated;
  const interval = ({ estimate, low, high }: typeof precision): string =>
    `${formatShare(estimate)} (${formatShare(low)}–${formatShare(high)})`;
  return [
    formatShare(cost),
    formatShare(heldIfRight),
    formatShare(outcome.f1),
    formatBest(outcome),
    formatShare(outcome.precision),
    interval(precision),
    formatShare(outcome.recall),
    interval(recall),
    outcome.truePairs.toLocaleString("en"),
    `${outcome.largestCluster} (${outcome.largestTrueCluster})`,
    label,
  ];
}
