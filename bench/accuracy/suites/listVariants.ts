// The variants of a set: changes that should change nothing, and cuts that leave less to go on.
import { Random } from "../../../src/generate/random/random.ts";
import type { DevelopmentSet } from "../recordSets/developmentSets.ts";
import { keepColumns, type RecordSet, type ServiceNames } from "../recordSets/recordSet.ts";
import { nativeDigits } from "../variants/nativeDigits.ts";
import { renameColumns } from "../variants/renameColumns.ts";
import { reorderColumns } from "../variants/reorderColumns.ts";
import { repeatRecords } from "../variants/repeatRecords.ts";
import { rewriteDates } from "../variants/rewriteDates.ts";
import { samplePersons, sampleRecords } from "../variants/sampleRecords.ts";
import { shuffleRows } from "../variants/shuffleRows.ts";
import { upperCase } from "../variants/upperCase.ts";
import { writeNull } from "../variants/writeNull.ts";

export const variantGroups = [
  "columns c1 … cn",
  "written otherwise",
  "one field less",
  "names and birth date",
  "names and address",
  "10 % sample",
  "three times over",
] as const;
export type VariantGroup = (typeof variantGroups)[number];

export interface Variant {
  readonly name: string;
  readonly set: RecordSet;
  readonly names?: ServiceNames;
  /** In which row of the summary it stands. */
  readonly group: VariantGroup;
  /** "as is": F1 of the set unchanged; "best threshold": of the same scores. */
  readonly against: "as is" | "best threshold";
  /** F1 may fall by so much. */
  readonly allowed: number;
}

/** Records above which fields are dropped on a sample of persons, to keep the whole within minutes. */
export const dropRecordsMax = 12_000;

/** `isQuick` leaves out the fields dropped one by one. */
export function listVariants(
  set: RecordSet,
  development: DevelopmentSet,
  { seed, isQuick }: { readonly seed: number; readonly isQuick: boolean },
): Variant[] {
  const random = new Random(seed);
  const renamed = renameColumns(set);
  const rewritten = rewriteDates(set);
  const same = (name: string, changed: RecordSet): Variant => ({
    name,
    group: "written otherwise",
    set: changed,
    against: "as is",
    allowed: 0.002,
  });
  const less = (name: string, changed: RecordSet, group: VariantGroup): Variant => ({
    name,
    group,
    set: changed,
    against: "best threshold",
    allowed: 0.02,
  });
  const { names, birthDate, address } = development;
  return [
    { name: "columns c1 … cn", group: "columns c1 … cn", ...renamed, against: "as is", allowed: 0.01 },
    same("columns in random order", reorderColumns(set, random)),
    same("upper case", upperCase(set)),
    same("Arabic digits", nativeDigits(set)),
    ...(rewritten === null ? [] : [same("dates day first", rewritten)]),
    same("NULL for missing", writeNull(set)),
    same("rows shuffled", shuffleRows(set, random)),
    ...(isQuick ? [] : dropFields(set, random).map(([name, fewer]) => less(name, fewer, "one field less"))),
    less("names and birth date", keepColumns(set, [...names, ...birthDate]), "names and birth date"),
    less("names and address", keepColumns(set, [...names, ...address]), "names and address"),
    less("10 % sample", sampleRecords(set, 0.1, random), "10 % sample"),
    {
      name: "three times over",
      group: "three times over",
      set: repeatRecords(set, 3),
      against: "as is",
      allowed: 0.02,
    },
  ];
}

function dropFields(set: RecordSet, random: Random): [string, RecordSet][] {
  const isLarge = set.rows.length > dropRecordsMax;
  const smaller = isLarge ? samplePersons(set, dropRecordsMax / set.rows.length, random) : set;
  return set.columns.map((column) => [
    `without ${column}`,
    keepColumns(
      smaller,
      set.columns.filter((name) => name !== column),
    ),
  ]);
}
