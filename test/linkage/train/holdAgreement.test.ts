// Bounds of m: agreement is never too seldom, and what contradicts as strangers do is taken out where it is too much.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ComparisonKindName, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import type { ComparisonParameters } from "../../../src/linkage/score/scoringModel.ts";
import { holdAgreement, isDisproved } from "../../../src/linkage/train/holdAgreement.ts";
import { holdIdentity } from "../../../src/linkage/train/holdIdentity.ts";

test("m is held to what errors can do", () => {
  const kind = comparisonKinds.givenName;
  const u = [0.004, 0.001, 0.002, 0.002, 0.001, 0.005, 0.001, 0.4, 0.584];
  const poor = [0.05, 0.01, 0.01, 0.01, 0.01, 0.01, 0.1, 0.4, 0.4];
  const held = holdAgreement({ kind: "givenName", m: poor, u });
  const agreement = held.reduce((sum, value, level) => sum + (kind.levels[level]?.agrees === true ? value : 0), 0);
  assert.ok(Math.abs(held.reduce((sum, value) => sum + value, 0) - 1) < 1e-12);
  assert.ok(agreement >= kind.agreementMin - 1e-12);
  assert.ok(held.every((value, level) => level === 0 || !kind.levels[level]?.agrees || value <= (held[0] ?? 0)));
  const fine = kind.levels.map(({ mPrior }) => mPrior);
  holdAgreement({ kind: "givenName", m: fine, u }).forEach((value, level) => {
    assert.ok(Math.abs(value - (fine[level] ?? 0)) < 1e-12, "unchanged");
  });
});

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const fieldOf = (kind: ComparisonKindName, m: readonly number[], u: readonly number[]): ComparisonParameters => {
  return { name: kind, kind, field: kind, m, u, h: null };
};
const uOfDates = [0.0001, 0.0005, 0.002, 0.0004, 0.002, 0.001, 0.013, 0.012, 0.035, 0, 0, 0.934];
const differentDate = 11;
/** What is left of dates, with agreeing levels that hold the rest. */
const dates = (twoDigits: number, sameYear: number, yearApart: number, different: number): number[] => {
  const agreeing = 1 - twoDigits - sameYear - yearApart - different;
  return [agreeing * 0.8, ...new Array(5).fill(agreeing * 0.04), twoDigits, sameYear, yearApart, 0, 0, different];
};

test("birth dates that differ as errors do are left; those that differ as strangers' do are taken out to what is believed", () => {
  const errors = fieldOf("date", dates(0.2, 0.03, 0.11, 0.06), uOfDates);
  assert.deepEqual(holdIdentity([errors]), [errors]);
  const mixed = dates(0.2, 0.03, 0.11, 0.06).map((m, level) => 0.6 * m + 0.4 * (uOfDates[level] ?? 0));
  const held = holdAgreement({ kind: "date", m: mixed, u: uOfDates });
  const share = (held[differentDate] ?? 0) / (uOfDates[differentDate] ?? 1);
  assert.ok(share < 0.25, `${share} of strangers left`);
  assert.ok((held[6] ?? 0) > 0.1, "errors stay");
  assert.ok(Math.abs(sumOf(held) - 1) < 1e-12);
});

test("birth dates are wrong in most of one person's records where they differ as errors do, not as strangers", () => {
  const errors = { kind: "date", m: dates(0.25, 0.03, 0.16, 0.1), u: uOfDates } as const;
  holdAgreement(errors).forEach((value, level) => {
    assert.ok(Math.abs(value - (errors.m[level] ?? 0)) < 1e-12, "unchanged");
  });
  const strangers = { kind: "date", m: dates(0.01, 0.01, 0.03, 0.6), u: uOfDates } as const;
  assert.ok((holdAgreement(strangers)[differentDate] ?? 1) < 0.45, `${holdAgreement(strangers)}`);
});

test("a surname never agrees more often nearly than exactly, and most strangers' level is no error however many stand there", () => {
  const u = [0.002, 0.002, 0.002, 0.001, 0.002, 0.01, 0.001, 0.4, 0.58];
  const similar = holdAgreement({ kind: "surname", m: [0.1, 0.01, 0.01, 0, 0, 0.72, 0, 0.01, 0.15], u });
  assert.ok((similar[0] ?? 0) >= (similar[5] ?? 1) - 1e-12, `${similar}`);
  const different = holdAgreement({ kind: "surname", m: [0.02, 0.01, 0, 0, 0, 0.1, 0, 0.001, 0.869], u });
  assert.ok((different[8] ?? 1) <= 1 - comparisonKinds.surname.agreementMin + 1e-9, `${different}`);
});

test("without birth dates, names contradict seldom", () => {
  const u = [0.002, 0.002, 0.002, 0.001, 0.002, 0.01, 0.001, 0.4, 0.58];
  const m = [0.4, 0.02, 0.02, 0.01, 0.01, 0.03, 0.01, 0.1, 0.4];
  const names = [fieldOf("givenName", m, u), fieldOf("surname", m, u)];
  for (const { m: held } of holdIdentity(names)) assert.ok(sumOf(held.slice(-2)) < 0.16, `${held}`);
  const [, surname] = holdIdentity([...names, fieldOf("date", dates(0.01, 0.01, 0.02, 0.02), uOfDates)]);
  assert.ok(sumOf(surname?.m.slice(-2) ?? []) > 0.2, "married names");
});

