import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  findPlaceholders,
  isPlaceholderText,
  mayBePlaceholder,
} from "../../../src/linkage/profile/findPlaceholders.ts";
import { PackedStrings } from "../../../src/shared/packedStrings.ts";

const alphabet = "019/-. xXnN?aÀ\t";
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 30 }),
  fc.constantFrom(
    "unknown",
    " N/A",
    "31/12/9999",
    "1 Jan 1900",
    "000-00-0000",
    "123456",
    "Okänd",
    "test@test.com",
    "1753-01-01",
    "Unknown Male",
    "BABY GIRL",
  ),
);

test("no text that stands for unknown is passed over by its bytes", () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(text, (value) => {
      const bytes = encoder.encode(`x${value}x`);
      if (isPlaceholderText(value)) assert.ok(mayBePlaceholder(bytes, 1, bytes.length - 1), JSON.stringify(value));
    }),
    { numRuns: 5000 },
  );
  assert.ok(!mayBePlaceholder(encoder.encode("07912 345678"), 0, 12), "most values are passed over");
});

test("placeholders of a column are those of its values that occur", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat(1)), { maxLength: 20 }), (values) => {
      const column = { values: PackedStrings.from(values.map(([value]) => value)) };
      const counts = Uint32Array.from(values, ([, count]) => count);
      const expected = values.flatMap(([value, count], code) => (count > 0 && isPlaceholderText(value) ? [code] : []));
      assert.deepEqual(findPlaceholders(column, counts), expected);
    }),
  );
});

test("names of nobody are no names", () => {
  for (const nobody of ["Unknown Male", "u/k female", "SUSPECT UNKNOWN", "unidentified person", "Baby Boy", "newborn"])
    assert.ok(isPlaceholderText(nobody), nobody);
  for (const somebody of ["Mann", "Babette Boyle", "Person", "Male", "Unknown Soldier"])
    assert.ok(!isPlaceholderText(somebody), somebody);
});
