// A made-up Splink model with every kind of level that can be read, and records that reach them.
import fc from "fast-check";

export type SampleRow = Readonly<Record<string, string>>;

const level = (sql: string, m: number, u: number, more: object = {}): object => ({
  sql_condition: sql,
  label_for_charts: sql.slice(0, 20),
  m_probability: m,
  u_probability: u,
  ...more,
});
const nothing = (column: string): object => ({
  sql_condition: `"${column}_l" IS NULL OR "${column}_r" IS NULL`,
  is_null_level: true,
});

export const sampleModel = {
  link_type: "dedupe_only",
  probability_two_random_records_match: 0.01,
  sql_dialect: "duckdb",
  unique_id_column_name: "unique_id",
  blocking_rules_to_generate_predictions: [
    { blocking_rule: 'l."surname" = r."surname"', sql_dialect: "duckdb" },
    {
      blocking_rule: "(l.town = r.town) AND (SUBSTRING(l.born, 1, 4) = SUBSTRING(r.born, 1, 4))",
      sql_dialect: "duckdb",
    },
    "l.given = r.surname",
    "l.given = r.given AND levenshtein(l.born, r.born) <= 4",
  ],
  comparisons: [
    {
      output_column_name: "name",
      comparison_levels: [
        {
          sql_condition: '("given_l" IS NULL OR "given_r" IS NULL) AND ("surname_l" IS NULL OR "surname_r" IS NULL)',
          is_null_level: true,
        },
        level('"given_l" = "given_r" AND "surname_l" = "surname_r"', 0.5, 0.001),
        level('"given_l" = "surname_r" AND "given_r" = "surname_l"', 0.05, 0.002),
        level(
          '(jaro_winkler_similarity("given_l", "given_r") >= 0.88) AND (jaro_similarity("surname_l", "surname_r") >= 0.8)',
          0.2,
          0.01,
        ),
        level('"surname_l" = "surname_r"', 0.1, 0.05, { tf_adjustment_column: "surname", tf_adjustment_weight: 0.5 }),
        level('"given_l" = "given_r"', 0.05, 0.1, { tf_adjustment_column: "given", tf_minimum_u_value: 0.2 }),
        level("ELSE", 0.1, 0.8),
      ],
    },
    {
      output_column_name: "born",
      comparison_levels: [
        {
          sql_condition: "try_strptime(\"born_l\", '%Y-%m-%d') IS NULL OR try_strptime(\"born_r\", '%Y-%m-%d') IS NULL",
          is_null_level: true,
        },
        level('"born_l" = "born_r"', 0.7, 0.01, { tf_adjustment_column: "born" }),
        level('damerau_levenshtein("born_l", "born_r") <= 1', 0.1, 0.02, { tf_adjustment_column: "born" }),
        level(
          "ABS(EPOCH(try_strptime(\"born_l\", '%Y-%m-%d')) - EPOCH(try_strptime(\"born_r\", '%Y-%m-%d'))) <= 31557600.0",
          0.1,
          0.1,
        ),
        level("ELSE", 0.1, 0.87),
      ],
    },
    {
      output_column_name: "town",
      comparison_levels: [
        nothing("town"),
        level("\"town_l\" = 'York'", 0.1, 0.3),
        level('"town_l" = "town_r"', 0.5, 0.1, { tf_adjustment_column: "town" }),
        level('levenshtein(LOWER("town_l"), LOWER("town_r")) < 2', 0.2, 0.1),
        level('jaccard("town_l", "town_r") >= 0.5', 0.1, 0.2),
        level('NOT (LENGTH("town_l") = LENGTH("town_r"))', 0.05, 0.2),
        { sql_condition: "ELSE" },
      ],
    },
    {
      output_column_name: "age",
      comparison_levels: [
        nothing("age"),
        level('ABS("age_l" - "age_r") <= 1', 0.6, 0.2),
        level('(ABS("age_l" - "age_r") / (CASE WHEN "age_r" > "age_l" THEN "age_r" ELSE "age_l" END)) < 0.2', 0.2, 0.2),
        level('"age_l" BETWEEN 20 AND 30 OR "age_r" IN (40, 41)', 0.1, 0.2),
        level("ELSE", 0.1, 0.4),
      ],
    },
    {
      output_column_name: "surname_alone",
      comparison_levels: [
        nothing("surname"),
        level('"surname_l" = "surname_r"', 0.5, 0.05),
        level('jaro_winkler_similarity("surname_l", "surname_r") >= 0.9', 0.2, 0.05),
        level('damerau_levenshtein("surname_l", "surname_r") <= 1 AND LENGTH("surname_r") > 3', 0.1, 0.04),
        level('jaro_similarity("surname_l", "surname_r") > 0.7 OR levenshtein("surname_l", "surname_r") < 3', 0.1, 0.1),
        level("ELSE", 0.1, 0.76),
      ],
    },
    {
      output_column_name: "words",
      comparison_levels: [
        level('array_length(list_intersect("words_l", "words_r")) >= 2', 0.5, 0.05),
        level('array_length(list_intersect("words_l", "words_r")) >= 1', 0.2, 0.15),
        level(
          'list_max(list_transform(flatten(list_transform("words_l", x -> list_transform("words_r", y -> [x, y]))), p -> jaro_winkler_similarity(p[1], p[2]))) >= 0.8',
          0.1,
          0.2,
        ),
        level("ELSE", 0.2, 0.6),
      ],
    },
  ],
};

const some = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom("", ...values);
const words = fc
  .array(fc.constantFrom("ox", "oxo", "cow", "cows", "hen"), { maxLength: 3 })
  .map((list) => `[${list.join(", ")}]`);

/** Records of few, close values, so that every level is met. */
export const sampleRows: fc.Arbitrary<SampleRow[]> = fc.array(
  fc.record({
    given: some(["Ann", "Anne", "Anna", "Bob", "Lee", "José", "Jose"]),
    surname: some(["Lee", "Leigh", "Smith", "Smyth", "Smithe", "Bob", "Müller"]),
    born: some(["1980-01-02", "1980-02-01", "1981-01-02", "1950-06-07", "unknown", "1980-13-40"]),
    town: some(["York", "york", "Yrok", "Leeds", "Leed", "Hull"]),
    age: some(["20", "21", "25", "40", "41"]),
    words: fc.oneof(words, fc.constant("")),
  }),
  { minLength: 2, maxLength: 25, size: "max" },
);
