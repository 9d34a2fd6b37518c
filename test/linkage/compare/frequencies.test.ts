// Tables counted from records are looked up by code; read from a file, by text: both must count the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { discountTable, type FrequencyTable, type FrequencyTables } from "../../../src/linkage/compare/frequencies.ts";
import { alignSlots } from "../../../src/linkage/compare/pairComparer.ts";
import { prepare } from "../madeUpRecords.ts";

const rows = Array.from({ length: 60 }, (_, id) => ({
  id: `${id}`,
  name: ["Ann Lee", "Bo Lee", "Ann Marsh", "Cy Poe"][id % 4],
  born: `${1970 + (id % 7)}-03-0${1 + (id % 3)}`,
  street: `${id % 5} High ${["Street", "Road"][id % 2]}`,
  email: `person${Math.floor(id / (1 + (id % 6)))}@example.org`,
}));
const types = { name: "fullName", born: "birthDate", street: "addressLine", email: "email" } as const;
const { records, frequencies } = prepare(rows, types);

/** As a file gives them back: texts and counts alone. */
function reread(tables: FrequencyTables): FrequencyTables {
  const copy = ({ total, counts }: FrequencyTable): FrequencyTable => ({ total, counts: new Map(counts) });
  return new Map([...tables].map(([name, table]) => [name, copy(table)]));
}

test("counts looked up by code are those looked up by text", () => {
  assert.deepEqual(alignSlots(records, frequencies), alignSlots(records, reread(frequencies)));
});

test("discounted counts too, each value by its own", () => {
  const field = records.fields.find(({ name }) => name === "email");
  assert.ok(field !== undefined && field.kind === "email");
  const own = Uint32Array.from(field.slot.counts, (count, code) => Math.min(count, code % 3));
  const email = frequencies.get("email");
  assert.ok(email);
  const discounted = new Map([...frequencies, ["email", discountTable(email, own)]]);
  assert.deepEqual(alignSlots(records, discounted), alignSlots(records, reread(discounted)));
  const { counts } = alignSlots(records, discounted).email as { counts: Uint32Array };
  assert.deepEqual(
    Array.from(counts),
    Array.from(field.slot.counts, (count, code) => Math.max(1, count - (own[code] ?? 0))),
  );
  assert.equal(discountTable(reread(frequencies).get("email") as FrequencyTable, own).counts.size, email.counts.size);
});

test("other records are looked up by text, whatever the table was counted from", () => {
  const others = prepare(rows.slice(0, 30), types).records;
  assert.deepEqual(alignSlots(others, frequencies), alignSlots(others, reread(frequencies)));
});
