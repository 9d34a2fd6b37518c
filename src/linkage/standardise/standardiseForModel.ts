// Standardises records so that they have exactly the comparisons of a model, whatever values they happen to hold: a pair
// without any middle name must still be scored by the weights of a model that knows middle names.
import { assert } from "../../shared/assert.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import { planComparisons } from "../compare/comparison.ts";
import type { Model } from "../model.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import { listPlannedColumns } from "./fieldPlan.ts";
import { letterMasks } from "./letterMasks.ts";
import { sharedInt32, sharedUint32 } from "./sharedArrays.ts";
import { tellApart } from "./sourcesBy.ts";
import { standardiseTable } from "./standardiseTable.ts";
import type { Field, NameField, Slot, StandardRecords, TextField } from "./standardRecords.ts";

type PlanOfModel = Pick<Model, "fields" | "scoring" | "sourcesBy">;

/** As standardiseTable by the model's plans; columns, parts of names and suffixes that are absent are missing throughout. */
export function standardiseForModel(table: RecordTable, model: PlanOfModel): StandardRecords {
  return fitToModel(standardiseTable(completeTable(table, model), model.fields), model);
}

/** The table with all columns of the model, told apart as its own was. */
export function completeTable(table: RecordTable, { fields, sourcesBy }: PlanOfModel): RecordTable {
  return tellApart(withColumns(table, listPlannedColumns(fields)), sourcesBy);
}

/** Records of a complete table, standardised by the model's plans, with exactly the model's comparisons. */
export function fitToModel(standardised: StandardRecords, { scoring }: PlanOfModel): StandardRecords {
  const standard = withEmptyPosition(standardised);
  const wanted = new Set(scoring.comparisons.map(({ name }) => name));
  const emptySlot = (size: number): Slot => ({
    position: standard.stride - 1,
    counts: sharedUint32(size),
    total: 0,
  });
  const suffixName = scoring.comparisons.find(({ kind }) => kind === "suffix")?.name ?? null;
  const kept = standard.fields.filter((field) => field.kind !== "suffix" || wanted.has(field.name));
  const hasSuffix = kept.some(({ kind }) => kind === "suffix");
  const fields = kept.flatMap((field): Field[] => {
    if (field.kind !== "name") return [field];
    const name = fitNameParts(field, wanted, emptySlot);
    return suffixName === null || hasSuffix ? [name] : [name, emptySuffix(suffixName, emptySlot(0))];
  });
  const fitted = planComparisons(fields).map(({ name }) => name);
  const expected = scoring.comparisons.map(({ name }) => name);
  assert(fitted.join("\n") === expected.join("\n"), "records have the comparisons of the model");
  return { ...standard, fields };
}

/** The table with columns of missing values for `names` that it lacks. */
function withColumns(table: RecordTable, names: readonly string[]): RecordTable {
  const present = new Set(table.columns.map(({ name }) => name));
  const absent = [...new Set(names)].filter((name) => !present.has(name));
  const columns = absent.map((name): Column => {
    const codes = sharedInt32(table.recordCount).fill(-1);
    return { name, codes, values: PackedStrings.from([]) };
  });
  return { ...table, columns: [...table.columns, ...columns] };
}

/** One more integer a record, always −1, at the end: the slots that no value fills stand there. */
function withEmptyPosition(records: StandardRecords): StandardRecords {
  const stride = records.stride + 1;
  const cells = sharedInt32(records.recordCount * stride).fill(-1);
  for (let record = 0; record < records.recordCount; record += 1) {
    const from = record * records.stride;
    cells.set(records.cells.subarray(from, from + records.stride), record * stride);
  }
  return { ...records, stride, cells };
}

function fitNameParts(field: NameField, wanted: ReadonlySet<string>, emptySlot: (size: number) => Slot): NameField {
  const fit = (slot: Slot | null, name: string): Slot | null =>
    wanted.has(name) ? (slot ?? emptySlot(field.dictionary.strings.count)) : null;
  return {
    ...field,
    given: fit(field.given, "given_name"),
    middle: fit(field.middle, "middle_name"),
    surname: fit(field.surname, "surname"),
  };
}

function emptySuffix(name: string, slot: Slot): TextField {
  const strings = PackedStrings.from([]);
  const dictionary = { strings, masks: letterMasks(strings) };
  return {
    kind: "suffix",
    name,
    slot,
    dictionary,
    coarse: null,
    local: null,
    signatures: new Int32Array(0),
    numbers: null,
  };
}
