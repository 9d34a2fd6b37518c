// Reads known clusters from a file, for evaluation alone: first column the record, second its cluster, whatever their
// names. Records are found by merging two byte-sorted lists, so that no string is made per record.
import { NamesakeError } from "../../shared/errors.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { encodeColumns } from "./encodeColumns.ts";
import { findFiles } from "./findFiles.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { loadFile } from "./loadFile.ts";
import { type DatabaseOptions, withDatabase } from "./openDatabase.ts";
import type { RawColumn } from "./rawRecords.ts";
import type { RecordTable } from "./recordTable.ts";
import { splitColumnName } from "./splitColumnName.ts";

/**
 * Per record of `table` a number of its true cluster, −1 where the file does not say. Where records come from several
 * sources, a further column whose values are names of those sources tells them apart; it may be absent as long as no
 * identifier stands in two sources.
 * @throws NamesakeError TRUTH_INVALID, and FILE_* for the file itself
 */
export async function readTruth(path: string, table: RecordTable, options: DatabaseOptions = {}): Promise<Int32Array> {
  const files = await findFiles([path]);
  return withDatabase(options, async (database) => {
    const loaded: LoadedInput[] = [];
    for (const [i, file] of files.entries()) loaded.push(await loadFile(database, file, `truth_${i}`));
    const narrowest = Math.min(...loaded.map((input) => input.columnNames.length));
    if (narrowest < 2) throw new NamesakeError("TRUTH_INVALID", `${path} has fewer than two columns`);
    const columns = Array.from({ length: Math.min(narrowest, 20) }, (_, i) => ({
      name: loaded[0]?.columnNames[i] as string,
      indexes: loaded.map(() => i),
    }));
    const [ids, ...others] = (await encodeColumns({ database, loaded, columns })) as [RawColumn, ...RawColumn[]];
    const { clusters, sourceColumn } = chooseColumns(path, others, table);
    return matchTruth(path, table, ids, clusters, sourceColumn);
  });
}

/** The second column is the cluster, unless it says the source and a third one follows. */
function chooseColumns(path: string, others: readonly RawColumn[], table: RecordTable) {
  const sources = new Set(table.sources);
  const holdsSources = ({ values }: RawColumn): boolean =>
    sources.size > 1 &&
    values.count > 0 &&
    values.count <= sources.size &&
    [...values].every((name) => sources.has(name));
  const isNamedSource = ({ name }: RawColumn): boolean =>
    splitColumnName(name).some((word) => word === "source" || word === "dataset" || word === "system");
  const second = others[0] as RawColumn;
  const isSource = others.length > 1 && (holdsSources(second) || isNamedSource(second));
  const clusters = (isSource ? others[1] : second) as RawColumn;
  if (clusters.values.count === 0)
    throw new NamesakeError("TRUTH_INVALID", `${path}: column "${clusters.name}" is empty`);
  return { clusters, sourceColumn: others.find((column) => column !== clusters && holdsSources(column)) ?? null };
}

function matchTruth(
  path: string,
  table: RecordTable,
  ids: RawColumn,
  clusters: RawColumn,
  sourceColumn: RawColumn | null,
) {
  const truth = new Int32Array(new SharedArrayBuffer(table.recordCount * 4)).fill(-1);
  const recordsOf = findRecords(table, ids.values);
  const sourceCodes = sourceColumn === null ? [] : [...sourceColumn.values].map((name) => table.sources.indexOf(name));
  let matched = 0;
  for (let row = 0; row < ids.codes.length; row += 1) {
    const id = ids.codes[row]!;
    const cluster = clusters.codes[row]!;
    if (id < 0 || cluster < 0) continue;
    const source = sourceColumn === null ? -1 : (sourceCodes[sourceColumn.codes[row]!] ?? -1);
    const record = pickRecord(path, table, recordsOf, id, source);
    if (record < 0) continue;
    if (truth[record] !== -1 && truth[record] !== cluster) {
      throw new NamesakeError("TRUTH_INVALID", `${path} row ${row + 1} puts a record into a second cluster`);
    }
    truth[record] = cluster;
    matched += 1;
  }
  if (matched === 0) throw new NamesakeError("TRUTH_INVALID", `no record identifier of ${path} is in the input`);
  return truth;
}

interface RecordsOf {
  /** Per source, per code of a truth identifier: the record, or −1. */
  readonly bySource: readonly Int32Array[];
}

function pickRecord(path: string, table: RecordTable, recordsOf: RecordsOf, id: number, source: number): number {
  if (source >= 0) return recordsOf.bySource[source]?.[id] ?? -1;
  let found = -1;
  for (const records of recordsOf.bySource) {
    const record = records[id]!;
    if (record < 0) continue;
    if (found >= 0) {
      const where = `${path}: an identifier stands in several of the sources ${table.sources.join(", ")}`;
      throw new NamesakeError("TRUTH_INVALID", [where, "add a third column with the source"]);
    }
    found = record;
  }
  return found;
}

function findRecords(table: RecordTable, ids: PackedStrings): RecordsOf {
  const bySource = table.sources.map(() => new Int32Array(ids.count).fill(-1));
  let from = 0;
  for (let source = 0; source < table.sources.length; source += 1) {
    let to = from;
    while (to < table.recordCount && table.sourceOf[to] === source) to += 1;
    const records = bySource[source] as Int32Array;
    if (table.idColumn === null) findByNumber(table, ids, from, to, records);
    else findByMerging(table.recordIds, ids, from, to, records);
    from = to;
  }
  return { bySource };
}

function findByNumber(table: RecordTable, ids: PackedStrings, from: number, to: number, records: Int32Array): void {
  const recordOf = new Map<string, number>();
  for (let record = from; record < to; record += 1) recordOf.set(table.recordIds.at(record), record);
  for (let id = 0; id < ids.count; id += 1) records[id] = recordOf.get(ids.at(id)) ?? -1;
}

/** Both lists are ordered by bytes: one walk over each. */
function findByMerging(
  recordIds: PackedStrings,
  ids: PackedStrings,
  from: number,
  to: number,
  records: Int32Array,
): void {
  let record = from;
  for (let id = 0; id < ids.count; id += 1) {
    let comparison = -1;
    while (record < to) {
      comparison = compareBytes(recordIds, record, ids, id);
      if (comparison >= 0) break;
      record += 1;
    }
    if (record < to && comparison === 0) records[id] = record;
  }
}

function compareBytes(left: PackedStrings, i: number, right: PackedStrings, k: number): number {
  let a = left.offsets[i]!;
  let b = right.offsets[k]!;
  const aEnd = left.offsets[i + 1]!;
  const bEnd = right.offsets[k + 1]!;
  for (; a < aEnd && b < bEnd; a += 1, b += 1) {
    const difference = left.bytes[a]! - right.bytes[b]!;
    if (difference !== 0) return difference;
  }
  return aEnd - a - (bEnd - b);
}
