import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jaroWinkler } from "../../../../src/linkage/compare/similarity/jaroWinkler.ts";
import { pairOfStrings } from "./arbitraryStrings.ts";
import { jaroWinklerPlain } from "./jaroWinklerPlain.ts";
import { onStrings } from "./onStrings.ts";
import { readVectors } from "./vectors.ts";

test("published values", () => {
  const published: [string, string, number][] = [
    ["martha", "marhta", 0.961],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.813],
    ["jones", "johnson", 0.832],
    ["abroms", "abrams", 0.922],
  ];
  for (const [a, b, expected] of published) assert.equal(onStrings(jaroWinkler, a, b).toFixed(3), expected.toFixed(3));
});

test("no bonus at or below 0.7, none past four letters, nothing on empty", () => {
  assert.ok(onStrings(jaroWinkler, "abxxxxxx", "abyyyyyy") < 0.7);
  assert.equal(onStrings(jaroWinkler, "abxxxxxx", "abyyyyyy"), (2 / 8 + 2 / 8 + 1) / 3);
  const jaro = (5 / 6 + 5 / 6 + 1) / 3;
  assert.equal(onStrings(jaroWinkler, "abcdex", "abcdey"), jaro + 4 * 0.1 * (1 - jaro));
  assert.equal(onStrings(jaroWinkler, "", ""), 0);
  assert.equal(onStrings(jaroWinkler, "", "a"), 0);
});

test("equals the plain version bit for bit; symmetric; in [0, 1]; 1 on equal alone", () => {
  fc.assert(
    fc.property(pairOfStrings, ([a, b]) => {
      const similarity = onStrings(jaroWinkler, a, b);
      assert.equal(similarity, jaroWinklerPlain(a, b));
      assert.equal(similarity, onStrings(jaroWinkler, b, a));
      assert.ok(similarity >= 0 && similarity <= 1);
      assert.equal(similarity === 1, a !== "" && a === b);
    }),
    { numRuns: 2000 },
  );
});

test("reference similarities of name variants", (context) => {
  const rows = readVectors("reference_similarities_uk_name_variants_jellyfish.csv");
  if (rows === null) return context.skip("reference vectors are not there");
  for (const [a = "", b = "", , , , expected] of rows.slice(1)) {
    assert.ok(Math.abs(onStrings(jaroWinkler, a, b) - Number(expected)) < 1e-6, "a reference pair differs");
  }
});

test("Winkler's published tables", (context) => {
  const rows = readVectors("winkler_published_tables.csv");
  if (rows === null) return context.skip("reference vectors are not there");
  for (const [source, a = "", b = "", , published, , , note] of rows.slice(1)) {
    if (!source?.startsWith("RR94") || note !== "") continue;
    assert.ok(Math.abs(onStrings(jaroWinkler, a, b) - Number(published)) < 0.0011, `${a} ${b}`);
  }
});
