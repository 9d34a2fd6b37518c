// Dates from columns of their own for year, month and day, as scanners misread them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import { plansOf } from "../madeUpRecords.ts";

const types = { y: "birthYear", m: "birthMonth", d: "birthDay" } as const;

function dateOf(y: string, m: string, d: string): number {
  const table = recordTableFromRows([{ id: "1", y, m, d }], { idColumn: "id" });
  const records = standardiseTable(table, plansOf(types));
  const field = records.fields.find(({ kind }) => kind === "date");
  assert.ok(field?.kind === "date");
  return field.dates[records.cells[field.slot.position]!] ?? 0;
}

test("parts make a date, and what no calendar has is unknown", () => {
  assert.equal(dateOf("1964", "10", "9"), 19641009);
  assert.equal(dateOf("64", "10", "9"), 19641009);
  assert.equal(dateOf("1964", "10", "75"), 19641000);
  assert.equal(dateOf("1964", "", ""), 19640000);
});

test("a misread year keeps its digits beside day and month, one of which differs from the true year's", () => {
  assert.equal(dateOf("7964", "10", "9"), 79641009);
  assert.equal(dateOf("", "10", "9"), 1009);
});

test("a month alone, or beside a misread year without a day, says nothing", () => {
  assert.equal(dateOf("", "10", ""), 0);
  assert.equal(dateOf("7964", "10", ""), 0);
  assert.equal(dateOf("7964", "", ""), 0);
});
