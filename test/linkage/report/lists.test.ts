// Cutting to size: clipText, fitWithin and thinEvenly keep to their limits and lose nothing silently.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { clipText } from "../../../src/linkage/report/clipText.ts";
import { fitWithin } from "../../../src/linkage/report/fitWithin.ts";
import { html } from "../../../src/linkage/report/html.ts";
import { thinEvenly } from "../../../src/linkage/report/thinEvenly.ts";

describe("clipText", () => {
  it("keeps short texts and cuts long ones to the limit without splitting a character", () => {
    assert.equal(clipText("short", 5), "short");
    assert.equal(clipText("longer", 5), "long…");
    assert.equal(clipText("😀😀😀😀", 4), "😀😀😀😀");
    assert.equal(clipText("😀😀😀😀😀", 4), "😀😀😀…");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const clipped = clipText(text, most);
        assert.ok(Array.from(clipped).length <= most);
        assert.ok(clipped === text || (clipped.endsWith("…") && text.startsWith(clipped.slice(0, -1))));
        assert.ok(clipped.isWellFormed());
      }),
    );
  });
});

describe("fitWithin", () => {
  it("keeps to both limits and counts what it leaves out", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(20), fc.nat(200), (items, itemsMax, bytesMax) => {
        const { parts, leftOutCount } = fitWithin(items, { itemsMax, bytesMax }, (item) => html`${item}`);
        assert.equal(parts.length + leftOutCount, items.length);
        assert.ok(parts.length <= itemsMax);
        assert.ok(Buffer.byteLength(parts.join("")) <= bytesMax);
      }),
    );
  });
});

describe("thinEvenly", () => {
  it("keeps order and both ends", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 2, max: 30 }), (items, most) => {
        const indexed = items.map((item, index) => ({ item, index }));
        const thinned = thinEvenly(indexed, most);
        assert.equal(thinned.length, Math.min(items.length, most));
        assert.equal(thinned[0], indexed[0]);
        assert.equal(thinned.at(-1), indexed.at(-1));
        assert.ok(thinned.every((item, at) => at === 0 || item.index > (thinned[at - 1]?.index ?? 0)));
      }),
    );
  });
});