test("given name and birth date contradict together no more often than errors do", () => {
  const given = fieldOf(
    "givenName",
    [0.5, 0.02, 0.02, 0.02, 0.02, 0.01, 0.01, 0.2, 0.2],
    [0.004, 0.001, 0.002, 0.002, 0.001, 0.005, 0.001, 0.4, 0.584],
  );
  const date = fieldOf("date", dates(0.02, 0.02, 0.03, 0.4), uOfDates);
  const held = holdIdentity([given, date]);
  const shares = held.map(({ m, u }) => Math.min(...m.slice(-2).map((value, i) => value / (u.at(i - 2) ?? 1))));
  assert.ok((shares[0] ?? 1) * (shares[1] ?? 1) < 0.031, `${shares}`);
  assert.deepEqual(holdIdentity([given]).length, 1);
});

test("the more pairs are sure without a birth date, the more its errors are what these show, and never more than is believed", () => {
  const learnt = { kind: "date", m: dates(0.01, 0.01, 0.02, 0.2), u: uOfDates } as const;
  const sure = (count: number, different: number): number[] => [count - different, ...new Array(10).fill(0), different];
  const different = (counts: readonly number[]): number => holdAgreement(learnt, counts)[differentDate] ?? 1;
  assert.ok(Math.abs(different([]) - 0.2) < 1e-9, "nothing is sure: as learnt");
  assert.ok(
    different(sure(20, 0)) < 0.14 && different(sure(20, 0)) > 0.09,
    `${different(sure(20, 0))} by twenty pairs`,
  );
  assert.ok(different(sure(500, 0)) < 0.015, `${different(sure(500, 0))} by five hundred`);
  assert.ok(Math.abs(different(sure(500, 100)) - 0.2) < 1e-9, "a fifth of the sure pairs differ: as learnt");
  assert.ok(Math.abs(sumOf(holdAgreement(learnt, sure(500, 3))) - 1) < 1e-12);
});

test("a difference never speaks for one person, however seldom strangers stand there", () => {
  const u = [0.004, 0.001, 0.002, 0.002, 0.001, 0.005, 0.001, 0.02, 0.964];
  const held = holdAgreement({ kind: "surname", m: [0.4, 0.05, 0.05, 0, 0, 0.02, 0, 0.43, 0.05], u });
  assert.ok((held[7] ?? 1) <= 0.02 + 1e-9, `${held}`);
  assert.ok(Math.abs(sumOf(held) - 1) < 1e-12);
  const uOfYears = uOfDates.with(10, 0.02);
  const ages = { kind: "date", m: [0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0.01, 0.06, 0.03], u: uOfYears } as const;
  assert.ok((holdAgreement(ages)[10] ?? 1) <= 0.02 + 1e-9, "years alone, far apart");
});

test("dates that differ in most sure pairs are not those of birth", () => {
  const learnt = { kind: "date", m: dates(0.01, 0.01, 0.02, 0.7), u: uOfDates } as const;
  const sure = [10, ...new Array(10).fill(0), 90];
  assert.equal(isDisproved(learnt, sure), true);
  assert.equal(isDisproved(learnt, sure.toReversed()), false);
  assert.equal(isDisproved(learnt, [1, ...new Array(10).fill(0), 9]), false, "too few");
  assert.equal(isDisproved({ ...learnt, kind: "surname" }, sure), false, "people have several");
});

test("few go by their middle name: more of it is another person's given name", () => {
  const u = [0.004, 0.001, 0.002, 0.002, 0.001, 0.005, 0.001, 0.4, 0.584];
  const learnt = { kind: "givenName", m: [0.5, 0.05, 0.05, 0.02, 0.02, 0.02, 0.3, 0.02, 0.02], u } as const;
  assert.ok((holdAgreement(learnt)[6] ?? 1) < 0.13, `${holdAgreement(learnt)}`);
  assert.ok((holdAgreement(learnt, [400, 0, 0, 0, 0, 0, 4, 0, 0])[6] ?? 1) < 0.04);
});

test("a number that sure pairs show to be no one's own is not taken for one, and one that they confirm is held to it", () => {
  const u = [0.0001, 0.0009, 0.0001, 0.9989];
  const learnt = { kind: "document", m: [0.1, 0.01, 0, 0.89], u } as const;
  assert.ok((holdAgreement(learnt)[3] ?? 1) <= 0.4 + 1e-9, "believed of a document without sure pairs");
  holdAgreement(learnt, [300, 10, 0, 2700]).forEach((value, level) => {
    assert.ok(Math.abs(value - (learnt.m[level] ?? 0)) < 1e-9, "left as learnt");
  });
  assert.ok((holdAgreement(learnt, [2900, 50, 0, 50])[3] ?? 1) < 0.05);
  const given = {
    kind: "givenName",
    m: [0.2, 0, 0, 0, 0, 0, 0, 0.1, 0.7],
    u: [0.004, 0, 0, 0, 0, 0, 0, 0.4, 0.596],
  } as const;
  const held = holdAgreement(given, [500, 0, 0, 0, 0, 0, 0, 500, 2000]);
  assert.ok((held[7] ?? 1) + (held[8] ?? 1) <= 0.25 + 1e-9, "a given name is the person's whatever sure pairs show");
});
