// Turns a table of records into what a bound model scores: bases (columns, or tuples of columns where an operand needs
// several), operand values once per distinct base value, term frequencies, and the order of identifiers.
import { NamesakeError } from "../../shared/errors.ts";
import { type Database, withDatabase } from "../read/openDatabase.ts";
import type { Column, RecordTable } from "../read/recordTable.ts";
import { sharedFloat64, sharedInt32 } from "../standardise/sharedArrays.ts";
import type { BoundModel } from "./bindModel.ts";
import type { Operand } from "./boundExpression.ts";
import { encodeOperand, TextGroup } from "./encodeOperand.ts";
import { evaluateSql, type SqlTask, type SqlValue } from "./evaluateSql.ts";
import { internPairs } from "./internPairs.ts";
import { orderIdentifiers } from "./orderIdentifiers.ts";
import { signRecords } from "./signRecords.ts";
import type { SplinkModel } from "./splinkModel.ts";
import type { OperandValues, SplinkRecords } from "./splinkRecords.ts";

/** A column, or a tuple of columns; `codes` per record, −1 where all of it is missing. */
interface Base {
  readonly key: string;
  readonly codes: Int32Array;
  readonly size: number;
  /** Per code the record that shows it; null for a single column, whose codes index its values. */
  readonly examples: Int32Array | null;
}

/** @throws NamesakeError COLUMN_NOT_FOUND with every column that the model uses and the records lack */
export async function prepareSplinkRecords(
  table: RecordTable,
  model: SplinkModel,
  bound: BoundModel,
  options: { readonly threads?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<SplinkRecords> {
  const columns = new Map(table.columns.map((column) => [column.name.toLowerCase(), column]));
  const find = (name: string): Column => columns.get(name.toLowerCase()) as Column;
  requireColumns(model, bound, columns);
  const frequencyColumns = listFrequencyColumns(model);
  const bases = buildBases(
    [...bound.operands.map((operand) => operand.columns), ...frequencyColumns.map((name) => [name])],
    table,
    find,
  );
  const baseOf = (names: readonly string[]): number => bases.findIndex(({ key }) => key === keyOf(names));
  const operands = await withDatabase(options, (database) => evaluateOperands(database, bound, bases, baseOf, find));
  const frequencies = Object.fromEntries(
    frequencyColumns.map((name) => [name, { base: baseOf([name]), log2: log2Frequencies(find(name)) }]),
  );
  const cells = interleave(bases, table.recordCount);
  const order = orderIdentifiers(table);
  return {
    recordCount: table.recordCount,
    stride: bases.length,
    cells,
    signatures: signRecords(cells, bases.length, operands),
    baseSizes: bases.map(({ size }) => size + 1),
    sharedChances: bases.map(sharedChance),
    operands,
    frequencies,
    sourceOf: table.sourceOf,
    order,
    ranks: rankRecords(order),
  };
}

function requireColumns(model: SplinkModel, bound: BoundModel, columns: ReadonlyMap<string, Column>): void {
  const used = new Set([...bound.operands.flatMap((operand) => operand.columns), ...listFrequencyColumns(model)]);
  const missing = [...used].filter((name) => !columns.has(name.toLowerCase()));
  if (missing.length > 0) throw new NamesakeError("COLUMN_NOT_FOUND", missing);
}

function listFrequencyColumns(model: SplinkModel): string[] {
  const names = model.comparisons.flatMap(({ levels }) => levels.flatMap(({ frequency }) => frequency?.column ?? []));
  return [...new Set(names)];
}

const keyOf = (names: readonly string[]): string => JSON.stringify(names.map((name) => name.toLowerCase()));

function buildBases(
  needed: readonly (readonly string[])[],
  table: RecordTable,
  find: (name: string) => Column,
): Base[] {
  const bases = new Map<string, Base>();
  for (const names of needed) {
    const key = keyOf(names);
    if (!bases.has(key)) bases.set(key, buildBase(key, names.map(find), table.recordCount));
  }
  return [...bases.values()];
}

function buildBase(key: string, columns: readonly Column[], recordCount: number): Base {
  const [first, ...others] = columns;
  if (first === undefined) throw new Error("Bug: an operand of no column");
  if (others.length === 0) return { key, codes: first.codes, size: first.values.count, examples: null };
  const filled = (column: Column): Int32Array => Int32Array.from(column.codes, (code) => code + 1);
  let ids = filled(first);
  let count = 0;
  for (const other of others) ({ ids, count } = internPairs(ids, filled(other)));
  const examples = new Int32Array(count).fill(-1);
  for (let record = 0; record < recordCount; record += 1)
    if (examples[ids[record]!]! < 0) examples[ids[record]!] = record;
  return { key, codes: ids, size: count, examples };
}

function sharedChance({ codes, size }: Base): number {
  const counts = new Uint32Array(size + 1);
  for (const code of codes) counts[code + 1]! += 1;
  const filled = codes.length - counts[0]!;
  let squares = 0;
  for (let code = 1; code <= size; code += 1) squares += counts[code]! ** 2;
  return filled === 0 ? 0 : squares / filled ** 2;
}

function interleave(bases: readonly Base[], recordCount: number): Int32Array {
  const cells = sharedInt32(recordCount * bases.length);
  bases.forEach(({ codes }, base) => {
    for (let record = 0; record < recordCount; record += 1) cells[record * bases.length + base] = codes[record]! + 1;
  });
  return cells;
}

function rankRecords(order: Int32Array): Int32Array {
  const ranks = sharedInt32(order.length);
  for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank]!] = rank;
  return ranks;
}

