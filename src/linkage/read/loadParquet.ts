// Loads a Parquet file: every column becomes text as a person would write it (dates as YYYY-MM-DD, whole numbers without
// a fraction, lists joined by "; "), nested fields become columns a.b.
import { DuckDBArrayType, DuckDBListType, DuckDBStructType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import { NamesakeError } from "../../shared/errors.ts";
import { makeUnique } from "./detectDialect.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { avoidGlob, columnsMax, type LoadTask } from "./loadTask.ts";
import { quoteText } from "./openDatabase.ts";

interface FlatColumn {
  readonly name: string;
  readonly sql: string;
}

/** @throws NamesakeError FILE_NOT_TABULAR, FILE_EMPTY, TOO_MANY_COLUMNS */
export async function loadParquet(task: LoadTask): Promise<LoadedInput> {
  const { connection, signal } = task.database;
  const from = `read_parquet(${quoteText(await avoidGlob(task))}, binary_as_string = true, hive_partitioning = false)`;
  try {
    const described = await connection.runAndReadAll(`SELECT * FROM ${from} LIMIT 0`);
    const names = described.columnNames();
    const flat = described
      .columnTypes()
      .flatMap((type, i) => flatten(names[i] as string, quoteName(names[i] as string), type, task.isVerbatim));
    if (flat.length > columnsMax) throw new NamesakeError("TOO_MANY_COLUMNS", `${task.file} has ${flat.length}`);
    const selected = flat.map((column, i) => `${column.sql} AS c${i}`).join(", ");
    await connection.run(`CREATE TABLE ${task.table} AS SELECT ${selected} FROM ${from}`);
    const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${task.table}`);
    const recordCount = counted.getRows()[0]?.[0] as number;
    if (recordCount === 0) throw new NamesakeError("FILE_EMPTY", task.file);
    const columnNames = makeUnique(flat.map((column) => column.name.trim()));
    const { file, source, table } = task;
    return { file, source, format: "parquet", table, columnNames, recordCount, rejects: [] };
  } catch (error) {
    const isExpected =
      error instanceof NamesakeError || signal?.aborted || /Out of Memory|No space/i.test(String(error));
    throw isExpected ? error : new NamesakeError("FILE_NOT_TABULAR", `${task.file} is a damaged Parquet file`);
  }
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function flatten(name: string, sql: string, type: DuckDBType, isVerbatim: boolean): FlatColumn[] {
  if (type instanceof DuckDBStructType) {
    return type.entryNames.flatMap((entry, i) =>
      flatten(
        `${name}.${entry}`,
        `struct_extract(${sql}, ${quoteText(entry)})`,
        type.entryTypes[i] as DuckDBType,
        isVerbatim,
      ),
    );
  }
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) {
    const item = type.valueType;
    if (isVerbatim) return [{ name, sql: `CAST(${sql} AS VARCHAR)` }];
    if (item instanceof DuckDBStructType) {
      return item.entryNames.map((entry, i) => ({
        name: `${name}.${entry}`,
        sql: join(sql, castScalar(`struct_extract(item, ${quoteText(entry)})`, item.entryTypes[i] as DuckDBType)),
      }));
    }
    return [{ name, sql: join(sql, castScalar("item", item)) }];
  }
  return [{ name, sql: castScalar(sql, type) }];
}

function join(list: string, item: string): string {
  return `array_to_string(list_transform(${list}, lambda item: ${item}), '; ')`;
}

function castScalar(sql: string, type: DuckDBType): string {
  switch (type.typeId) {
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return `CASE WHEN abs(${sql}) < 1e15 AND floor(${sql}) = ${sql} THEN CAST(CAST(${sql} AS BIGINT) AS VARCHAR) ELSE CAST(${sql} AS VARCHAR) END`;
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `regexp_replace(CAST(${sql} AS VARCHAR), ' 00:00:00(\\+00)?$', '')`;
    default:
      return `CAST(${sql} AS VARCHAR)`;
  }
}
