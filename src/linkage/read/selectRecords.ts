// A small table of some records of a larger one, in the same canonical order: what explaining a pair needs.
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { Column, RecordTable } from "./recordTable.ts";

/** Records `indexes` of `table` (any order, repeats ignored). Sources stay as they are; dictionaries shrink to what is used. */
export function selectRecords(table: RecordTable, indexes: Iterable<number>): RecordTable {
  const chosen = [...new Set(indexes)].sort((a, b) => a - b);
  const sourceOf = new Uint16Array(new SharedArrayBuffer(chosen.length * 2));
  sourceOf.set(chosen.map((index) => table.sourceOf[index] as number));
  return {
    ...table,
    recordCount: chosen.length,
    columns: table.columns.map((column) => selectValues(column, chosen)),
    sourceOf,
    recordIds: PackedStrings.from(chosen.map((index) => table.recordIds.at(index))),
    truth: table.truth === null ? null : Int32Array.from(chosen, (index) => table.truth?.[index] ?? -1),
  };
}

function selectValues(column: Column, chosen: readonly number[]): Column {
  const old = chosen.map((index) => column.codes[index] as number);
  const used = [...new Set(old)].filter((code) => code >= 0).sort((a, b) => a - b);
  const codeOf = new Map(used.map((code, i) => [code, i]));
  const codes = new Int32Array(new SharedArrayBuffer(chosen.length * 4));
  codes.set(old.map((code) => codeOf.get(code) ?? -1));
  return { name: column.name, codes, values: PackedStrings.from(used.map((code) => column.values.at(code))) };
}
