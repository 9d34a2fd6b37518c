// Jaro, Jaro–Winkler, Levenshtein, Damerau–Levenshtein and Jaccard are what DuckDB computes, bit for bit and byte by byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { byteJaccard } from "../../../../src/linkage/compare/similarity/byteJaccard.ts";
import { damerauLevenshteinDistance } from "../../../../src/linkage/compare/similarity/damerauLevenshteinDistance.ts";
import { jaro } from "../../../../src/linkage/compare/similarity/jaro.ts";
import { jaroWinkler } from "../../../../src/linkage/compare/similarity/jaroWinkler.ts";
import { levenshteinDistance } from "../../../../src/linkage/compare/similarity/levenshteinDistance.ts";
import { osaDistance } from "../../../../src/linkage/compare/similarity/osaDistance.ts";
import { pairOfStrings } from "./arbitraryStrings.ts";
import { jaroPlain } from "./jaroWinklerPlain.ts";
import { type Kernel, onStrings } from "./onStrings.ts";

const accented = fc.string({ unit: fc.constantFrom(..."abcéßЖ字'"), minLength: 1, maxLength: 50 });
const pairs = fc.oneof(pairOfStrings, fc.tuple(accented, accented)).filter(([a, b]) => a !== "" && b !== "");

const kernels: readonly (readonly [string, Kernel])[] = [
  ["jaro_similarity", jaro],
  ["jaro_winkler_similarity", jaroWinkler],
  ["levenshtein", levenshteinDistance],
  ["damerau_levenshtein", damerauLevenshteinDistance],
  ["jaccard", byteJaccard],
];

test("each kernel equals DuckDB's function", async () => {
  const samples = fc.sample(pairs, { numRuns: 3000, seed: 20 });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("CREATE TABLE samples (a VARCHAR, b VARCHAR)");
  const appender = await connection.createAppender("samples");
  for (const [a, b] of samples) {
    appender.appendVarchar(a);
    appender.appendVarchar(b);
    appender.endRow();
  }
  appender.closeSync();
  for (const [name, kernel] of kernels) {
    const result = await connection.runAndReadAll(`SELECT CAST(${name}(a, b) AS DOUBLE) FROM samples ORDER BY rowid`);
    result.getRows().forEach(([expected], index) => {
      const [a = "", b = ""] = samples[index] ?? [];
      assert.equal(onStrings(kernel, a, b), expected, `${name} of ${JSON.stringify([a, b])}`);
    });
  }
  connection.closeSync();
});

test("Jaro equals the plain version", () => {
  fc.assert(fc.property(pairOfStrings, ([a, b]) => assert.equal(onStrings(jaro, a, b), jaroPlain(a, b))));
});

test("Damerau–Levenshtein is a metric, never above optimal string alignment, and lets letters between swapped ones", () => {
  assert.equal(onStrings(damerauLevenshteinDistance, "ca", "abc"), 2);
  assert.equal(onStrings(osaDistance, "ca", "abc"), 3);
  const distance = (a: string, b: string): number => onStrings(damerauLevenshteinDistance, a, b);
  fc.assert(
    fc.property(pairOfStrings, fc.string({ unit: fc.constantFrom(..."abcd"), maxLength: 9 }), ([a, b], c) => {
      const direct = distance(a, b);
      assert.equal(direct, distance(b, a));
      assert.equal(direct === 0, a === b);
      assert.ok(direct <= distance(a, c) + distance(c, b));
      assert.ok(direct <= onStrings(osaDistance, a, b));
    }),
  );
});
