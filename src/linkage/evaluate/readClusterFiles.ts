// Reads clusters found and true ones from files and brings them together by record, in DuckDB, so that ten million
// identifiers never become JavaScript strings.
import type { DuckDBIntegerVector } from "@duckdb/node-api";
import { type ErrorCode, NamesakeError } from "../../shared/errors.ts";
import { findFiles } from "../read/findFiles.ts";
import { loadFile } from "../read/loadFile.ts";
import { type Database, type DatabaseOptions, withDatabase } from "../read/openDatabase.ts";

export interface ClusterFiles {
  /** Paths of CSV, Parquet or NDJSON files. */
  readonly clusters: string;
  readonly truth: string;
}

/** Records of the clusters file in order of source and identifier. */
export interface LabelledRecords {
  /** Per record the code of its cluster. */
  readonly clusterOf: Int32Array;
  /** Per record the code of its true cluster, −1 where the truth does not name the record. */
  readonly truthOf: Int32Array;
  /** Per record the code of its source; null where the clusters file has no column `source`. */
  readonly sourceOf: Int32Array | null;
  /** Records that the truth names and the clusters file does not: they are not evaluated. */
  readonly truthAlone: number;
}

/**
 * Reads both files; findLabelColumns says which columns count. A source joins only where both files have it.
 *
 * @throws NamesakeError as reading files does, and CLUSTERS_INVALID or TRUTH_INVALID where a column is missing, or a
 *   record is empty, repeated or ambiguous
 */
export function readClusterFiles(files: ClusterFiles, options: DatabaseOptions = {}): Promise<LabelledRecords> {
  return withDatabase(options, async (database) => {
    const clusters = await loadLabels(database, files.clusters, "clusters", "CLUSTERS_INVALID");
    const truth = await loadLabels(database, files.truth, "truth", "TRUTH_INVALID");
    const key = clusters.hasSource && truth.hasSource ? ["source", "record"] : ["record"];
    await requireOneLabel(database, clusters, clusters.hasSource ? ["source", "record"] : ["record"], "count(*) > 1");
    await requireOneLabel(database, truth, key, "count(DISTINCT label) > 1");
    if (clusters.hasSource && !truth.hasSource) await requireUnambiguous(database, clusters, truth);
    return joinLabels(database, key, clusters.hasSource);
  });
}

interface Labels {
  readonly table: string;
  readonly file: string;
  readonly hasSource: boolean;
  readonly invalid: ErrorCode;
}

const sourceNames = ["source", "source_dataset", "source_name"];

/**
 * Places of the columns that matter: `cluster_id`, `record_id` and `source` by name, else the first two beside them.
 * `source` is −1 where there is none.
 */
export function findLabelColumns(columnNames: readonly string[]): {
  readonly source: number;
  readonly record: number | undefined;
  readonly label: number | undefined;
} {
  const names = columnNames.map((name) => name.trim().toLowerCase());
  const source = names.length > 2 ? names.findIndex((name) => sourceNames.includes(name)) : -1;
  const named = (name: string) => (names.includes(name) ? names.indexOf(name) : undefined);
  const others = (taken: readonly (number | undefined)[]) => names.findIndex((_, index) => !taken.includes(index));
  const namedLabel = named("cluster_id");
  const record = named("record_id") ?? others([source, namedLabel]);
  const label = namedLabel ?? others([source, record]);
  return { source, record: record < 0 ? undefined : record, label: label < 0 ? undefined : label };
}

async function loadLabels(database: Database, path: string, table: string, invalid: ErrorCode): Promise<Labels> {
  const found = await findFiles([path]);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new NamesakeError(invalid, `${path} names ${found.length} files`);
  const { columnNames } = await loadFile(database, first, `${table}_file`);
  const { source, record, label } = findLabelColumns(columnNames);
  if (record === undefined || label === undefined) throw new NamesakeError(invalid, `${path} has only one column`);
  await database.connection.run(
    `CREATE TABLE ${table} AS SELECT ${source < 0 ? "''" : `coalesce(c${source}, '')`} AS source,
       nullif(trim(c${record}), '') AS record, nullif(trim(c${label}), '') AS label FROM ${table}_file`,
  );
  await database.connection.run(`DROP TABLE ${table}_file`);
  const empty = await countRows(database, `SELECT 1 FROM ${table} WHERE record IS NULL OR label IS NULL`);
  if (empty > 0) throw new NamesakeError(invalid, `${path}: ${empty} rows lack the record or the cluster`);
  return { table, file: path, hasSource: source >= 0, invalid };
}

async function requireOneLabel(database: Database, labels: Labels, key: readonly string[], having: string) {
  const repeated = await countRows(
    database,
    `SELECT 1 FROM ${labels.table} GROUP BY ${key.join(", ")} HAVING ${having}`,
  );
  if (repeated > 0)
    throw new NamesakeError(labels.invalid, `${labels.file}: ${repeated} records stand there repeatedly`);
}

async function requireUnambiguous(database: Database, clusters: Labels, truth: Labels): Promise<void> {
  const shared = await countRows(database, `SELECT 1 FROM ${clusters.table} GROUP BY record HAVING count(*) > 1`);
  if (shared === 0) return;
  throw new NamesakeError("TRUTH_INVALID", `${truth.file} needs a column source: sources share ${shared} identifiers`);
}

async function countRows(database: Database, sql: string): Promise<number> {
  const result = await database.connection.runAndReadAll(`SELECT count(*)::INTEGER FROM (${sql})`);
  return Number(result.getRows()[0]?.[0] ?? 0);
}

async function joinLabels(database: Database, key: readonly string[], hasSource: boolean): Promise<LabelledRecords> {
  const known = `SELECT ${key.join(", ")}, any_value(label) AS label FROM truth GROUP BY ${key.join(", ")}`;
  const same = key.map((column) => `clusters.${column} = known.${column}`).join(" AND ");
  const columns = await readIntegers(
    database,
    `SELECT (dense_rank() OVER (ORDER BY clusters.label) - 1)::INTEGER,
       (CASE WHEN known.label IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY known.label NULLS LAST) - 1 END)::INTEGER,
       (dense_rank() OVER (ORDER BY clusters.source) - 1)::INTEGER
     FROM clusters LEFT JOIN (${known}) AS known ON ${same}
     ORDER BY clusters.source, clusters.record`,
    await countRows(database, "SELECT 1 FROM clusters"),
  );
  const [clusterOf, truthOf, sourceOf] = columns;
  const absent = key.map((column) => `clusters.${column} = truth.${column}`).join(" AND ");
  const truthAlone = await countRows(database, `SELECT 1 FROM truth ANTI JOIN clusters ON ${absent}`);
  return { clusterOf, truthOf, sourceOf: hasSource ? sourceOf : null, truthAlone };
}

async function readIntegers(
  database: Database,
  sql: string,
  rows: number,
): Promise<[Int32Array, Int32Array, Int32Array]> {
  const columns: [Int32Array, Int32Array, Int32Array] = [
    new Int32Array(rows),
    new Int32Array(rows),
    new Int32Array(rows),
  ];
  const result = await database.connection.stream(sql);
  let row = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return columns;
    columns.forEach((column, index) => {
      const vector = chunk.getColumnVector(index) as DuckDBIntegerVector;
      for (let i = 0; i < chunk.rowCount; i += 1) column[row + i] = vector.getItem(i) ?? -1;
    });
    row += chunk.rowCount;
  }
}
