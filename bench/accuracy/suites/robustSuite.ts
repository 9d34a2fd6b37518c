// The development sets changed in ways that should change nothing, and cut in ways that leave less to go on: the first are
// held against the set as it is, the second against the best threshold of the same scores.
import { join } from "node:path";
import { Random } from "../../../src/generate/random/random.ts";
import { formatShare } from "../../table/formatShare.ts";
import type { Table } from "../../table/formatTable.ts";
import type { BenchContext } from "../benchContext.ts";
import { type Failure, isFailure, type Measurement } from "../measure/measureRun.ts";
import { type DevelopmentSet, developmentSets, findDataFolder } from "../recordSets/developmentSets.ts";
import { readRecordSet } from "../recordSets/readRecordSet.ts";
import { keepColumns, type RecordSet, type ServiceNames } from "../recordSets/recordSet.ts";
import { renameColumns } from "../variants/renameColumns.ts";
import { reorderColumns } from "../variants/reorderColumns.ts";
import { repeatRecords } from "../variants/repeatRecords.ts";
import { rewriteDates } from "../variants/rewriteDates.ts";
import { samplePersons, sampleRecords } from "../variants/sampleRecords.ts";
import { shuffleRows } from "../variants/shuffleRows.ts";
import { upperCase } from "../variants/upperCase.ts";
import { writeNull } from "../variants/writeNull.ts";

interface Variant {
  readonly name: string;
  readonly set: RecordSet;
  readonly names?: ServiceNames;
  /** "as is": F1 of the set unchanged; "best threshold": of the same scores; "none": nothing collapses. */
  readonly against: "as is" | "best threshold" | "none";
  /** F1 may fall by so much. */
  readonly allowed: number;
}

export interface RobustResult {
  readonly set: string;
  readonly variant: string;
  readonly outcome: Measurement | Failure;
  readonly reference: number | null;
  /** Null where the variant has no bound. */
  readonly isWithin: boolean | null;
}

/** Records above which fields are dropped on a sample of persons, to keep the whole within minutes. */
const dropRecordsMax = 12_000;

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
    for (const variant of listVariants(set, development, context)) {
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
  const { name, against, allowed } = variant;
  if (isFailure(outcome)) return { set, variant: name, outcome, reference: null, isWithin: false };
  const reference = against === "as is" ? plainF1 : against === "best threshold" ? outcome.bestF1 : null;
  const isGiant = outcome.largestCluster > Math.max(20, 3 * outcome.largestTrueCluster);
  const isWithin = !isGiant && (reference === null || outcome.f1 >= reference - allowed - 1e-9);
  return { set, variant: name, outcome, reference, isWithin };
}

function listVariants(set: RecordSet, development: DevelopmentSet, { options }: BenchContext): Variant[] {
  const random = new Random(options.seed);
  const renamed = renameColumns(set);
  const rewritten = rewriteDates(set);
  const same = (name: string, changed: RecordSet): Variant => ({
    name,
    set: changed,
    against: "as is",
    allowed: 0.002,
  });
  const less = (name: string, changed: RecordSet): Variant => ({
    name,
    set: changed,
    against: "best threshold",
    allowed: 0.02,
  });
  const smaller = set.rows.length > dropRecordsMax ? samplePersons(set, dropRecordsMax / set.rows.length, random) : set;
  const { names, birthDate, address } = development;
  return [
    { name: "columns c1 … cn", set: renamed.set, names: renamed.names, against: "as is", allowed: 0.01 },
    same("columns in random order", reorderColumns(set, random)),
    same("upper case", upperCase(set)),
    ...(rewritten === null ? [] : [same("dates day first", rewritten)]),
    same("NULL for missing", writeNull(set)),
    same("rows shuffled", shuffleRows(set, random)),
    ...set.columns.map((column) =>
      less(
        `without ${column}`,
        keepColumns(
          smaller,
          set.columns.filter((name) => name !== column),
        ),
      ),
    ),
    less("names and birth date", keepColumns(set, [...names, ...birthDate])),
    less("names and address", keepColumns(set, [...names, ...address])),
    less("10 % sample", sampleRecords(set, 0.1, random)),
    { name: "three times over", set: repeatRecords(set, 3), against: "none", allowed: 0 },
  ];
}

export function robustTable(results: readonly RobustResult[]): Table {
  return {
    title: "Robustness: development sets changed and cut",
    columns: ["set", "variant", "P", "R", "F1", "against", "difference", "held", "largest cluster (true)", "seconds"],
    rows: results.map(({ set, variant, outcome, reference, isWithin }) => {
      if (isFailure(outcome)) return [set, variant, "", "", outcome.failure, "", "", "no"];
      return [
        set,
        variant,
        formatShare(outcome.precision),
        formatShare(outcome.recall),
        formatShare(outcome.f1),
        formatShare(reference),
        formatShare(reference === null ? null : outcome.f1 - reference),
        isWithin === false ? "no" : "yes",
        `${outcome.largestCluster} (${outcome.largestTrueCluster})`,
        outcome.seconds.toFixed(1),
      ];
    }),
    notes: [
      "Renamed and rewritten sets are held against the set as it is (allowed: .01 for names of columns, .002 else); cut ones against the best threshold of the same scores (.02). No cluster may be three times as large as the largest true one.",
      `Sets of more than ${dropRecordsMax.toLocaleString("en")} records lose fields on a sample of their persons.`,
    ],
  };
}
