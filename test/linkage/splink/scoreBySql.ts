// The oracle: the very SQL that Splink builds (blocking joins that leave out pairs of earlier rules, CASE levels, term
// frequencies, sum of weights), run by DuckDB over typed columns.
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { defaultProbabilities } from "../../../src/linkage/splink/splinkDefaults.ts";
import type { SampleRow, sampleModel } from "./sampleModel.ts";

export interface ScoredPair {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
  readonly rule: number;
}

interface Level {
  readonly sql_condition: string;
  readonly is_null_level?: boolean;
  readonly m_probability?: number;
  readonly u_probability?: number;
  readonly tf_adjustment_column?: string;
  readonly tf_adjustment_weight?: number;
  readonly tf_minimum_u_value?: number;
}

const text = (value: string): string => (value === "" ? "NULL" : `'${value.replaceAll("'", "''")}'`);

/** Pairs at or above `floor`, in the order of their identifiers. Identifiers are r0000, r0001 … */
export async function scoreBySql(
  model: typeof sampleModel,
  rows: readonly SampleRow[],
  floor: number,
): Promise<ScoredPair[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const values = rows.map((row, index) => {
    const { given = "", surname = "", born = "", town = "", age = "", words = "" } = row;
    const list = `CAST(${text(words)} AS VARCHAR[])`;
    const number = `TRY_CAST(${text(age)} AS DOUBLE)`;
    return `('${idOf(index)}', ${[given, surname, born, town].map(text).join(", ")}, ${number}, ${list})`;
  });
  await connection.run(
    "CREATE TABLE bare (unique_id VARCHAR, given VARCHAR, surname VARCHAR, born VARCHAR, town VARCHAR, age DOUBLE, words VARCHAR[])",
  );
  await connection.run(`INSERT INTO bare VALUES ${values.join(", ")}`);
  await addFrequencies(connection, ["given", "surname", "born", "town"]);
  const columns = [
    "unique_id",
    "given",
    "surname",
    "born",
    "town",
    "age",
    "words",
    "tf_given",
    "tf_surname",
    "tf_born",
    "tf_town",
  ];
  const sides = columns.flatMap((name) => [`l.${name} AS ${name}_l`, `r.${name} AS ${name}_r`]);
  const parts = model.comparisons.flatMap(({ comparison_levels }) => weightsOf(comparison_levels as readonly Level[]));
  const prior = Math.log2(
    model.probability_two_random_records_match / (1 - model.probability_two_random_records_match),
  );
  const pairs = joinRules(model, sides);
  const result = await connection.runAndReadAll(
    `SELECT * FROM (SELECT unique_id_l, unique_id_r, ${prior} + ${parts.join(" + ")} AS weight, rule FROM (${pairs}))
     WHERE weight >= ${floor} ORDER BY ALL`,
  );
  const scored = result.getRows().map(([left, right, weight, rule]) => ({
    left: String(left),
    right: String(right),
    weight: Number(weight),
    rule: Number(rule),
  }));
  connection.closeSync();
  instance.closeSync();
  return scored;
}

export const idOf = (index: number): string => `r${String(index).padStart(4, "0")}`;

async function addFrequencies(connection: DuckDBConnection, columns: readonly string[]): Promise<void> {
  const added = columns.map(
    (name) =>
      `CASE WHEN ${name} IS NULL THEN NULL ELSE count(*) OVER (PARTITION BY ${name}) / (SELECT count(${name}) FROM bare) END AS tf_${name}`,
  );
  await connection.run(`CREATE TABLE records AS SELECT *, ${added.join(", ")} FROM bare`);
}

function joinRules(model: typeof sampleModel, sides: readonly string[]): string {
  const rules = model.blocking_rules_to_generate_predictions.map((rule) =>
    typeof rule === "string" ? rule : rule.blocking_rule,
  );
  return rules
    .map((rule, index) => {
      const earlier = rules.slice(0, index).map((before) => `coalesce((${before}), false)`);
      const without = earlier.length === 0 ? "" : `AND NOT (${earlier.join(" OR ")})`;
      return `SELECT ${sides.join(", ")}, ${index} AS rule FROM records AS l JOIN records AS r ON (${rule}) WHERE l.unique_id < r.unique_id ${without}`;
    })
    .join(" UNION ALL ");
}

function weightsOf(levels: readonly Level[]): string[] {
  const own = levels.filter((level) => level.is_null_level !== true);
  const defaults = defaultProbabilities(own.length);
  const figureOf = (level: Level): { m: number; u: number } => {
    const at = own.length - 1 - own.indexOf(level);
    return { m: level.m_probability ?? defaults.m[at] ?? 1, u: level.u_probability ?? defaults.u[at] ?? 1 };
  };
  const cases = (result: (level: Level) => string): string =>
    `CASE ${levels.map((level) => (level.sql_condition === "ELSE" ? `ELSE ${result(level)}` : `WHEN ${level.sql_condition} THEN ${result(level)}`)).join(" ")} END`;
  const weight = cases((level) => {
    const { m, u } = figureOf(level);
    return level.is_null_level === true ? "0" : `CAST(${Math.log2(m / u)} AS DOUBLE)`;
  });
  const adjustment = cases((level) => {
    const column = level.tf_adjustment_column;
    if (column === undefined) return "0";
    const exact = levels.find(({ sql_condition }) => sql_condition === `"${column}_l" = "${column}_r"`);
    if (exact === undefined) throw new Error("the sample has an exact level for each frequency");
    const either = `coalesce(tf_${column}_l, tf_${column}_r), coalesce(tf_${column}_r, tf_${column}_l)`;
    const most = `greatest(${either}, ${level.tf_minimum_u_value ?? 0})`;
    const figure = Math.log2(figureOf(exact).u);
    return `CASE WHEN coalesce(tf_${column}_l, tf_${column}_r) IS NULL THEN 0 ELSE ${level.tf_adjustment_weight ?? 1} * (${figure} - log2(${most})) END`;
  });
  return [weight, adjustment];
}
