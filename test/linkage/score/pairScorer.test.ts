// A move explains places that differ once, however many there are, and takes nothing from places that agree.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Comparison, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { OddsWithout } from "../../../src/linkage/score/oddsWithout.ts";
import {
  ceilingWithMoves,
  householdRatio,
  matchRatio,
  oddsCeiling,
  ratioBesideChance,
  scorePair,
} from "../../../src/linkage/score/pairScorer.ts";
import { type ScoringModel, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";

const kinds = ["givenName", "surname", "date", "postcode", "town", "phone"] as const;
const comparisons: Comparison[] = kinds.map((kind) => ({ name: kind, kind, field: kind }));
const placesFrom = kinds.indexOf("postcode");

function modelOf(movedShare: number, renamedShare: number): ScoringModel {
  return {
    prior: 1e-4,
    householdPrior: 0,
    movedShare,
    renamedShare,
    comparisons: comparisons.map((comparison) => {
      const { levels } = comparisonKinds[comparison.kind];
      const m = levels.map(({ mPrior }) => mPrior);
      const u = levels.map((_, level) => (level === levels.length - 1 ? 0.99 : 0.01 / (levels.length - 1)));
      return { ...comparison, m, u, h: null };
    }),
  };
}

/** Levels counted from 1, exact agreement; 0 is missing. Exact values are met once in a thousand records, given names in ten. */
function evidenceOf(levels: readonly number[]): PairEvidence {
  const evidence = new PairEvidence(levels.length);
  evidence.levels.set(levels);
  levels.forEach((level, index) => {
    evidence.logUAdjust[index] = level === 1 ? Math.log(index === 0 ? 0.1 : 0.001) : 0;
  });
  return evidence;
}

const lastLevel = (kind: (typeof kinds)[number]): number => comparisonKinds[kind].levels.length;
const levelsWhere = (differs: (index: number) => boolean): number[] =>
  kinds.map((kind, index) => (differs(index) ? lastLevel(kind) : 1));

test("all places that differ cost no more than a move, and a surname with them no more than a change of it", () => {
  const tables = tabulateWeights(modelOf(0.2, 0.1));
  const score = (levels: readonly number[]) => scorePair(tables, evidenceOf(levels));
  const missing = score(levelsWhere(() => false).map((level, index) => (index < placesFrom ? level : 0)));
  const moved = score(levelsWhere((index) => index >= placesFrom));
  assert.ok(moved < missing && moved > missing + Math.log(0.2 * 0.9) - 1e-9, `${moved} and ${missing} without places`);
  const renamed = score(levelsWhere((index) => index >= placesFrom || index === 1));
  const surname = score(levelsWhere(() => false)) - score(levelsWhere(() => false).map((l, i) => (i === 1 ? 0 : l)));
  assert.ok(renamed > missing - surname + Math.log(0.2 * 0.1) - 1e-9, `${renamed} and ${missing - surname}`);
});

test("a file without moves is scored as by the sum of its fields; ceilings are never below what a field adds", () => {
  const levels = fc.tuple(...kinds.map((kind) => fc.nat({ max: lastLevel(kind) })));
  const share = fc.double({ min: 0, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(levels, share, share, (row, movedShare, renamedShare) => {
      const tables = tabulateWeights(modelOf(movedShare, renamedShare));
      const evidence = evidenceOf(row);
      const base = tables.logPrior - Math.log(tables.strangerPrior);
      const ratios = kinds.map((_, index) => matchRatio(tables, evidence, index));
      const sum = ratios.reduce((total, ratio) => total + ratio, base);
      const present = (index: number): boolean => row[index] !== 0;
      const most = ratios.reduce(
        (total, ratio, index) => (present(index) ? total + ceilingWithMoves(tables, index, ratio) : total),
        base,
      );
      const score = scorePair(tables, evidence);
      if (movedShare === 0) assert.ok(Math.abs(score - sum) < 1e-9);
      assert.ok(score <= most + 1e-9, `${score} above ${most}`);
      assert.ok(score >= sum + Math.log(1 - movedShare) - 1e-9);
    }),
  );
});

test("a field left out is scored as a missing one, and nothing is scored above the ceiling", () => {
  const levels = fc.tuple(...kinds.map((kind) => fc.nat({ max: lastLevel(kind) })));
  const share = fc.double({ min: 0, max: 0.9, noNaN: true });
  const prior = fc.double({ min: 0, max: 0.01, noNaN: true });
  fc.assert(
    fc.property(levels, fc.tuple(share, share), fc.tuple(prior, prior, prior), (row, [moved, renamed], priors) => {
      const plain = modelOf(moved, renamed);
      const [householdPrior, twinPrior, neighbourPrior] = priors;
      const shared = plain.comparisons.map((comparison, index) => {
        if (index < placesFrom) return comparison;
        return { ...comparison, h: comparison.m, ...(comparison.kind === "phone" ? {} : { n: comparison.m }) };
      });
      const tables = tabulateWeights({ ...plain, householdPrior, twinPrior, neighbourPrior, comparisons: shared });
      const evidence = evidenceOf(row);
      const odds = new OddsWithout(tables);
      odds.read(evidence);
      assert.ok(scorePair(tables, evidence) <= oddsCeiling(tables, evidence));
      kinds.forEach((_, index) => {
        const others = evidenceOf(row.map((level, other) => (other === index ? 0 : level)));
        assert.equal(odds.without(index), scorePair(tables, others));
      });
    }),
  );
});

test("two of one household who share a birth date are twins, who do not bear one common name", () => {
  const plain = modelOf(0, 0);
  const shared = plain.comparisons.map((comparison, index) =>
    index === 1 || index >= placesFrom ? { ...comparison, h: comparison.m } : comparison,
  );
  const tables = tabulateWeights({ ...plain, householdPrior: 1e-3, comparisons: shared });
  const birthDate = kinds.indexOf("date");
  const ratioBeside = (given: number): number =>
    householdRatio(tables, evidenceOf(kinds.map((_, index) => (index === 0 ? given : 1))), birthDate);
  const [named, unnamed, other] = [1, 0, lastLevel("givenName")].map(ratioBeside);
  assert.ok(named! < 0.2 && unnamed! > 1.5, `${named} beside one name, ${unnamed} beside none`);
  assert.equal(unnamed, other);
  const without = plain.comparisons.slice(1);
  assert.equal(tabulateWeights({ ...plain, comparisons: without }).givenName, -1);
});

test("a code that agrees no more than by chance tells nothing, on a rare value neither; one that persons keep, what it is rare by", () => {
  const weigh = (m: number, frequency: number): number => {
    const code = { name: "code", kind: "code", field: "code", m: [m, 0, 1 - m], u: [0.4, 0, 0.6], h: null } as const;
    const tables = tabulateWeights({ prior: 1e-4, householdPrior: 0, comparisons: [code] });
    const evidence = new PairEvidence(1);
    evidence.levels[0] = 1;
    evidence.logUAdjust[0] = Math.log(frequency);
    return matchRatio(tables, evidence, 0);
  };
  assert.ok(Math.abs(weigh(0.4, 0.01)) < 1e-12);
  assert.ok(weigh(0.3, 0.01) === 0, "nor does one that agrees less");
  assert.ok(Math.abs(weigh(1, 0.01) - Math.log(100)) < 1e-9);
  assert.ok(weigh(0.46, 0.6) > 0, "agreement on a common value is never a contradiction");
  assert.ok(Math.abs(weigh(0.46, 0.4) - Math.log(0.46 / 0.4)) < 1e-9, "a value of average frequency weighs m over u");
  assert.ok(ratioBesideChance(0.1, Math.log(0.01)) < Math.log(0.46 / 0.01));
});

test("twins who live together share what else a home shares: an e-mail address tells nothing more of one of them", () => {
  const kinds = ["givenName", "surname", "date", "email"] as const;
  const model: ScoringModel = {
    prior: 1e-2,
    householdPrior: 0,
    twinPrior: 1e-3,
    comparisons: kinds.map((kind) => {
      const { levels } = comparisonKinds[kind];
      const m = levels.map(({ mPrior }) => mPrior);
      const u = levels.map((_, level) => (level === levels.length - 1 ? 0.99 : 0.01 / (levels.length - 1)));
      return { name: kind, kind, field: kind, m, u, h: kind === "email" ? m : null };
    }),
  };
  const tables = tabulateWeights(model);
  const gain = (given: number): number =>
    scorePair(tables, evidenceOf([given, 1, 1, 1])) - scorePair(tables, evidenceOf([given, 1, 1, 0]));
  assert.ok(gain(lastLevel("givenName")) < Math.log(4) + 0.02, "a quarter of twins live together");
  assert.ok(tables.isHome[3] === 1 && tables.isHome[1] === 0);
});

test("twins who live together share its places as a household does: an address in common tells nothing more of one person", () => {
  const base = modelOf(0, 0);
  const comparisonsOfHomes = base.comparisons.map((comparison, index) =>
    index < placesFrom ? comparison : { ...comparison, h: comparison.m },
  );
  const model = { ...base, twinPrior: 1e-4, comparisons: comparisonsOfHomes };
  const tables = tabulateWeights(model);
  // Given names differ, all else agrees; then the same without places, and with other places.
  const given = (index: number): boolean => index === 0;
  const together = scorePair(tables, evidenceOf(levelsWhere(given)));
  const nowhere = scorePair(tables, evidenceOf(levelsWhere(given).map((l, i) => (i < placesFrom ? l : 0))));
  assert.ok(together < nowhere + Math.log(4) + 0.05, `${together} with a home, ${nowhere} without`);
  const apart = scorePair(tables, evidenceOf(levelsWhere((index) => given(index) || index >= placesFrom)));
  assert.ok(apart < nowhere, `${apart} in two homes`);
  const without = tabulateWeights({ ...model, twinPrior: 0 });
  assert.ok(scorePair(without, evidenceOf(levelsWhere(given))) > together + 5, "the class is what takes it off");
});
