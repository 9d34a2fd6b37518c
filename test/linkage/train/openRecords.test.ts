// One partner for each record: odds of a match stand against both records being without one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { oddsOf } from "../../../src/linkage/score/pairScorer.ts";
import type { ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { countOpenRecords } from "../../../src/linkage/train/openRecords.ts";

const recordsOf = (counts: readonly number[], multiplicity: Uint32Array | null = null): StandardRecords =>
  ({
    sourceOf: Uint16Array.from(counts.flatMap((count, source) => Array.from({ length: count }, () => source))),
    sourceCount: counts.length,
    multiplicity,
  }) as unknown as StandardRecords;

const shiftOf = (prior: number, records: StandardRecords): number => {
  const model: ScoringModel = { prior, householdPrior: 0, comparisons: [] };
  return oddsOf(countOpenRecords(model, records).prior) - oddsOf(prior);
};
const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} for ${expected}`);

test("n matches between N and M records count over the records without a partner", () => {
  // 20 matches between 100 and 200 records: a fifth and a tenth have a partner.
  near(shiftOf(20 / (100 * 200), recordsOf([100, 200])), -Math.log(0.8) - Math.log(0.9));
  assert.ok(shiftOf(1e-6, recordsOf([100, 200])) < 1e-3, "hardly any match, hardly any difference");
});

test("records that stand for several count as often, and sources are averaged by their pairs", () => {
  near(shiftOf(0.001, recordsOf([1, 1], Uint32Array.of(100, 200))), shiftOf(0.001, recordsOf([100, 200])));
  const three = shiftOf(0.001, recordsOf([100, 100, 100]));
  near(three, shiftOf(0.001, recordsOf([100, 100])));
});

test("no more records are believed to have a partner than is prudent", () => {
  near(shiftOf(0.0099, recordsOf([100, 100])), -2 * Math.log(0.6));
  assert.equal(shiftOf(0.5, recordsOf([100])), 0, "one source has no pairs between sources");
});
