import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jaroWinkler } from "../../../../src/linkage/compare/similarity/jaroWinkler.ts";
import { jaroWinklerUpperBound } from "../../../../src/linkage/compare/similarity/jaroWinklerUpperBound.ts";
import { letterMask } from "../../../../src/linkage/compare/similarity/letterMask.ts";
import { osaLowerBound } from "../../../../src/linkage/compare/similarity/osaLowerBound.ts";
import { pairOfStrings } from "./arbitraryStrings.ts";
import { distancePlain } from "./distancePlain.ts";
import { onStrings } from "./onStrings.ts";

function maskOf(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return letterMask(bytes, 0, bytes.length);
}

test("a bound never lies", () => {
  const anyPair = fc.oneof(pairOfStrings, fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 })));
  fc.assert(
    fc.property(anyPair, ([a, b]) => {
      const [maskA, maskB] = [maskOf(a), maskOf(b)];
      assert.ok(osaLowerBound(maskA, maskB, a.length, b.length) <= distancePlain(a, b, true));
      let prefix = 0;
      while (prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
      const similarity = onStrings(jaroWinkler, a, b);
      const known = jaroWinklerUpperBound(maskA, maskB, a.length, b.length, prefix);
      assert.ok(similarity <= known);
      assert.ok(known <= jaroWinklerUpperBound(maskA, maskB, a.length, b.length));
    }),
    { numRuns: 3000 },
  );
});

test("a bound says something", () => {
  assert.equal(osaLowerBound(maskOf("smith"), maskOf("brown"), 5, 5), 5);
  assert.equal(osaLowerBound(maskOf("xnne"), maskOf("annette"), 4, 7), 4, "three letters more, and the x must go");
  assert.ok(jaroWinklerUpperBound(maskOf("smith"), maskOf("jones"), 5, 5) < 0.7);
  assert.equal(jaroWinklerUpperBound(maskOf("abc"), maskOf("xyz"), 3, 3), 0);
});

test("masks: case and separators do not count, digits share six bits", () => {
  assert.equal(maskOf("O'Brien"), maskOf("obrien"));
  assert.equal(maskOf("0"), maskOf("6"));
  assert.notEqual(maskOf("0"), maskOf("1"));
  assert.equal(maskOf("-. '"), 0);
});
