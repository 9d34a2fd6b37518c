// Made-up people for tests of the engine, and the engine's stages one by one on rows from memory.
import type { GenerateOptions } from "../../src/generate/generateOptions.ts";
import { generatePeople } from "../../src/generate/generatePeople.ts";
import { blockingDefaults } from "../../src/linkage/block/chooseRules.ts";
import { collectFrequencies, type FrequencyTables } from "../../src/linkage/compare/frequencies.ts";
import { type AlignedFrequencies, alignFrequencies, PairComparer } from "../../src/linkage/compare/pairComparer.ts";
import type { InputRow } from "../../src/linkage/linkOptions.ts";
import type { SemanticType } from "../../src/linkage/profile/semanticType.ts";
import type { RecordTable } from "../../src/linkage/read/recordTable.ts";
import { recordTableFromRows } from "../../src/linkage/read/recordTableFromRows.ts";
import { type FieldPlan, planFields } from "../../src/linkage/standardise/fieldPlan.ts";
import { standardiseTable } from "../../src/linkage/standardise/standardiseTable.ts";
import type { StandardRecords } from "../../src/linkage/standardise/standardRecords.ts";
import { createRandom } from "../../src/shared/random.ts";

export type MadeUpRow = Record<string, string>;

/** Records with `unique_id` and `cluster_id` (the truth), which a test takes out where the engine must not see it. */
export const madeUpRecords = (options: GenerateOptions): MadeUpRow[] =>
  [...generatePeople(options)].map((record) => ({ ...record }));

/** Without the named columns. */
export function withoutColumns(rows: readonly MadeUpRow[], ...columns: readonly string[]): MadeUpRow[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))));
}

/** The same elements in another order; a seed gives one order. */
export function shuffled<T>(elements: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const result = [...elements];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** Plans of fields for columns of known types; all else as the profile of clean data has it. */
export function plansOf(types: Readonly<Record<string, SemanticType>>): FieldPlan[] {
  return planFields(
    Object.entries(types).map(([name, type]) => ({
      name,
      type,
      confidence: 1,
      reasons: [],
      missingCount: 0,
      filledCount: 0,
      distinctCount: 0,
      placeholderCodes: [],
      placeholders: [],
      suspiciousCount: 0,
      topValues: [],
      dateOrder: type === "birthDate" ? "yearFirst" : null,
      dateOrderReason: null,
      nameOrder: type === "fullName" ? "givenFirst" : null,
    })),
    2026,
  );
}

export interface Prepared {
  readonly table: RecordTable;
  readonly plans: readonly FieldPlan[];
  readonly records: StandardRecords;
  readonly frequencies: FrequencyTables;
  readonly aligned: AlignedFrequencies;
  readonly comparer: PairComparer;
}

/**
 * Rows up to the stage of comparing. Records stand in the order of `id` as text; columns without a type are not used.
 * `frequencies`: those of a model; by default the rows' own. `hasUnvowelled`: names without vowels are among them.
 */
export function prepare(
  rows: readonly InputRow[],
  types: Readonly<Record<string, SemanticType>>,
  options: {
    readonly frequencies?: FrequencyTables;
    readonly sourceColumn?: string;
    readonly hasUnvowelled?: true;
  } = {},
): Prepared {
  const { sourceColumn, hasUnvowelled } = options;
  const table = recordTableFromRows(rows, { idColumn: "id", ...(sourceColumn === undefined ? {} : { sourceColumn }) });
  const plans = plansOf(types).map((plan) =>
    hasUnvowelled === undefined
      ? plan
      : { ...plan, columns: plan.columns.map((column) => ({ ...column, hasUnvowelled })) },
  );
  const records = standardiseTable(table, plans);
  const frequencies = options.frequencies ?? collectFrequencies(records);
  const aligned = alignFrequencies(records, frequencies);
  return { table, plans, records, frequencies, aligned, comparer: new PairComparer(records, aligned) };
}

/** Types of the columns of made-up people. */
export const madeUpTypes = {
  given_name: "givenName",
  middle_name: "middleName",
  surname: "surname",
  sex: "sex",
  birth_date: "birthDate",
  address_line_1: "addressLine",
  town: "town",
  postcode: "postcode",
  phone: "phone",
  email: "email",
  national_id: "document",
} as const satisfies Record<string, SemanticType>;

export const { blockSizeMax } = blockingDefaults;
