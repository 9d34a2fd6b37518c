// Numbers as a reader sees them: never NaN, never a rounding that claims certainty.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { describeOdds } from "../../../../src/linkage/report/format/describeOdds.ts";
import { formatBytes } from "../../../../src/linkage/report/format/formatBytes.ts";
import { formatCount, formatQuantity } from "../../../../src/linkage/report/format/formatCount.ts";
import { formatDuration } from "../../../../src/linkage/report/format/formatDuration.ts";
import { formatPercent } from "../../../../src/linkage/report/format/formatPercent.ts";
import { formatPowerOfTen } from "../../../../src/linkage/report/format/formatPowerOfTen.ts";
import { formatProbability } from "../../../../src/linkage/report/format/formatProbability.ts";
import { formatWeight } from "../../../../src/linkage/report/format/formatWeight.ts";

function check<Input>(format: (input: Input) => string, samples: readonly (readonly [Input, string])[]): void {
  for (const [input, wanted] of samples) assert.equal(format(input), wanted);
}

describe("formats", () => {
  it("counts", () => {
    check(formatCount, [
      [0, "0"],
      [999, "999"],
      [1000, "1,000"],
      [1234567, "1,234,567"],
      [-4200, "−4,200"],
      [Number.NaN, "unknown"],
    ]);
    assert.equal(formatQuantity(1, "record"), "1 record");
    assert.equal(formatQuantity(0, "record"), "0 records");
    assert.equal(formatQuantity(2, "match", "matches"), "2 matches");
  });

  it("counts agree with the language's own formatter", () => {
    const oracle = new Intl.NumberFormat("en-GB");
    fc.assert(fc.property(fc.nat(), (count) => assert.equal(formatCount(count), oracle.format(count))));
  });

  it("shares", () => {
    check(formatPercent, [
      [0, "0%"],
      [1, "100%"],
      [0.5, "50.0%"],
      [0.9987, "99.87%"],
      [0.999999, ">99.99%"],
      [0.0000001, "<0.01%"],
      [0.004, "0.40%"],
      [Number.NaN, "unknown"],
    ]);
  });

  it("never rounds a share to certainty", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (share) => {
        assert.ok(!["0%", "100%", "0.00%", "100.00%", "0.0%", "100.0%"].includes(formatPercent(share)));
      }),
    );
  });

  it("probabilities", () => {
    check(formatProbability, [
      [0, "0"],
      [1, "1"],
      [0.9124, "0.912"],
      [0.9999, ">0.999"],
      [0.00123, "0.0012"],
      [0.0000012, "1.2 × 10⁻⁶"],
      [1e-12, "1.0 × 10⁻¹²"],
      [Number.NaN, "unknown"],
    ]);
    check(formatPowerOfTen, [
      [-6, "10⁻⁶"],
      [12, "10¹²"],
    ]);
  });

  it("weights", () => {
    check(formatWeight, [
      [8.234, "+8.2"],
      [-3, "−3.0"],
      [0, "0.0"],
      [-0.01, "0.0"],
      [Number.POSITIVE_INFINITY, "+∞"],
      [Number.NEGATIVE_INFINITY, "−∞"],
      [Number.NaN, "unknown"],
    ]);
  });

  it("durations, sizes and odds", () => {
    check(formatDuration, [
      [0.0123, "12 ms"],
      [4.25, "4.3 s"],
      [9.97, "10 s"],
      [59.7, "1 min 0 s"],
      [200, "3 min 20 s"],
      [7300, "2 h 1 min"],
    ]);
    check(formatBytes, [
      [950, "950 B"],
      [1_240_000_000, "1.24 GB"],
      [999_600, "1.00 MB"],
    ]);
    check(describeOdds, [
      [-10, "1 in 1,025"],
      [0, "50.0%"],
      [Number.NaN, "unknown"],
    ]);
  });
});
