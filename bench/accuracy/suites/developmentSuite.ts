// Every development set as the command links it: defaults, the truth for evaluation alone.
import { join } from "node:path";
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import type { BenchContext } from "../benchContext.ts";
import { formatBest } from "../measure/formatBest.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import { type DevelopmentSet, developmentSets, findDataFolder } from "../recordSets/developmentSets.ts";

export interface DevelopmentResult {
  readonly set: string;
  readonly goal: number;
  readonly outcome: Measurement | Failure;
}

/** Null where the data are not beside the checkout. */
export async function measureDevelopmentSets(context: BenchContext): Promise<DevelopmentResult[] | null> {
  const data = findDataFolder();
  if (data === null) return null;
  const results: DevelopmentResult[] = [];
  for (const set of developmentSets) {
    if (!context.isWanted(set.name)) continue;
    const outcome = await context.measure(linkOptionsOf(set, data), { label: set.name, reliability: set.name });
    results.push({ set: set.name, goal: set.goal, outcome });
  }
  return results;
}

function linkOptionsOf({ name, sourceColumn, acrossOnly }: DevelopmentSet, data: string) {
  return {
    input: join(data, name, "records.csv"),
    truth: join(data, name, "truth.csv"),
    ...(sourceColumn === null ? {} : { sourceColumn }),
    ...(acrossOnly ? { acrossOnly } : {}),
  };
}

export function developmentTable(results: readonly DevelopmentResult[]): Table {
  return {
    id: "sets",
    title: "Development sets, defaults",
    columns: [
      "set",
      "records",
      "P",
      "R",
      "F1",
      "goal",
      "reached",
      "best threshold",
      "largest cluster (true)",
      "seconds",
    ],
    rows: results.map(({ set, goal, outcome }) => {
      if (isFailure(outcome)) return [set, "", "", "", outcome.failure, formatShare(goal), "no"];
      return [
        set,
        outcome.records.toLocaleString("en"),
        formatShare(outcome.precision),
        formatShare(outcome.recall),
        formatShare(outcome.f1),
        formatShare(goal),
        outcome.f1 >= goal ? "yes" : "no",
        formatBest(outcome),
        `${outcome.largestCluster} (${outcome.largestTrueCluster})`,
        outcome.seconds.toFixed(1),
      ];
    }),
    notes: [
      '"best threshold" is the F1 that the same scores reach with the threshold picked on the truth, and that threshold in bits.',
    ],
  };
}
