import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { collapseIdentical } from "../../../src/linkage/standardise/collapseIdentical.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";

function recordsOf(rows: readonly (readonly number[])[], stride: number): StandardRecords {
  return {
    recordCount: rows.length,
    stride,
    cells: Int32Array.from(rows.flat()),
    fields: [],
    sourceOf: Uint16Array.from(rows, (_, record) => record % 3),
    sourceCount: 3,
    multiplicity: null,
  };
}

const rowsOfWidth = fc.integer({ min: 1, max: 4 }).chain((stride) =>
  fc.tuple(
    fc.constant(stride),
    fc.array(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: stride, maxLength: stride }), {
      minLength: 1,
      maxLength: 60,
    }),
  ),
);

test("rows are the distinct records in order of their first, and count them", () => {
  fc.assert(
    fc.property(rowsOfWidth, ([stride, rows]) => {
      const all = recordsOf(rows, stride);
      const { records, rowOf } = collapseIdentical(all);
      const texts = rows.map((row) => row.join(","));
      const distinct = [...new Set(texts)];
      assert.equal(records.recordCount, distinct.length);
      assert.deepEqual(
        [...rowOf],
        texts.map((text) => distinct.indexOf(text)),
      );
      distinct.forEach((text, row) => {
        assert.equal(records.cells.subarray(row * stride, (row + 1) * stride).join(","), text);
        assert.equal(records.sourceOf[row], all.sourceOf[texts.indexOf(text)]);
        const count = texts.filter((one) => one === text).length;
        assert.equal(records.multiplicity?.[row] ?? 1, count);
      });
    }),
  );
});

test("records that all differ stay as they are", () => {
  const all = recordsOf([[1], [2], [-1]], 1);
  assert.equal(collapseIdentical(all).records, all);
});

test("a hundred thousand records of one value are one row", () => {
  const { records, rowOf } = collapseIdentical(recordsOf(Array(100_000).fill([7, -1]), 2));
  assert.deepEqual(
    [records.recordCount, records.multiplicity?.[0], rowOf.every((row) => row === 0)],
    [1, 100_000, true],
  );
});
