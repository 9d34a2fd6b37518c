import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Interner } from "../../../src/linkage/standardise/interner.ts";

test("codes are those of a map from text to place of first appearance", () => {
  const text = fc
    .oneof(fc.string({ maxLength: 3 }), fc.string({ unit: "grapheme", maxLength: 60 }))
    .map((one) => one.toWellFormed());
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
      const interner = new Interner();
      const places = new Map<string, number>();
      for (const one of texts) {
        if (one !== "" && !places.has(one)) places.set(one, places.size);
        assert.equal(interner.intern(one), places.get(one) ?? -1);
      }
      assert.equal(interner.count, places.size);
      assert.deepEqual([...interner.pack()], [...places.keys()]);
      for (const [one, code] of places) assert.equal(interner.text(code), one);
      assert.equal(interner.text(-1), "");
    }),
  );
});

test("a hundred thousand texts keep their codes while the table grows", () => {
  const interner = new Interner();
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 100_000; i += 1) assert.equal(interner.intern(`value ${i}`), i);
  }
  assert.equal(interner.count, 100_000);
});

test("texts joined from those of another interner are the joined text", () => {
  const words = fc.array(
    fc.string({ minLength: 1, maxLength: 9 }).map((one) => one.toWellFormed()),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (lists) => {
      const parts = new Interner();
      const joined = new Interner();
      const plain = new Interner();
      for (const list of lists) {
        const codes = Int32Array.from(list, (word) => parts.intern(word));
        assert.equal(joined.internJoined(parts, codes, codes.length), plain.intern(list.join(" ")));
      }
      assert.deepEqual([...joined.pack()], [...plain.pack()]);
    }),
  );
});
