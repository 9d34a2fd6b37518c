import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { levenshteinDistance } from "../../../../src/linkage/compare/similarity/levenshteinDistance.ts";
import { osaDistance } from "../../../../src/linkage/compare/similarity/osaDistance.ts";
import { pairOfStrings } from "./arbitraryStrings.ts";
import { distancePlain } from "./distancePlain.ts";
import { onStrings } from "./onStrings.ts";
import { readVectors } from "./vectors.ts";

test("well-known distances", () => {
  assert.equal(onStrings(levenshteinDistance, "kitten", "sitting"), 3);
  assert.equal(onStrings(levenshteinDistance, "ab", "ba"), 2);
  assert.equal(onStrings(osaDistance, "ab", "ba"), 1);
  assert.equal(onStrings(osaDistance, "ca", "abc"), 3, "restricted: no place is edited twice");
  assert.equal(onStrings(osaDistance, "kitten", "sitting", 2), 3, "max + 1 above the cutoff");
});

test("equal the full table, whatever the cutoff", () => {
  fc.assert(
    fc.property(pairOfStrings, fc.nat(12), ([a, b], max) => {
      const distance = distancePlain(a, b, true);
      assert.equal(onStrings(osaDistance, a, b), distance);
      assert.equal(onStrings(osaDistance, a, b, max), Math.min(distance, max + 1));
      assert.equal(onStrings(osaDistance, b, a, max), Math.min(distance, max + 1));
      assert.equal(onStrings(levenshteinDistance, a, b), distancePlain(a, b, false));
    }),
    { numRuns: 1500 },
  );
});

test("texts far longer than the first buffers", () => {
  const a = `x${"ab".repeat(900)}`;
  const b = `${"ab".repeat(890)}y`;
  assert.equal(onStrings(osaDistance, a, b), distancePlain(a, b, true));
  assert.equal(onStrings(levenshteinDistance, a, b), distancePlain(a, b, false));
  assert.equal(onStrings(osaDistance, a, b, 5), 6);
});

test("reference distances of name variants", (context) => {
  const rows = readVectors("reference_similarities_uk_name_variants_jellyfish.csv");
  if (rows === null) return context.skip("reference vectors are not there");
  for (const [a = "", b = "", levenshtein] of rows.slice(1)) {
    assert.equal(onStrings(levenshteinDistance, a, b), Number(levenshtein));
    assert.equal(onStrings(osaDistance, a, b), distancePlain(a, b, true));
  }
});
