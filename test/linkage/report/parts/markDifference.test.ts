// Marked values keep every letter, and what is marked is what differs.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { html } from "../../../../src/linkage/report/html.ts";
import { compareShown } from "../../../../src/linkage/report/parts/compareShown.ts";
import { markDifference } from "../../../../src/linkage/report/parts/markDifference.ts";

const mark = (left: string, right: string) => markDifference(left, right, 200).map(String);

describe("markDifference", () => {
  it("marks letters within a word and words within a text", () => {
    assert.deepEqual(mark("Ottoline", "Otoline"), ["Ot<mark>t</mark>oline", "Otoline"]);
    assert.deepEqual(mark("04/11/1981", "11/04/1981"), ["<mark>04/11</mark>/1981", "<mark>11/04</mark>/1981"]);
    assert.deepEqual(mark("Flat 3, 27 Lark Rise", "27 LARK Rise"), [
      "<mark>Flat 3,</mark> 27 Lark Rise",
      "27 LARK Rise",
    ]);
    assert.deepEqual(mark("a<b", "a>b"), ["a<mark>&lt;</mark>b", "a<mark>&gt;</mark>b"]);
  });

  it("loses and adds nothing but the marks", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.lorem({ maxCount: 12 }));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = mark(left, right).map((marked) => marked.replace(/<\/?mark>/g, ""));
        assert.equal(a, html`${left}`.text);
        assert.equal(b, html`${right}`.text);
      }),
    );
  });

  it("marks nothing in equal values", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.doesNotMatch(mark(text, text).join(""), /<mark>/)));
  });
});

describe("compareShown", () => {
  it("tells same, alike, different and missing apart, whichever side comes first", () => {
    assert.equal(compareShown("Zoë", "Zoë"), "same");
    assert.equal(compareShown("Zoë O'Hara", "ZOE OHARA"), "alike");
    assert.equal(compareShown("Zoë", "Chloë"), "different");
    assert.equal(compareShown(undefined, "Zoë"), "missing");
    assert.equal(compareShown("-", "?"), "different");
    const value = fc.option(fc.string(), { nil: undefined });
    fc.assert(fc.property(value, value, (a, b) => assert.equal(compareShown(a, b), compareShown(b, a))));
  });
});