async function evaluateOperands(
  database: Database,
  bound: BoundModel,
  bases: readonly Base[],
  baseOf: (names: readonly string[]) => number,
  find: (name: string) => Column,
): Promise<OperandValues[]> {
  const raw = new Array<readonly SqlValue[] | null>(bound.operands.length).fill(null);
  for (const [index, base] of bases.entries()) {
    const own = [...bound.operands.keys()].filter((at) => {
      const operand = bound.operands[at] as Operand;
      return operand.sql !== null && baseOf(operand.columns) === index;
    });
    const operands = own.map((at) => bound.operands[at] as Operand);
    if (operands.length === 0) continue;
    const columns = (operands[0] as Operand).columns.map(find);
    const values = await evaluateSql(database, inputsOf(operands, base, columns));
    own.forEach((at, k) => {
      raw[at] = values[k] ?? null;
    });
  }
  const groups = new Map<number, TextGroup>();
  bound.groupOf.forEach((group, index) => {
    const alone = bound.groupOf.filter((other) => other === group).length === 1;
    const column = bound.operands[index]?.columns[0] ?? "";
    const own = alone && bound.operands[index]?.sql === null ? find(column).values : null;
    if (!groups.has(group)) groups.set(group, new TextGroup(own));
  });
  const encoded = bound.operands.map((operand, index) => {
    const group = groups.get(bound.groupOf[index] ?? index) as TextGroup;
    const base = baseOf(operand.columns);
    const { size } = bases[base] as Base;
    const values = raw[index] ?? null;
    return encodeOperand(
      operand,
      base,
      size,
      values,
      group,
      operand.columns[0] === undefined ? null : find(operand.columns[0]),
    );
  });
  return encoded.map((finish) => finish());
}

/** Row 0 is the missing value, row i the base's code i − 1. */
function inputsOf(operands: readonly Operand[], base: Base, columns: readonly Column[]): SqlTask {
  const { examples, size } = base;
  const valueAt = (row: number, index: number): string | null => {
    const column = columns[index] as Column;
    if (row === 0) return null;
    const code = examples === null ? row - 1 : column.codes[examples[row - 1]!]!;
    return code < 0 ? null : column.values.at(code);
  };
  return { operands, rowCount: size + 1, valueAt };
}

/** Splink's term frequency is a value's count over the count of records that have one, over all sources. */
function log2Frequencies(column: Column): Float64Array {
  const counts = new Uint32Array(column.values.count + 1);
  for (const code of column.codes) counts[code + 1]! += 1;
  const total = column.codes.length - counts[0]!;
  const log2 = sharedFloat64(counts.length);
  for (let code = 1; code < counts.length; code += 1) log2[code] = Math.log2(counts[code]! / total);
  log2[0] = Number.NaN;
  return log2;
}
