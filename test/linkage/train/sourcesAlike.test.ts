// Sources are alike where as many of their records have each value, whole birth dates and names written out among them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SemanticType } from "../../../src/linkage/profile/semanticType.ts";
import { areSourcesAlike } from "../../../src/linkage/train/sourcesAlike.ts";
import { prepare } from "../madeUpRecords.ts";

const types: Readonly<Record<string, SemanticType>> = {
  given: "givenName",
  surname: "surname",
  born: "birthDate",
  town: "town",
};
const whole = { given: "Ann", surname: "Byrne", born: "1970-02-03", town: "Cork" };

/** Two sources of 40 records each; every fourth of the second has the changed values. */
function alike(changed: Partial<typeof whole>, every = 4): boolean {
  const rows = Array.from({ length: 80 }, (_, i) => {
    const isSecond = i >= 40;
    return { ...whole, ...(isSecond && i % every === 0 ? changed : {}), id: String(i), source: isSecond ? "b" : "a" };
  });
  return areSourcesAlike(prepare(rows, types, { sourceColumn: "source" }).records);
}

test("sources filled alike are alike, a few gaps or not", () => {
  assert.equal(alike({}), true);
  assert.equal(alike({ town: "" }, 20), true);
});

test("sources of which one leaves out values, or parts of them, are not", () => {
  assert.equal(alike({ town: "" }), false);
  assert.equal(alike({ born: "1970" }), false);
  assert.equal(alike({ given: "A" }), false);
});
