// Reads Splink's settings or saved model (versions 4 and 5 write the same keys) into a model; every mistake is noted with
// its place. Figures that are missing take Splink's own defaults, so that the scores are Splink's.
import type { JsonPlace } from "../settings/json/jsonPlace.ts";
import { exactColumnOf } from "./exactColumnOf.ts";
import type { Expression } from "./expression.ts";
import { jsonField } from "./jsonField.ts";
import { type ParsedCondition, parseConditions } from "./parseConditions.ts";
import { defaultProbabilities } from "./splinkDefaults.ts";
import type { SplinkComparison, SplinkFrequency, SplinkLevel, SplinkLinkType, SplinkModel } from "./splinkModel.ts";

const linkTypes: readonly SplinkLinkType[] = ["dedupe_only", "link_only", "link_and_dedupe"];

type UnadjustedLevel = Omit<SplinkLevel, "frequency">;

/** Other keys of the document say how Splink trains or names its output, and change no score. */
export async function readSplinkModel(document: JsonPlace): Promise<SplinkModel> {
  const dialect = jsonField(document, "sql_dialect").text() ?? "duckdb";
  if (dialect !== "duckdb") {
    jsonField(document, "sql_dialect").note(
      `${JSON.stringify(dialect)} is not read; save the model from Splink's DuckDB backend`,
    );
  }
  const comparisons = (jsonField(document, "comparisons").required().items() ?? []).map(draftComparison);
  const rules = (jsonField(document, "blocking_rules_to_generate_predictions").items() ?? []).map(draftRule);
  const levels = comparisons.flatMap((comparison) => comparison.levels);
  const parsed = await parseConditions([
    ...levels.map(({ sql }) => ({ sql: isElse(sql) ? "TRUE" : sql, byTable: false })),
    ...rules.map(({ sql }) => ({ sql, byTable: true })),
  ]);
  const conditionOf = new Map(levels.map((level, index) => [level, parsed[index]]));
  return {
    linkType: jsonField(document, "link_type").required().oneOf(linkTypes, "link type") ?? "dedupe_only",
    prior: jsonField(document, "probability_two_random_records_match").number({ above: 0, below: 1 }) ?? 0.0001,
    comparisons: comparisons.map((draft) => readComparison(draft, conditionOf)),
    rules: rules.flatMap(({ sqlPlace, sql }, index) => {
      const condition = accept(sqlPlace, parsed[levels.length + index]);
      return condition === null ? [] : [{ sql, condition }];
    }),
    idColumn: jsonField(document, "unique_id_column_name").text() ?? "unique_id",
  };
}

interface Draft {
  readonly place: JsonPlace;
  readonly sqlPlace: JsonPlace;
  readonly sql: string;
}

interface ComparisonDraft {
  readonly place: JsonPlace;
  readonly levels: readonly Draft[];
}

const isElse = (sql: string): boolean => sql.trim().toUpperCase() === "ELSE";

function draftComparison(place: JsonPlace): ComparisonDraft {
  const levels = (jsonField(place, "comparison_levels").required().items() ?? []).map((level): Draft => {
    const sqlPlace = jsonField(level, "sql_condition");
    return { place: level, sqlPlace, sql: sqlPlace.required().text() ?? "ELSE" };
  });
  return { place, levels };
}

function draftRule(place: JsonPlace): Draft {
  if (typeof place.value === "string") return { place, sqlPlace: place, sql: place.value };
  const arrays = jsonField(place, "arrays_to_explode");
  if (!arrays.isAbsent) arrays.note("cannot be read: a rule over lists");
  const sqlPlace = jsonField(place, "blocking_rule");
  return { place, sqlPlace, sql: sqlPlace.required().text() ?? "FALSE" };
}

function accept(place: JsonPlace, parsed: ParsedCondition | undefined): Expression | null {
  if (parsed === undefined) return null;
  if (parsed.mistake !== null) place.note(parsed.mistake);
  return parsed.expression;
}

function readComparison(
  { place, levels }: ComparisonDraft,
  conditionOf: ReadonlyMap<Draft, ParsedCondition | undefined>,
): SplinkComparison {
  const isNull = levels.map((level) => jsonField(level.place, "is_null_level").isTrue() ?? false);
  const count = isNull.filter((value) => !value).length;
  if (count < 2) place.note("has fewer than two levels beside the null level");
  const defaults = defaultProbabilities(count);
  let next = count - 1;
  const read = levels.map((draft, index): UnadjustedLevel => {
    const condition = isElse(draft.sql) ? null : accept(draft.sqlPlace, conditionOf.get(draft));
    const vectorValue = isNull[index] === true ? -1 : next--;
    const m = readProbability(jsonField(draft.place, "m_probability")) ?? defaults.m[vectorValue] ?? 1;
    const u = readProbability(jsonField(draft.place, "u_probability")) ?? defaults.u[vectorValue] ?? 1;
    const weight = vectorValue < 0 ? 0 : Math.log2(m / u);
    const label = jsonField(draft.place, "label_for_charts").text() ?? String(vectorValue);
    return { label, sql: draft.sql, condition, isNull: isNull[index] === true, vectorValue, m, u, weight };
  });
  const frequencyOf = (index: number, level: UnadjustedLevel): SplinkFrequency | null => {
    const draft = levels[index];
    return draft === undefined ? null : readFrequency(draft.place, level, read);
  };
  return {
    name: jsonField(place, "output_column_name").text() ?? place.path,
    levels: read.map((level, index) => ({ ...level, frequency: frequencyOf(index, level) })),
  };
}

/** Splink writes a text where a level was never seen in training, and scores it at 1e-6. */
function readProbability(place: JsonPlace): number | null {
  if (typeof place.value === "string" && place.value.startsWith("level not observed")) return 1e-6;
  return place.number({ min: 0, max: 1 }) === undefined ? null : Math.max(Number(place.value), 1e-300);
}

function readFrequency(
  place: JsonPlace,
  level: UnadjustedLevel,
  levels: readonly UnadjustedLevel[],
): SplinkFrequency | null {
  const column = jsonField(place, "tf_adjustment_column").text();
  const weight = jsonField(place, "tf_adjustment_weight").number({}) ?? 1;
  const minimumU = jsonField(place, "tf_minimum_u_value").number({ min: 0, max: 1 }) ?? 0;
  if (column === undefined || weight === 0 || level.isNull || isElse(level.sql)) return null;
  const isOwn = jsonField(place, "disable_tf_exact_match_detection").isTrue() ?? false;
  const exact = isOwn
    ? level
    : levels.find(
        ({ condition }) =>
          condition !== null && exactColumnOf(condition)?.toLowerCase() === unquoted(column).toLowerCase(),
      );
  if (exact === undefined) {
    jsonField(place, "tf_adjustment_column").note(
      `no level of this comparison is exact agreement on ${unquoted(column)}`,
    );
    return null;
  }
  return { column: unquoted(column), weight, minimumU, log2U: Math.log2(exact.u), isOwnU: isOwn };
}

const unquoted = (name: string): string =>
  /^"(?:[^"]|"")*"$/.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name;
