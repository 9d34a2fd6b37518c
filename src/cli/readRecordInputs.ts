// Files of records as inputs of the index: read by the bulk engine, handed on in slices, so that a file goes through the
// same reading, detection and rejection whether it is linked in bulk or ingested.
import type { Reject } from "../linkage/read/readOptions.ts";
import { readRecords } from "../linkage/read/readRecords.ts";
import type { RecordTable } from "../linkage/read/recordTable.ts";
import type { RecordInput } from "../persons/personService.ts";
import { NamesakeError } from "../shared/errors.ts";

export interface RecordInputs {
  readonly count: number;
  readonly rejects: readonly Reject[];
  /** Columns that the index does not know; they are left out. */
  readonly leftOut: readonly string[];
  /** Records in canonical order, at most `size` a slice. */
  slices(size: number): Generator<RecordInput[]>;
}

export interface RecordInputOptions {
  readonly files: readonly string[];
  readonly idColumn?: string | undefined;
  /** A column of the files; else the name of the source that all records are from; absent: each file is a source. */
  readonly source?: string | undefined;
  readonly knownFields: readonly string[];
  readonly signal?: AbortSignal;
}

/** @throws NamesakeError as readRecords does */
export async function readRecordInputs(options: RecordInputOptions): Promise<RecordInputs> {
  const { files, idColumn, source, knownFields, signal } = options;
  const read = (sourceColumn: string | undefined) =>
    readRecords({
      input: files,
      ...(idColumn === undefined ? {} : { idColumn }),
      ...(sourceColumn === undefined ? {} : { sourceColumn }),
      ...(signal === undefined ? {} : { signal }),
    });
  let sourceName: string | null = null;
  const { table, rejects } = await read(source).catch((error: unknown) => {
    if (source === undefined || !(error instanceof NamesakeError) || error.code !== "COLUMN_NOT_FOUND") throw error;
    sourceName = source;
    return read(undefined);
  });
  const known = new Set(knownFields);
  const leftOut = table.columns.map(({ name }) => name).filter((name) => !known.has(name));
  return {
    count: table.recordCount,
    rejects,
    leftOut,
    slices: (size) => sliceRecords(table, sourceName, new Set(leftOut), size),
  };
}

function* sliceRecords(
  table: RecordTable,
  sourceName: string | null,
  leftOut: ReadonlySet<string>,
  size: number,
): Generator<RecordInput[]> {
  const columns = table.columns.filter(({ name }) => !leftOut.has(name));
  for (let from = 0; from < table.recordCount; from += size) {
    const slice: RecordInput[] = [];
    for (let record = from; record < Math.min(from + size, table.recordCount); record += 1) {
      const fields: Record<string, string> = {};
      for (const { name, codes, values } of columns) {
        const code = codes[record] ?? -1;
        if (code >= 0) fields[name] = values.at(code);
      }
      const source = sourceName ?? table.sources[table.sourceOf[record] ?? 0] ?? "";
      slice.push({ source, id: table.recordIds.at(record), fields });
    }
    yield slice;
  }
}
