// The physical limit in its own process: DuckDB reads a CSV file and writes every value back, and nothing else. Prints
// the seconds of each of three rounds as JSON.
import { DuckDBInstance } from "@duckdb/node-api";

const rounds = 3;
const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) throw new Error("rewriteFile INPUT OUTPUT");
const quote = (path: string): string => `'${path.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const seconds: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const startedMs = performance.now();
  await connection.run(`COPY (FROM read_csv(${quote(input)}, all_varchar = true)) TO ${quote(output)} (FORMAT csv)`);
  seconds.push((performance.now() - startedMs) / 1000);
}
console.log(JSON.stringify(seconds));
