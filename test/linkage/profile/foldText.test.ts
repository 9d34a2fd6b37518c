import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldText } from "../../../src/linkage/profile/foldText.ts";
import { shapeOf, shapeOfAny } from "../../../src/linkage/profile/scoreDocuments.ts";
import { romanise } from "../../../src/shared/romanise.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(..."aZ09 .'-/é漢"), maxLength: 12 }),
);

test("plain words are folded as all others", () => {
  const folded = (raw: string): string =>
    romanise(raw)
      .toLowerCase()
      .replaceAll(/['`.]/g, "")
      .replaceAll(/[^a-z0-9]+/g, " ")
      .trim();
  fc.assert(fc.property(text, (raw) => assert.equal(foldText(raw), folded(raw))));
});

test("signs in one piece and in several are folded alike", () => {
  for (const raw of ["은지", "Trần Thị Ngọc", "がく"]) assert.equal(foldText(raw.normalize("NFD")), foldText(raw));
});

test("shapes of ASCII are those of any script", () => {
  assert.equal(shapeOf("AB-123.456"), "AA999999");
  fc.assert(fc.property(text, (raw) => assert.equal(shapeOf(raw), shapeOfAny(raw))));
});
