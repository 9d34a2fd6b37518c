import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComparisonKindName } from "../../../src/linkage/compare/comparison.ts";
import { comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import type { ComparisonParameters } from "../../../src/linkage/score/scoringModel.ts";
import { holdIdentity } from "../../../src/linkage/train/holdIdentity.ts";

/** A comparison whose level `name` has this m and u; exact agreement has the rest. */
function comparisonOf(kind: ComparisonKindName, at: Readonly<Record<string, readonly [m: number, u: number]>>) {
  const { levels } = comparisonKinds[kind];
  const valuesOf = (index: 0 | 1): number[] => {
    const values = levels.map(({ label: level }) => at[level]?.[index] ?? 0);
    values[0] = 1 - values.reduce((sum, value) => sum + value, 0);
    return values;
  };
  return { kind, m: valuesOf(0), u: valuesOf(1), h: null } as unknown as ComparisonParameters;
}

const contradicting = (comparison: ComparisonParameters | undefined): number =>
  comparison?.m.reduce(
    (sum, value, level) => sum + (comparisonKinds[comparison.kind].levels[level]?.agrees === true ? 0 : value),
    0,
  ) ?? Number.NaN;

const sisters = comparisonOf("givenName", { different: [0.25, 0.95] });
const dates = comparisonOf("date", { different: [0.01, 0.9] });
const brothersToo = comparisonOf("sex", { different: [0.2, 0.5] });

test("a class that differs in given name and in sex has taken in brothers and sisters, who are taken out", () => {
  const [given, , sex] = holdIdentity([sisters, dates, brothersToo]);
  assert.ok(contradicting(given) < 0.15 && contradicting(sex) < 0.12);
});

test("given names that differ, beside sexes that hardly do, are one person's mistakes and stay", () => {
  const [given] = holdIdentity([sisters, dates, comparisonOf("sex", { different: [0.01, 0.5] })]);
  assert.equal(contradicting(given), contradicting(sisters));
});

test("a level at which no one stands does not hide strangers at the others", () => {
  const empty = comparisonOf("givenName", { different: [0.25, 0.94], "different, rare": [0, 0.005] });
  const [given, , sex] = holdIdentity([empty, dates, brothersToo]);
  assert.ok(contradicting(given) < 0.15 && contradicting(sex) < 0.12);
});

test("where strangers are all of one sex it says nothing of others", () => {
  const [given] = holdIdentity([sisters, dates, comparisonOf("sex", { different: [0.001, 0.001] })]);
  assert.equal(contradicting(given), contradicting(sisters));
});
