// The file that both programs score: made-up people, with the texts that namesake reads as missing taken out (Splink would
// compare "N/A" with "N/A") and generations taken off names, which only namesake sees within a name.
import { DuckDBInstance } from "@duckdb/node-api";
import { isMissingSql } from "../../src/linkage/read/missingValue.ts";
import { generations } from "../../src/linkage/standardise/values/nameWordLists.ts";

const columns =
  "given_name middle_name surname sex birth_date nationality town postcode phone email national_id document_number".split(
    " ",
  );
const names = new Set(["given_name", "middle_name", "surname"]);
const generation = `[ ,.-]+(${[...generations.keys()].join("|")})\\W*$`;

/** Writes `to` (CSV with unique_id and what can be compared column by column) from generated records. */
export async function prepareRecords(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const selected = columns.map((name) => {
    const text = names.has(name) ? `regexp_replace(${name}, '${generation}', '', 'i')` : name;
    return `CASE WHEN ${isMissingSql(name)} THEN NULL ELSE ${text} END AS ${name}`;
  });
  await connection.run(
    `COPY (SELECT unique_id, ${selected.join(", ")} FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT csv, HEADER)`,
  );
  connection.closeSync();
  instance.closeSync();
}
