// Axes and bar lengths: on round numbers, inside the chart, in the order of the values.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { countScale } from "../../../../src/linkage/report/charts/countScale.ts";
import { niceTicks } from "../../../../src/linkage/report/charts/niceTicks.ts";
import { percentAcross } from "../../../../src/linkage/report/charts/percentAcross.ts";
import { shareAxis } from "../../../../src/linkage/report/parts/shareAxis.ts";

describe("niceTicks", () => {
  it("gives round numbers", () => {
    assert.deepEqual(niceTicks(-10, 20, 7), [-10, -5, 0, 5, 10, 15, 20]);
    assert.deepEqual(niceTicks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(niceTicks(3, 3, 5), [3]);
    assert.deepEqual(niceTicks(0, Number.POSITIVE_INFINITY, 5), [0]);
  });

  it("stays inside, ascends, and is about as many as wanted", () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 12 }), ([low, width], wanted) => {
        const ticks = niceTicks(low, low + width, wanted);
        assert.ok(ticks.length <= wanted + 1);
        const slack = width * 1e-6;
        assert.ok(ticks.every((tick) => tick >= low - slack && tick <= low + width + slack));
        assert.ok(ticks.every((tick, index) => index === 0 || tick > (ticks[index - 1] ?? tick)));
      }),
    );
  });
});

describe("countScale", () => {
  it("is linear for near counts, logarithmic for far ones", () => {
    assert.equal(countScale([10, 20, 0]).lengthOf(10), 0.5);
    assert.equal(countScale([1, 101]).isLogarithmic, true);
    assert.equal(countScale([]).lengthOf(0), 0);
  });

  it("keeps bars between 0 and 1 and in the order of the counts", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (counts) => {
        const scale = countScale(counts);
        const sorted = [...counts].sort((a, b) => a - b).map(scale.lengthOf);
        assert.ok(sorted.every((length, index) => length >= (sorted[index - 1] ?? 0) && length <= 1.000001));
        assert.ok(scale.ticks.every(({ at }) => at >= 0 && at <= 1.000001));
        assert.ok(scale.ticks.length <= 12);
      }),
    );
  });
});

describe("percentAcross", () => {
  it("stays inside the chart whatever the value", () => {
    assert.equal(percentAcross(5, 0, 10), 50);
    assert.equal(percentAcross(Number.NEGATIVE_INFINITY, -3, 10), 0);
    assert.equal(percentAcross(Number.POSITIVE_INFINITY, -3, 10), 100);
    assert.equal(percentAcross(Number.NaN, -3, 10), 0);
    assert.equal(percentAcross(1, 1, 1), 0);
  });
});

describe("shareAxis", () => {
  it("says so where it does not begin at zero", () => {
    assert.equal(shareAxis("Share", [0.2, 1]).name, "Share");
    assert.equal(shareAxis("Share", [0.95, 1]).name, "Share (axis starts at 90%)");
  });
});
