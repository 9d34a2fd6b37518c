// Turns coded columns in input order into the RecordTable: sets source, truth and identifier columns apart, then puts
// the records into canonical order with counting sorts over codes, so that no string is compared or allocated.
import { NamesakeError } from "../../shared/errors.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import { chooseIdentifier } from "./chooseIdentifier.ts";
import { compareUtf8 } from "./compareUtf8.ts";
import { orderByKeys } from "./orderByKeys.ts";
import type { RawColumn, RawRecords } from "./rawRecords.ts";
import type { Column, RecordTable } from "./recordTable.ts";

export interface ColumnRoles {
  /** null asks for row numbers; undefined lets the data decide. */
  readonly idColumn?: string | null | undefined;
  readonly sourceColumn?: string | undefined;
  readonly truthColumn?: string | undefined;
}

const sourcesMax = 65_535;

/**
 * Assembles the table. Empties `raw.columns` as it goes, so that codes in input order do not outlive their use.
 * @throws NamesakeError COLUMN_NOT_FOUND, IDENTIFIER_NOT_UNIQUE, FILE_EMPTY, USAGE (more than 65,535 sources)
 */
export function assembleTable(raw: RawRecords, roles: ColumnRoles): { table: RecordTable; idReason: string } {
  const recordCount = raw.inputs.reduce((sum, input) => sum + input.recordCount, 0);
  if (recordCount === 0)
    throw new NamesakeError(
      "FILE_EMPTY",
      raw.inputs.map((input) => input.name),
    );
  const remaining = [...raw.columns];
  raw.columns.length = 0;
  const truthColumn = takeColumn(remaining, roles.truthColumn);
  const { sources, sourceOf } = nameSources(raw, takeColumn(remaining, roles.sourceColumn, truthColumn), recordCount);

  const { idRaw, idReason } = takeIdentifier(raw, remaining, roles, sourceOf, sources);
  const keyCount = idRaw === null ? 0 : idRaw.values.count;
  const order = orderByKeys(sourceOf, sources.length, idRaw?.codes ?? null, keyCount);
  const columns: Column[] = [];
  for (let i = 0; i < remaining.length; i += 1) {
    const column = remaining[i] as RawColumn;
    columns.push({ name: column.name, codes: gatherCodes(column.codes, order), values: column.values });
    delete remaining[i];
  }
  const orderedSourceOf = new Uint16Array(new SharedArrayBuffer(recordCount * 2));
  for (let i = 0; i < recordCount; i += 1) orderedSourceOf[i] = sourceOf[order[i]!]!;
  const recordIds =
    idRaw === null ? numberRecords(raw, order, roles.sourceColumn !== undefined) : gatherIdentifiers(idRaw, order);
  const truth = truthColumn === null ? null : gatherCodes(truthColumn.codes, order);
  const idColumn = idRaw === null ? null : idRaw.name;
  return { table: { recordCount, columns, sources, sourceOf: orderedSourceOf, recordIds, idColumn, truth }, idReason };
}

function takeColumn(
  columns: RawColumn[],
  name: string | undefined,
  already: RawColumn | null = null,
): RawColumn | null {
  if (name === undefined) return null;
  if (already?.name === name) return already;
  const index = columns.findIndex((column) => column.name === name);
  if (index < 0) {
    const known = columns.slice(0, 50).map((column) => column.name);
    throw new NamesakeError("COLUMN_NOT_FOUND", [`"${name}" is not one of: ${known.join(", ")}`]);
  }
  return columns.splice(index, 1)[0] as RawColumn;
}

function nameSources(raw: RawRecords, column: RawColumn | null, recordCount: number) {
  const inputNames = raw.inputs.map((input) => input.name);
  const names = new Set(column === null ? inputNames : column.values);
  let from = 0;
  if (column !== null) {
    for (const input of raw.inputs) {
      if (column.codes.subarray(from, from + input.recordCount).includes(-1)) names.add(input.name);
      from += input.recordCount;
    }
  }
  if (names.size > sourcesMax) throw new NamesakeError("USAGE", `the source column has more than ${sourcesMax} values`);
  const sources = [...names].sort(compareUtf8);
  const indexOf = new Map(sources.map((name, index) => [name, index]));
  const codeToSource = column === null ? [] : [...column.values].map((name) => indexOf.get(name) as number);
  const sourceOf = new Uint16Array(recordCount);
  from = 0;
  for (const input of raw.inputs) {
    const own = indexOf.get(input.name) ?? 0;
    for (let row = from; row < from + input.recordCount; row += 1) {
      const code = column === null ? -1 : column.codes[row]!;
      sourceOf[row] = code < 0 ? own : codeToSource[code]!;
    }
    from += input.recordCount;
  }
  return { sources, sourceOf };
}

