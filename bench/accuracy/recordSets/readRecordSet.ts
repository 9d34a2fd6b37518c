// Reads a development set into memory, so that its variants can be made. The truth column is set apart here.
import { DuckDBInstance } from "@duckdb/node-api";
import type { DevelopmentSet } from "./developmentSets.ts";
import type { RecordSet } from "./recordSet.ts";

const idColumn = "unique_id";
const truthColumn = "cluster_id";

/** All records in file order; columns that are identifier, truth or told source stand beside the attributes. */
export async function readRecordSet(path: string, set: DevelopmentSet): Promise<RecordSet> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const quoted = path.replaceAll("'", "''");
    const result = await connection.runAndReadAll(`FROM read_csv('${quoted}', all_varchar = true, header = true)`);
    const names = result.columnNames();
    const rows = result.getRows().map((row) => row.map((value) => (value === null ? "" : String(value))));
    const beside = [idColumn, truthColumn, ...(set.sourceColumn === null ? [] : [set.sourceColumn])];
    const places = names.map((_, place) => place).filter((place) => !beside.includes(names[place] as string));
    const column = (name: string): string[] => rows.map((row) => row[names.indexOf(name)] ?? "");
    return {
      name: set.name,
      columns: places.map((place) => names[place] as string),
      rows: rows.map((row) => places.map((place) => row[place] as string)),
      ids: column(idColumn),
      truth: column(truthColumn),
      sources: set.sourceColumn === null ? null : column(set.sourceColumn),
      acrossOnly: set.acrossOnly,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
