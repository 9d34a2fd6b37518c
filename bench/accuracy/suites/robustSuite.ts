// The development sets changed in ways that should change nothing, and cut in ways that leave less to go on: the first are
// held against the set as it is, the second against the best threshold of the same scores.
import { join } from "node:path";
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import type { BenchContext } from "../benchContext.ts";
import { formatBest } from "../measure/formatBest.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import { developmentSets, findDataFolder } from "../recordSets/developmentSets.ts";
import { readRecordSet } from "../recordSets/readRecordSet.ts";
import { dropRecordsMax, listVariants, type Variant, type VariantGroup, variantGroups } from "./listVariants.ts";

export interface RobustResult {
  readonly set: string;
  readonly variant: string;
  readonly group: VariantGroup;
  readonly outcome: Measurement | Failure;
  readonly reference: number | null;
  /** Within the bound of the variant, and no giant cluster. */
  readonly isWithin: boolean;
}

/** Null where the data are not beside the checkout. */
export async function measureRobustness(context: BenchContext): Promise<RobustResult[] | null> {
  const data = findDataFolder();
  if (data === null) return null;
  const results: RobustResult[] = [];
  for (const development of developmentSets) {
    if (!context.isWanted(development.name)) continue;
    if (context.options.isQuick && development.name === "historical_50k") continue;
    const set = await readRecordSet(join(data, development.name, "records.csv"), development);
    const plain = await context.measureSet(set, { label: `${set.name} as is`, sweep: false });
    const plainF1 = isFailure(plain) ? null : plain.f1;
    for (const variant of listVariants(set, development, context.options)) {
      const sweep = variant.against === "best threshold";
      const outcome = await context.measureSet(
        variant.set,
        { label: `${set.name} ${variant.name}`, sweep },
        variant.names,
      );
      results.push(judge(set.name, variant, outcome, plainF1));
    }
  }
  return results;
}

function judge(set: string, variant: Variant, outcome: Measurement | Failure, plainF1: number | null): RobustResult {
  const { name, group, against, allowed } = variant;
  if (isFailure(outcome)) return { set, variant: name, group, outcome, reference: null, isWithin: false };
  const reference = against === "as is" ? plainF1 : outcome.bestF1;
  const isGiant = outcome.largestCluster > Math.max(20, 3 * outcome.largestTrueCluster);
  const isWithin = !isGiant && (reference === null || outcome.f1 >= reference - allowed - 1e-9);
  return { set, variant: name, group, outcome, reference, isWithin };
}

/** One row a set and group: how many held, and the largest fall. */
export function robustSummaryTable(results: readonly RobustResult[]): Table {
  const sets = [...new Set(results.map(({ set }) => set))];
  return {
    id: "robust",
    title: "Robustness: variants of the development sets that held, and the largest fall in F1",
    columns: ["set", ...variantGroups],
    rows: sets.map((set) => [
      set,
      ...variantGroups.map((group) => {
        const found = results.filter((result) => result.set === set && result.group === group);
        const falls = found.map(({ outcome, reference }) =>
          isFailure(outcome) || reference === null ? 0 : Math.max(0, reference - outcome.f1),
        );
        const held = found.filter(({ isWithin }) => isWithin).length;
        return found.length === 0 ? "–" : `${held} of ${found.length} (${formatShare(Math.max(...falls))})`;
      }),
    ]),
    notes: [
      "Renamed and rewritten sets and those three times over are held against the set as it is (allowed: .01 for names of columns, .02 three times over, .002 else); cut ones against the best threshold of the same scores (.02). No cluster may be three times as large as the largest true one.",
      `Sets of more than ${dropRecordsMax.toLocaleString("en")} records lose fields on a sample of their persons.`,
    ],
  };
}

/** One row a variant. */
export function robustTable(results: readonly RobustResult[], id: string, title: string): Table {
  return {
    id,
    title,
    columns: ["set", "variant", "P", "R", "F1", "against", "difference", "held", "largest cluster (true)", "seconds"],
    rows: results.map(({ set, variant, outcome, reference, isWithin }) => {
      if (isFailure(outcome)) return [set, variant, "", "", outcome.failure, "", "", "no"];
      return [
        set,
        variant,
        formatShare(outcome.precision),
        formatShare(outcome.recall),
        formatShare(outcome.f1),
        outcome.bestF1 === null ? formatShare(reference) : formatBest(outcome),
        formatShare(reference === null ? null : outcome.f1 - reference),
        isWithin ? "yes" : "no",
        `${outcome.largestCluster} (${outcome.largestTrueCluster})`,
        outcome.seconds.toFixed(1),
      ];
    }),
  };
}
