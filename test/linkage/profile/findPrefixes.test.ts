import assert from "node:assert/strict";
import { test } from "node:test";
import { findPrefixes } from "../../../src/linkage/profile/findPrefixes.ts";
import { withoutPrefix } from "../../../src/linkage/standardise/values/withoutPrefix.ts";
import { PackedStrings } from "../../../src/shared/packedStrings.ts";

const find = (values: readonly string[], type: "document" | "code" | "town" = "document"): string[] =>
  findPrefixes(type, { values: PackedStrings.from(values) }, new Uint32Array(values.length).fill(1));

const numbers = Array.from({ length: 200 }, (_, i) => String(100_000 + i * 37));

test("words that other records leave out are found", () => {
  const marked = numbers.slice(0, 60).map((number) => `RC/${number}`);
  assert.deepEqual(find([...numbers, ...marked]), ["rc"]);
  assert.deepEqual(find([...numbers, ...marked, ...numbers.slice(50, 90).map((number) => `No. ${number}`)]), [
    "no",
    "rc",
  ]);
  assert.deepEqual(find([...numbers, ...marked], "town"), []);
});

test("what always stands, hardly ever, or before values of its own, is a part of the value", () => {
  assert.deepEqual(find(numbers.map((number) => `RC/${number}`)), []);
  assert.deepEqual(find([...numbers, ...numbers.slice(0, 5).map((number) => `RC/${number}`)]), []);
  assert.deepEqual(find([...numbers, ...numbers.map((number) => `RC/9${number}`)]), []);
  const blocks = ["A", "B", "C"].flatMap((block) => numbers.map((number) => `${block} ${number}`));
  assert.deepEqual(find([...numbers, ...blocks], "code"), [], "a letter alone");
});

test("a value without such words stays as it is", () => {
  assert.equal(withoutPrefix("RC/100037", ["rc"]), "100037");
  assert.equal(withoutPrefix("Blk C5", ["blk"]), "C5");
  for (const value of ["100037", "RC", "RC/", "PNC/1", "rc100037", ""])
    assert.equal(withoutPrefix(value, ["rc"]), value);
});
