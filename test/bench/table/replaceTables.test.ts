import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { replaceTables } from "../../../bench/table/replaceTables.ts";

const place = (id: string, content: string) => `<!-- table: ${id} -->\n\n${content}\n\n<!-- end of table -->`;

test("only the named tables change, and twice is once", () => {
  const document = `before\n${place("a", "old")}\nbetween\n${place("b", "kept")}\nafter`;
  const once = replaceTables(document, new Map([["a", "| new |\n"]]));
  assert.equal(once, `before\n${place("a", "| new |")}\nbetween\n${place("b", "kept")}\nafter`);
  assert.equal(replaceTables(once, new Map([["a", "| new |\n"]])), once);
});

test("a table without a place is refused", () => {
  assert.throws(() => replaceTables("nothing here", new Map([["a", "x"]])), /no place for the table a/);
});

test("docs/accuracy.md has a place for every table of the accuracy bench", () => {
  const document = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "accuracy.md"), "utf8");
  const ids = ["sets", "robust", "missed", "kinds", "grid", "worst", "expectation", "reliability"];
  assert.doesNotThrow(() => replaceTables(document, new Map(ids.map((id) => [id, "x"]))));
});
