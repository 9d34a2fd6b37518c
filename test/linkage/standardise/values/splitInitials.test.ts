// Initials written together are taken apart; names of two letters are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { splitInitials } from "../../../../src/linkage/standardise/values/splitInitials.ts";

test("initials written together are letters, short names are names", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["mj", "m j"],
    ["mjk", "m j k"],
    ["ej", "e j"],
    ["jo", "jo"],
    ["al", "al"],
    ["ann", "ann"],
    ["mary", "mary"],
    ["m j", "m j"],
    ["", ""],
  ];
  for (const [joined, apart] of cases) {
    const tokens = joined === "" ? [] : joined.split(" ");
    const split = splitInitials(tokens);
    assert.equal(split.join(" "), apart, joined);
    assert.deepEqual(splitInitials(split), split, "once more changes nothing");
  }
});
