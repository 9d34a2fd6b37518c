// Whether probabilities mean what they say: the reliability of pairs over the runs of the other suites, and expected
// precision and recall beside the true ones.
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import type { ReliabilityBin } from "../measure/reliability.ts";

/** One row a set and one column a range of probabilities: the true share of the pairs there, and how many they are. */
export function reliabilityTable(reliability: ReadonlyMap<string, readonly ReliabilityBin[]>): Table {
  const sets = [...reliability];
  const bins = sets[0]?.[1] ?? [];
  return {
    id: "reliability",
    title: "Reliability: true share of pairs by match probability (number of pairs)",
    columns: ["set", ...bins.map(({ from, to }) => `${from}–${to}`)],
    rows: sets.map(([name, found]) => [
      name,
      ...found.map(({ pairs, truePairs }) =>
        pairs === 0 ? "–" : `${formatShare(truePairs / pairs)} (${pairs.toLocaleString("en")})`,
      ),
    ]),
    notes: ["Pairs are those compared under some blocking rule; a calibrated share lies in its column's range."],
  };
}

export interface NamedOutcome {
  readonly name: string;
  readonly outcome: Measurement | Failure;
}

export function expectationTable(outcomes: readonly NamedOutcome[]): Table {
  return {
    id: "expectation",
    title: "Expected and true precision and recall",
    columns: ["set", "P expected", "interval", "P true", "inside", "R expected", "interval", "R true", "inside"],
    rows: outcomes.flatMap(({ name, outcome }) => {
      if (isFailure(outcome)) return [];
      const { precision, recall } = outcome.estimated;
      const cells = (expected: typeof precision, value: number): string[] => [
        formatShare(expected.estimate),
        `${formatShare(expected.low)}–${formatShare(expected.high)}`,
        formatShare(value),
        value >= expected.low && value <= expected.high ? "yes" : "no",
      ];
      return [[name, ...cells(precision, outcome.precision), ...cells(recall, outcome.recall)]];
    }),
  };
}
