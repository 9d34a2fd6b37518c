import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  databaseBytesMin,
  estimateMemory,
  type InputSize,
  peakOf,
} from "../../../src/linkage/memory/estimateMemory.ts";
import { planMemory } from "../../../src/linkage/memory/planMemory.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";

const size = fc.record({
  recordCount: fc.integer({ min: 0, max: 50_000_000 }),
  columnCount: fc.integer({ min: 1, max: 60 }),
  textBytes: fc.integer({ min: 0, max: 8e9 }),
});
const million: InputSize = { recordCount: 1_000_000, columnCount: 16, textBytes: 108e6 };
const larger = (one: InputSize): InputSize => ({ ...one, recordCount: one.recordCount + 1000 });

test("more records, more text, more columns and more threads never need less", () => {
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 64 }), (one, threads) => {
      const peak = peakOf(estimateMemory(one, threads));
      assert.ok(peakOf(estimateMemory(larger(one), threads)) >= peak);
      assert.ok(peakOf(estimateMemory({ ...one, textBytes: one.textBytes + 1000 }, threads)) >= peak);
      assert.ok(peakOf(estimateMemory({ ...one, columnCount: one.columnCount + 1 }, threads)) >= peak);
      assert.ok(peakOf(estimateMemory(one, threads + 1)) >= peak);
    }),
  );
});

test("a plan keeps within what is allowed, with as many threads as fit", () => {
  const allowed = fc.integer({ min: 2 ** 28, max: 2 ** 36 });
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 64 }), allowed, (one, threads, bytes) => {
      let plan: ReturnType<typeof planMemory>;
      try {
        plan = planMemory(one, threads, bytes);
      } catch (error) {
        assert.ok(error instanceof NamesakeError && error.code === "MEMORY_TOO_SMALL");
        assert.ok(peakOf(estimateMemory(one, 1)) > bytes, "refused only where one thread does not fit");
        return;
      }
      assert.ok(peakOf(estimateMemory(one, plan.threads, plan.databaseBytes)) <= bytes);
      assert.ok(plan.databaseBytes >= databaseBytesMin);
      const isMost = plan.threads === threads || peakOf(estimateMemory(one, plan.threads + 1)) > bytes;
      assert.ok(isMost, "no thread is given up that would fit");
    }),
  );
});

test("what is refused says what would fit, and that fits", () => {
  const refuse = (): unknown => planMemory(million, 8, 300 * 2 ** 20);
  assert.throws(refuse, (error: unknown) => {
    assert.ok(error instanceof NamesakeError);
    const enough = /need (\d+)M on one thread/.exec(error.message);
    assert.ok(enough, "names the memory that would do");
    assert.equal(planMemory(million, 8, Number(enough[1]) * 2 ** 20).threads, 1);
    return true;
  });
});

test("without a limit all threads are used", () => {
  assert.equal(planMemory(million, 8, null).threads, 8);
});
