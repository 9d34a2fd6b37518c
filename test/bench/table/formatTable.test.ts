import assert from "node:assert/strict";
import { test } from "node:test";
import { formatShare } from "../../../bench/table/formatShare.ts";
import { formatTable } from "../../../bench/table/formatTable.ts";

const table = {
  id: "t",
  title: "T",
  columns: ["set", "F1"],
  rows: [
    ["a|b", ".9"],
    ["long name", "1"],
  ],
  notes: ["A note."],
};

test("text columns are aligned, numbers to the right", () => {
  assert.equal(
    formatTable(table, "text"),
    "T\n\nset        F1\n---------  --\na|b        .9\nlong name   1\n\nA note.\n",
  );
});

test("markdown escapes the bar", () => {
  assert.equal(
    formatTable(table, "markdown"),
    "T\n\n| set | F1 |\n|---|---|\n| a\\|b | .9 |\n| long name | 1 |\n\nA note.\n",
  );
});

test("a share is never rounded up to 1, nor a difference down to a signed nothing", () => {
  assert.equal(formatShare(0.99999), ".9999");
  assert.equal(formatShare(1), "1");
  assert.equal(formatShare(0.05), ".0500");
  assert.equal(formatShare(-0.0123), "−.0123");
  assert.equal(formatShare(-0.00001), ".0000");
  assert.equal(formatShare(null), "–");
});
