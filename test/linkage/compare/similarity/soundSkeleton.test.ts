// Names that sound alike share a skeleton, whatever their vowels; names that do not, or say too little, share none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { soundSkeleton } from "../../../../src/linkage/compare/similarity/soundSkeleton.ts";

const skeletonOf = (name: string): number => {
  const bytes = new TextEncoder().encode(`<${name}>`);
  return soundSkeleton(bytes, 1, bytes.length - 1);
};

test("spellings of one sound share a skeleton", () => {
  for (const [a, b] of [
    ["keller", "kohler"],
    ["meyerson", "maiersen"],
    ["philip", "filip"],
    ["cecile", "sesil"],
    ["becker", "beker"],
    ["wright", "rite"],
    ["martha", "marta"],
    ["rashid", "rshyd"],
  ] as const) {
    assert.notEqual(skeletonOf(a), 0, a);
    assert.equal(skeletonOf(a), skeletonOf(b), `${a} and ${b}`);
  }
});

test("other consonants, another vowel between two of them, or a vowel before them, sound otherwise", () => {
  for (const [a, b] of [
    ["keller", "kessler"],
    ["john", "jane"],
    ["anton", "nathan"],
    ["mark", "marsha"],
    ["dina", "donna"],
  ] as const) {
    assert.notEqual(skeletonOf(a), skeletonOf(b), `${a} and ${b}`);
  }
});

test("a name of fewer than two consonants says too little, and long ones are told by their beginning", () => {
  for (const name of ["", "a", "lea", "io", "may"]) assert.equal(skeletonOf(name), 0, name);
  const long = skeletonOf("bartholomewsonsky");
  assert.ok(Number.isInteger(long) && long > 0 && long < 2 ** 31);
  assert.equal(long, skeletonOf("bartholomewsonvic"));
});
