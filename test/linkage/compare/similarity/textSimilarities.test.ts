import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { indelSimilarity } from "../../../../src/linkage/compare/similarity/indelSimilarity.ts";
import { jaccardTokens } from "../../../../src/linkage/compare/similarity/jaccardTokens.ts";
import { tokenSetSimilarity } from "../../../../src/linkage/compare/similarity/tokenSetSimilarity.ts";
import { pairOfStrings } from "./arbitraryStrings.ts";
import { onStrings } from "./onStrings.ts";

function commonLettersPlain(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = Math.max(row[j] ?? 0, next[j - 1] ?? 0);
      next.push(letter === b[j - 1] ? Math.max(kept, (row[j - 1] ?? 0) + 1) : kept);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function indelPlain(a: string, b: string): number {
  return a === "" || b === "" ? 0 : (2 * commonLettersPlain(a, b)) / (a.length + b.length);
}

function tokenSetPlain(a: string, b: string): number {
  const tokens = (text: string) => new Set(text.split(" ").filter((token) => token !== ""));
  const [setA, setB] = [tokens(a), tokens(b)];
  if (setA.size === 0 || setB.size === 0) return 0;
  const join = (set: Set<string>) => [...set].sort().join(" ");
  const common = join(setA.intersection(setB));
  const withA = `${common} ${join(setA.difference(setB))}`.trim();
  const withB = `${common} ${join(setB.difference(setA))}`.trim();
  return Math.max(indelPlain(common, withA), indelPlain(common, withB), indelPlain(withA, withB));
}

const texts = fc.oneof(
  pairOfStrings,
  fc.tuple(
    fc.string({ unit: fc.constantFrom("a", "b", " ", "ab"), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom("a", "b", " ", "ab"), maxLength: 60 }),
  ),
);

test("indel and token-set similarity equal their plain versions; symmetric; in [0, 1]; 1 on equal", () => {
  fc.assert(
    fc.property(texts, ([a, b]) => {
      const indel = onStrings(indelSimilarity, a, b);
      assert.equal(indel, indelPlain(a, b));
      assert.equal(indel, onStrings(indelSimilarity, b, a));
      assert.equal(indel === 1, a !== "" && a === b);
      const tokenSet = onStrings(tokenSetSimilarity, a, b);
      assert.ok(Math.abs(tokenSet - tokenSetPlain(a, b)) < 1e-12, `${tokenSet} ${tokenSetPlain(a, b)}`);
      assert.equal(tokenSet, onStrings(tokenSetSimilarity, b, a));
      assert.ok(tokenSet >= 0 && tokenSet <= 1);
    }),
    { numRuns: 1500 },
  );
});

test("words in another order, or more words, are no difference", () => {
  assert.equal(onStrings(tokenSetSimilarity, "12 high street leeds", "leeds high street 12"), 1);
  assert.equal(onStrings(tokenSetSimilarity, "12 high street", "12 high street leeds"), 1);
  assert.ok(onStrings(tokenSetSimilarity, "12 high street", "14 mill lane") < 0.6);
});

test("jaccard equals sets; symmetric; 0 on empty", () => {
  const codes = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 12 });
  fc.assert(
    fc.property(codes, codes, (a, b) => {
      const ascending = (list: number[]) => [...list].sort((x, y) => x - y);
      const packed = Int32Array.from([99, ...ascending(a), ...ascending(b), 99]);
      const middle = 1 + a.length;
      const end = middle + b.length;
      const [setA, setB] = [new Set(a), new Set(b)];
      const expected = a.length === 0 || b.length === 0 ? 0 : setA.intersection(setB).size / setA.union(setB).size;
      assert.equal(jaccardTokens(packed, 1, middle, middle, end), expected);
      assert.equal(jaccardTokens(packed, middle, end, 1, middle), expected);
    }),
  );
});
