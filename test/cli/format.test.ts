// Numbers, durations, sizes and values as a person reads them.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatBytes } from "../../src/cli/format/formatBytes.ts";
import { formatCount } from "../../src/cli/format/formatCount.ts";
import { formatDuration } from "../../src/cli/format/formatDuration.ts";
import { formatShare } from "../../src/cli/format/formatShare.ts";
import { formatTable } from "../../src/cli/format/formatTable.ts";
import { formatWeight } from "../../src/cli/format/formatWeight.ts";
import { printableText } from "../../src/cli/format/printableText.ts";

test("figures read well", () => {
  assert.equal(formatCount(1_234_567), "1,234,567");
  assert.deepEqual([0, 0.42, 9.94, 9.96, 59.4, 75, 3599.6, 4000].map(formatDuration), [
    "0.0 s",
    "0.4 s",
    "9.9 s",
    "10 s",
    "59 s",
    "1 min 15 s",
    "1 h 0 min",
    "1 h 7 min",
  ]);
  assert.deepEqual([0, 1023, 1536, 5 * 2 ** 30, 2 ** 60].map(formatBytes), [
    "0 bytes",
    "1023 bytes",
    "1.5 KiB",
    "5.0 GiB",
    "1048576 TiB",
  ]);
  assert.deepEqual([9.14, -13.2, 0, -0.04].map(formatWeight), ["+9.1", "−13.2", "0.0", "0.0"]);
});

test("a share that is not all never reads as all, nor one that is not none as none", () => {
  assert.deepEqual([1, 0, 0.98765, 0.99996, 0.00001, Number.NaN].map(formatShare), [
    "100 %",
    "0 %",
    "98.8 %",
    "> 99.9 %",
    "< 0.1 %",
    "unknown",
  ]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }), (share) => {
      assert.doesNotMatch(formatShare(share), /^(100|0)(\.0)? %$/);
    }),
  );
});

test("tables line up", () => {
  const lines = formatTable(
    [
      ["a", "1", ""],
      ["bcd", "20", "note"],
    ],
    ["left", "right", "left"],
  );
  assert.deepEqual(lines, ["a     1", "bcd  20  note"]);
});

test("a value cannot steer the terminal", () => {
  assert.equal(printableText("a\u001b[2Jb\nc\u202e", 20), "a·[2Jb·c·");
  assert.equal(printableText("Llanfairpwllgwyngyll", 8), "Llanfai…");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const shown = printableText(text, width);
      assert.ok([...shown].length <= width);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left.
      assert.doesNotMatch(shown, /[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});
