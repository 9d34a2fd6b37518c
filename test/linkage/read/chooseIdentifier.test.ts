import assert from "node:assert/strict";
import { test } from "node:test";
import type { InputRow } from "../../../src/linkage/linkOptions.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";

function chosen(columns: Readonly<Record<string, (i: number) => string>>): string | null {
  const rows: InputRow[] = Array.from({ length: 100 }, (_, i) =>
    Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value(i)])),
  );
  return recordTableFromRows(rows).idColumn;
}

const unique = (i: number): string => `${(i * 7919) % 100_003}`;

test("the best named unique column is the identifier", () => {
  assert.equal(chosen({ name: unique, customer_ref: unique, record_id: unique }), "record_id");
  assert.equal(chosen({ customerRef: unique, town: unique }), "customerRef");
  assert.equal(chosen({ ID: unique, unique_id: unique }), "unique_id");
});

test("what belongs to a person is never the identifier, however unique", () => {
  for (const name of [
    "email",
    "phone_number",
    "full name",
    "dob",
    "ssn",
    "passport_no",
    "national_id",
    "NHS number",
    "driver_licence_key",
    "account",
  ]) {
    assert.equal(chosen({ [name]: unique }), null, name);
  }
});

test("a column of another meaning's key is not the identifier", () => {
  assert.equal(chosen({ cluster_id: unique, household_id: unique }), null);
});

test("an unnamed column qualifies by opaque content alone", () => {
  const hex = (i: number): string => ((i * 2654435761) % 2 ** 32).toString(16).padStart(8, "a").repeat(2);
  assert.equal(chosen({ value: hex }), "value");
  assert.equal(chosen({ counter: (i) => `${i + 1}` }), "counter");
  assert.equal(chosen({ label1: (i) => `rec-${i}-org` }), "label1");
  assert.equal(chosen({ travel: (i) => `${String.fromCharCode(65 + (i % 26))}X${9_000_000 + i * 7919}` }), null);
  assert.equal(chosen({ contact: (i) => `07${900_000_000 + i * 7919}` }), null);
  assert.equal(chosen({ who: (i) => `Person ${String.fromCharCode(97 + (i % 26))}${i}` }), null);
});

test("a repeated or incomplete column is not the identifier", () => {
  assert.equal(chosen({ id: (i) => `${Math.floor(i / 2)}` }), null);
  assert.equal(chosen({ id: (i) => (i === 5 ? "" : unique(i)) }), null);
});

test("a column that numbers the rows by name is the identifier, unless its number is of something", () => {
  for (const name of ["NUM", "Sl_No", "volgnr", "Lfd Nr", "no_urut"])
    assert.equal(chosen({ [name]: unique, town: unique }), name);
  assert.equal(chosen({ "Policy No": unique }), null);
});
