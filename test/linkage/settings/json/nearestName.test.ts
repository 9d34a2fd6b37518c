// Suggestions help where a slip is plain and keep quiet where it is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { semanticTypes } from "../../../../src/linkage/profile/semanticType.ts";
import { nearestName } from "../../../../src/linkage/settings/json/nearestName.ts";

const samples: readonly [string, string | null][] = [
  ["birthdate", "birthDate"],
  ["birth_date", "birthDate"],
  ["sur name", "surname"],
  ["postcod", "postcode"],
  ["e-mail", "email"],
  ["not_for_matching", "notForMatching"],
  ["zebra", null],
  ["", null],
];

for (const [name, expected] of samples) {
  test(`${JSON.stringify(name)} → ${expected}`, () => assert.equal(nearestName(name, semanticTypes), expected));
}
