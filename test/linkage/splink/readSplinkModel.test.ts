// Reading Splink's JSON: what can be read is read as Splink means it, what cannot is named with its place.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { JsonPlace } from "../../../src/linkage/settings/json/jsonPlace.ts";
import { bindModel } from "../../../src/linkage/splink/bindModel.ts";
import { importSplinkModel } from "../../../src/linkage/splink/importSplinkModel.ts";
import { loadSplinkModel } from "../../../src/linkage/splink/loadSplinkModel.ts";
import { readSplinkModel } from "../../../src/linkage/splink/readSplinkModel.ts";
import { makeFiles } from "../read/temporaryFiles.ts";
import { sampleModel } from "./sampleModel.ts";

async function mistakesOf(change: object): Promise<string[]> {
  const mistakes: string[] = [];
  const model = await readSplinkModel(new JsonPlace({ ...sampleModel, ...change }, "", mistakes));
  return [...mistakes, ...bindModel(model).mistakes];
}

const comparisonOf = (...conditions: string[]): object => ({
  comparisons: [
    {
      output_column_name: "x",
      comparison_levels: [...conditions, "ELSE"].map((sql_condition) => ({
        sql_condition,
        m_probability: 0.5,
        u_probability: 0.5,
      })),
    },
  ],
});

test("every level of the sample is read", async () => {
  assert.deepEqual(await mistakesOf({}), []);
});

test("all that Splink's comparison level library writes for DuckDB is read, but for cosine similarity", async () => {
  const conditions = [
    "NULLIF(regexp_extract(\"a_l\", '^[A-Z]{2}', 0), '') = NULLIF(regexp_extract(\"a_r\", '^[A-Z]{2}', 0), '')",
    '"a_l" = CAST(3 AS INT) AND "a_r" = CAST(3 AS INT)',
    'ABS(EPOCH("a_l") - EPOCH("a_r")) <= 3600',
    'cast(acos(case when (sin(radians("lat_l")) * sin(radians("lat_r")) + cos(radians("lat_l")) * cos(radians("lat_r")) * cos(radians("long_r" - "long_l"))) > 1 then 1 else 0 end) * 6371 as float) <= 10',
    'LEAST(ARRAY_LENGTH("a_l"), ARRAY_LENGTH("a_r")) <> 0 AND ARRAY_LENGTH(ARRAY_INTERSECT("a_l", "a_r")) = LEAST(ARRAY_LENGTH("a_l"), ARRAY_LENGTH("a_r"))',
    "CAST(NULLIF(\"a_l\", 'x') AS TEXT) = CAST(NULLIF(\"a_r\", 'x') AS TEXT)",
    "LOWER(a_l) || b_l = LOWER(a_r) || b_r",
    '"a_l"[1] = "a_r"[1]',
  ];
  assert.deepEqual(await mistakesOf(comparisonOf(...conditions)), []);
  assert.deepEqual(await mistakesOf(comparisonOf('array_cosine_similarity("a_l", "a_r") >= 0.9')), [
    "comparisons[0].comparison_levels[0].sql_condition: cannot be read: function array_cosine_similarity",
  ]);
});

test("what cannot be read is named with its place", async () => {
  const places: [object, RegExp][] = [
    [
      comparisonOf("a_l = a_r", "a_l <"),
      /^comparisons\[0\]\.comparison_levels\[1\]\.sql_condition: is no SQL expression/,
    ],
    [comparisonOf("a_l = a_r) FROM t WHERE (TRUE"), /sql_condition: is not one SQL expression$/],
    [comparisonOf("a_l = (SELECT 1)"), /sql_condition: cannot be read: subquery$/],
    [comparisonOf("random() < 0.5"), /sql_condition: cannot be read: function random$/],
    [comparisonOf("a = b"), /column a ends in neither _l nor _r$/],
    [comparisonOf("lower(a_l || a_r) = b_l"), /cannot be scored: function (lower|\|\|) over both records$/],
    [
      { blocking_rules_to_generate_predictions: ["s.a = r.a"] },
      /^blocking_rules_to_generate_predictions\[0\]: .*neither l nor r$/,
    ],
    [
      { blocking_rules_to_generate_predictions: [{ blocking_rule: "l.a = r.a", arrays_to_explode: ["a"] }] },
      /arrays_to_explode: cannot be read/,
    ],
    [{ sql_dialect: "spark" }, /^sql_dialect: "spark" is not read/],
    [{ probability_two_random_records_match: 2 }, /^probability_two_random_records_match: must be a number above 0/],
    [{ link_type: "dedupe" }, /^link_type: "dedupe" is no link type/],
  ];
  for (const [change, expected] of places) {
    const [first = ""] = await mistakesOf(change);
    assert.match(first, expected);
  }
});

test("a frequency needs exact agreement on its column in the same comparison", async () => {
  const levels = [
    { sql_condition: "levenshtein(a_l, a_r) <= 1", tf_adjustment_column: "a" },
    { sql_condition: "ELSE" },
  ];
  const comparisons = [{ output_column_name: "a", comparison_levels: levels }];
  assert.deepEqual(await mistakesOf({ comparisons }), [
    "comparisons[0].comparison_levels[0].tf_adjustment_column: no level of this comparison is exact agreement on a",
  ]);
  const own = [{ ...levels[0], disable_tf_exact_match_detection: true }, ...levels.slice(1)];
  assert.deepEqual(await mistakesOf({ comparisons: [{ output_column_name: "a", comparison_levels: own }] }), []);
});

test("an imported model reads back as the same model, and is never written over unasked", async (context) => {
  const folder = await makeFiles(context, { "splink.json": JSON.stringify(sampleModel) });
  const { model, path } = await importSplinkModel(join(folder, "splink.json"), join(folder, "imported"));
  assert.equal(path, join(folder, "imported", "model.json"));
  assert.deepEqual((await loadSplinkModel(path)).model, model);
  await assert.rejects(importSplinkModel(join(folder, "splink.json"), path), { code: "OUTPUT_EXISTS" });
  const before = readFileSync(path, "utf8");
  await importSplinkModel(path, path, true);
  assert.equal(readFileSync(path, "utf8"), before);
});

test("a file that is no Splink model says so", async (context) => {
  const folder = await makeFiles(context, { "other.json": '{"format":"namesake-model"}', "broken.json": "{" });
  await assert.rejects(loadSplinkModel(join(folder, "other.json")), /is no Splink model/);
  await assert.rejects(loadSplinkModel(join(folder, "broken.json")), /is not JSON/);
  await assert.rejects(loadSplinkModel(join(folder, "absent.json")), { code: "FILE_NOT_FOUND" });
});
