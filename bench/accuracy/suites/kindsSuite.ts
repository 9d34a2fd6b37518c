// Kinds of files that the development sets are not, each linked with defaults and held against the best threshold of the
// same scores, and linked again with its columns called c1 … cn, where content alone says what they are.
import { Random } from "../../../src/generate/random/random.ts";
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import type { BenchContext } from "../benchContext.ts";
import { kinds } from "../kinds/kinds.ts";
import { formatBest } from "../measure/formatBest.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import { renameAttributes } from "../variants/renameAttributes.ts";

export interface KindResult {
  readonly kind: string;
  readonly description: string;
  readonly outcome: Measurement | Failure;
  /** With its columns called c1 … cn. */
  readonly unnamed: Measurement | Failure;
}

const quickScale = 0.1;

export async function measureKinds(context: BenchContext): Promise<KindResult[]> {
  const results: KindResult[] = [];
  const { seed, isQuick } = context.options;
  for (const kind of kinds) {
    if (!context.isWanted(kind.name)) continue;
    const set = kind.make(new Random(seed), isQuick ? quickScale : 1);
    const outcome = await context.measureSet(set, { label: kind.name, reliability: kind.name });
    const unnamed = await context.measureSet(renameAttributes(set), { label: `${kind.name} c1 … cn`, sweep: false });
    results.push({ kind: kind.name, description: kind.description, outcome, unnamed });
  }
  return results;
}

export function kindsTable(results: readonly KindResult[]): Table {
  return {
    id: "kinds",
    title: "Other kinds of files (made up by generators that share nothing with ours)",
    columns: [
      "kind",
      "records",
      "true pairs",
      "P",
      "R",
      "F1",
      "best threshold",
      "largest cluster (true)",
      "seconds",
      "F1 called c1 … cn",
    ],
    rows: results.map(({ kind, outcome, unnamed }) => {
      const unnamedF1 = isFailure(unnamed) ? unnamed.failure : formatShare(unnamed.f1);
      if (isFailure(outcome)) return [kind, "", "", "", "", outcome.failure, "", "", "", unnamedF1];
      return [
        kind,
        outcome.records.toLocaleString("en"),
        outcome.truePairs.toLocaleString("en"),
        formatShare(outcome.precision),
        formatShare(outcome.recall),
        formatShare(outcome.f1),
        formatBest(outcome),
        `${outcome.largestCluster} (${outcome.largestTrueCluster})`,
        outcome.seconds.toFixed(1),
        unnamedF1,
      ];
    }),
    notes: results.map(({ kind, description }) => `${kind}: ${description}.`),
  };
}
