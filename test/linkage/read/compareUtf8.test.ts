import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareUtf8 } from "../../../src/linkage/read/compareUtf8.ts";

test("strings stand in the order of their UTF-8 bytes", () => {
  const edge = fc.constantFrom("\ud7a3", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}", "a", "é", "");
  const text = fc.oneof(
    edge,
    fc.string({ unit: "binary" }),
    fc.tuple(edge, edge).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, text, (left, right) => {
      assert.equal(Math.sign(compareUtf8(left, right)), Buffer.compare(Buffer.from(left), Buffer.from(right)));
    }),
    { numRuns: 2000 },
  );
});
