// Whole names in a column of one part are found by the words of other records, and read as two parts where the other is missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { profileColumns } from "../../../src/linkage/profile/profileColumns.ts";
import { planFields } from "../../../src/linkage/standardise/fieldPlan.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import type { NameField, Slot } from "../../../src/linkage/standardise/standardRecords.ts";
import { tableOf } from "./madeUpPeople.ts";

const types = { a: "givenName", b: "surname" } as const;
const known = ["Martin|Bennett", "Samuel|Howard", "Emma|Saldon", "Otto|Martin", "Martin|Saldon", "Emma|Howard"];

/** "given|surname" of each record to what the column is said to hold, and the parts that each record has. */
function read(names: readonly string[]) {
  const rows = names.map((name) => {
    const [a = "", b = ""] = name.split("|");
    return { a: a || null, b: b || null };
  });
  const table = tableOf(rows);
  const profiles = profileColumns(table, { types, currentYear: 2026 });
  const { cells, stride, fields } = standardiseTable(table, planFields(profiles, 2026));
  const name = fields.find((field): field is NameField => field.kind === "name");
  assert.ok(name !== undefined);
  const textOf = (slot: Slot | null, row: number): string => {
    const code = slot === null ? -1 : cells[row * stride + slot.position]!;
    return code < 0 ? "" : name.dictionary.strings.at(code);
  };
  const parts = rows.map((_, row) =>
    [name.given, name.middle, name.surname].map((slot) => textOf(slot, row)).join("|"),
  );
  return { orders: profiles.map(({ nameOrder }) => nameOrder), parts };
}

test("whole names beside a missing given name are read as given name and surname", () => {
  const { orders, parts } = read([...known, "|MARTIN BENNETT", "|EMMA JANE HOWARD", "|Otto Saldon"]);
  assert.deepEqual(orders, [null, "givenFirst"]);
  assert.deepEqual(parts.slice(known.length), ["martin||bennett", "emma|jane|howard", "otto||saldon"]);
  assert.equal(parts[0], "martin||bennett");
});

test("whole names beside a missing surname too, in the order that most have", () => {
  const { orders, parts } = read([...known, "BENNETT SAMUEL|", "HOWARD OTTO|", "SALDON MARTIN|"]);
  assert.deepEqual(orders, ["surnameFirst", null]);
  assert.deepEqual(parts.slice(known.length), ["samuel||bennett", "otto||howard", "martin||saldon"]);
});

test("surnames of two words, given names of two and particles stay what they are", () => {
  const names = [
    ...known,
    "|Bennett Howard",
    "|Howard Saldon",
    "|van Bennett",
    "Emma Otto|",
    "Martin Emma|",
    "Otto Samuel|",
  ];
  const { orders, parts } = read(names);
  assert.deepEqual(orders, [null, null]);
  assert.deepEqual(parts[known.length], "||bennett howard");
  assert.deepEqual(parts[known.length + 3], "emma|otto|");
});

test("one or two such records say nothing", () => {
  assert.deepEqual(read([...known, "|MARTIN BENNETT", "|OTTO HOWARD"]).orders, [null, null]);
});
