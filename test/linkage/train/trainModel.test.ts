import assert from "node:assert/strict";
import { test } from "node:test";
import { noteTooMany } from "../../../src/linkage/train/trainModel.ts";

test("as many matches as there can be are said to be no persons; fewer pass without a word", () => {
  assert.match(noteTooMany(25_142, 25_142)[0] ?? "", /^As many matches are expected as these records could have/);
  assert.deepEqual(noteTooMany(6_000, 25_142), []);
});