function takeIdentifier(
  raw: RawRecords,
  columns: RawColumn[],
  roles: ColumnRoles,
  sourceOf: Uint16Array,
  sources: readonly string[],
): { idRaw: RawColumn | null; idReason: string } {
  if (roles.idColumn === null) return { idRaw: null, idReason: "Row numbers identify the records, as asked." };
  if (roles.idColumn !== undefined) {
    const idRaw = takeColumn(columns, roles.idColumn) as RawColumn;
    requireUnique(raw, idRaw, sourceOf, sources);
    return { idRaw, idReason: `Column "${idRaw.name}" identifies the records, as asked.` };
  }
  const choice = chooseIdentifier(columns, (column) => isUniqueAndComplete(column, sourceOf, sources.length));
  const idRaw = choice.index < 0 ? null : (columns.splice(choice.index, 1)[0] as RawColumn);
  return { idRaw, idReason: choice.reason };
}

function isUniqueAndComplete(column: RawColumn, sourceOf: Uint16Array, sourceCount: number): boolean {
  const { codes, values } = column;
  if (values.count * sourceCount < codes.length || codes.includes(-1)) return false;
  if (sourceCount === 1) return values.count === codes.length;
  const order = orderByKeys(sourceOf, sourceCount, codes, values.count);
  for (let i = 1; i < order.length; i += 1) {
    const before = order[i - 1]!;
    const here = order[i]!;
    if (codes[before] === codes[here] && sourceOf[before] === sourceOf[here]) return false;
  }
  return true;
}

/** Names at most ten row numbers; values are personal data and stay out. */
function requireUnique(raw: RawRecords, column: RawColumn, sourceOf: Uint16Array, sources: readonly string[]): void {
  const { codes } = column;
  const order = orderByKeys(sourceOf, sources.length, codes, column.values.count);
  let missing = 0;
  let repeated = 0;
  const rows: string[] = [];
  for (let i = 0; i < order.length; i += 1) {
    const here = order[i]!;
    const before = i === 0 ? -1 : order[i - 1]!;
    const isMissing = codes[here]! < 0;
    const isRepeated =
      !isMissing && before >= 0 && codes[before] === codes[here] && sourceOf[before] === sourceOf[here];
    if (isMissing) missing += 1;
    if (isRepeated) repeated += 1;
    if ((isMissing || isRepeated) && rows.length < 10) rows.push(nameRow(raw, here));
  }
  if (missing + repeated === 0) return;
  throw new NamesakeError("IDENTIFIER_NOT_UNIQUE", [
    `column "${column.name}": ${missing} empty, ${repeated} repeated within their source`,
    `first such rows: ${rows.join(", ")}`,
  ]);
}

function nameRow(raw: RawRecords, record: number): string {
  let from = 0;
  for (const input of raw.inputs) {
    if (record < from + input.recordCount) {
      const row = input.rowNumbers?.[record - from] ?? record - from + 1;
      return raw.inputs.length === 1 ? String(row) : `${input.name} row ${row}`;
    }
    from += input.recordCount;
  }
  return "unknown";
}

function gatherCodes(codes: Int32Array, order: Int32Array): Int32Array {
  const gathered = new Int32Array(new SharedArrayBuffer(order.length * 4));
  for (let i = 0; i < order.length; i += 1) gathered[i] = codes[order[i]!]!;
  return gathered;
}

/** Row numbers as identifiers; where a source column spreads several inputs, numbers run on over the inputs. */
function numberRecords(raw: RawRecords, order: Int32Array, runsOn: boolean): PackedStrings {
  const numbers = new Int32Array(order.length);
  let from = 0;
  let before = 0;
  for (const input of raw.inputs) {
    let last = 0;
    for (let i = 0; i < input.recordCount; i += 1) {
      last = input.rowNumbers?.[i] ?? i + 1;
      numbers[from + i] = before + last;
    }
    from += input.recordCount;
    if (runsOn) before += last;
  }
  const texts = new Array<string>(order.length);
  for (let i = 0; i < order.length; i += 1) texts[i] = String(numbers[order[i]!]!);
  return PackedStrings.from(texts);
}

function gatherIdentifiers(column: RawColumn, order: Int32Array): PackedStrings {
  const { values, codes } = column;
  if (order.every((record, place) => codes[record] === place)) return values;
  const offsets = new Uint32Array(new SharedArrayBuffer((order.length + 1) * 4));
  for (let i = 0; i < order.length; i += 1) {
    const code = codes[order[i]!]!;
    offsets[i + 1] = offsets[i]! + values.offsets[code + 1]! - values.offsets[code]!;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(offsets[order.length]!));
  for (let i = 0; i < order.length; i += 1) {
    const code = codes[order[i]!]!;
    bytes.set(values.bytes.subarray(values.offsets[code]!, values.offsets[code + 1]!), offsets[i]!);
  }
  return new PackedStrings(bytes, offsets);
}
