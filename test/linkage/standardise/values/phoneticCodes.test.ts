import assert from "node:assert/strict";
import { test } from "node:test";
import { soundex } from "../../../../src/linkage/standardise/values/soundex.ts";
import { readVectors } from "../../compare/similarity/vectors.ts";

test("soundex: the National Archives' examples", () => {
  const published =
    "Washington w252|Lee l000|Gutierrez g362|Pfister p236|Jackson j250|Tymczak t522|Ashcraft a261|Robert r163|Rupert r163|Honeyman h555";
  for (const pair of published.split("|")) {
    const [name = "", code] = pair.split(" ");
    assert.equal(soundex(name), code, name);
  }
  assert.equal(soundex(""), "");
  assert.equal(soundex("12"), "");
});

test("soundex: reference codes of 18,000 names", (context) => {
  const rows = readVectors("reference_outputs_uk_names_jellyfish.csv");
  if (rows === null) return context.skip("reference vectors are not there");
  let differing = 0;
  for (const [name = "", code = ""] of rows.slice(1)) {
    if (/^[A-Z]+$/.test(name) && soundex(name) !== code.toLowerCase()) differing += 1;
  }
  assert.equal(differing, 0);
});
