// Cursors come back unchanged for the same request, and nothing else is one.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openCursor, sealCursor } from "../../src/server/cursor.ts";

const invalid = { code: "CURSOR_INVALID" };

test("a cursor opens for the request it was given out for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (inner, scope) => {
      assert.equal(openCursor(sealCursor(inner, scope), scope), inner);
    }),
  );
});

test("made-up, damaged, borrowed and endless cursors are refused", () => {
  const cursor = sealCursor("20", "search a");
  assert.throws(() => openCursor(cursor, "search b"), invalid);
  assert.throws(() => openCursor(`${cursor}A`, "search a"), invalid);
  assert.throws(() => openCursor(cursor.slice(1), "search a"), invalid);
  assert.throws(() => openCursor("A".repeat(1_000_000), "search a"), invalid);
  fc.assert(fc.property(fc.string(), (text) => assert.throws(() => openCursor(text, "search a"), invalid)));
});
