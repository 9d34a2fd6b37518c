// The ranking that reads lists only as far as they can matter gives what scoring every row gives: same rows, same order.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bestGain, type RankedTerm, RowRanker } from "../../../src/linkage/search/rankRows.ts";
import { SlotIndex } from "../../../src/linkage/search/slotIndex.ts";
import type { Fits } from "../../../src/linkage/search/valueMatch.ts";

const slotCount = 3;
const codeCount = 12;
const similarities = [0.3, 0.5, 0.75, 0.85, 1];

const fits = fc
  .array(fc.tuple(fc.nat(codeCount - 1), fc.constantFrom(...similarities)), { maxLength: 6 })
  .map((entries): Fits => new Map(entries.map(([code, similarity]) => [code, { similarity, manner: "exact" }])));
const term = fc.record({
  bits: fc.double({ min: 0.1, max: 20, noNaN: true }),
  fitsOf: fc.array(fits, { minLength: slotCount, maxLength: slotCount }),
});
const world = fc.record({
  /** Cells of each row, −1 where missing; small codes are common. */
  cells: fc.array(
    fc.array(fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -1, max: codeCount - 1 })), {
      minLength: slotCount,
      maxLength: slotCount,
    }),
    { minLength: 1, maxLength: 400 },
  ),
  terms: fc.array(term, { minLength: 1, maxLength: 5 }),
  limit: fc.integer({ min: 1, max: 30 }),
  refused: fc.integer({ min: 2, max: 5 }),
  removed: fc.array(fc.nat(399), { maxLength: 50 }),
});

function indexOf(position: number, cells: readonly (readonly number[])[], removed: readonly number[]): SlotIndex {
  const slot = { name: "", columns: [], slot: { position } };
  const index = new SlotIndex(slot as unknown as ConstructorParameters<typeof SlotIndex>[0], null);
  cells.forEach((values, row) => {
    index.add(row, values[position] ?? -1);
  });
  for (const row of removed) index.remove(row, cells[row]?.[position] ?? -1);
  return index;
}

test("the best rows are those of scoring every row, ties by row, whatever is read", () => {
  fc.assert(
    fc.property(world, ({ cells, terms: asked, limit, refused, removed }) => {
      const gone = [...new Set(removed)].filter((row) => row < cells.length);
      const slots = Array.from({ length: slotCount }, (_, position) => indexOf(position, cells, gone));
      const terms = asked.map(({ bits, fitsOf }): RankedTerm => {
        return { bits, slots: slots.map((index, position) => ({ index, fits: fitsOf[position] ?? new Map() })) };
      });
      const cell = (row: number, position: number): number => cells[row]?.[position] ?? -1;
      const accepts = (row: number): boolean => row % refused !== 0;
      const plain = cells
        .map((_, row) => ({ row, gain: terms.reduce((sum, each) => sum + bestGain(each, row, cell), 0) }))
        .filter(({ row, gain }) => gain > 0 && accepts(row) && !gone.includes(row))
        .sort((a, b) => b.gain - a.gain || a.row - b.row)
        .slice(0, limit)
        .map(({ row }) => row);
      const ranker = new RowRanker();
      const options = { limit, accepts, cell };
      assert.deepEqual(ranker.rank(terms, cells.length, options), plain);
      assert.deepEqual(ranker.rank(terms, cells.length, options), plain, "asked again");
    }),
    { numRuns: 400 },
  );
});
