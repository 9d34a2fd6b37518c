// Pooling what was partly pooled before is pooling all of it, to the last bit and with equal scores too.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ComponentPool, type PoolOptions } from "../../../src/linkage/cluster/poolComponent.ts";
import { ReplayPool } from "../../../src/linkage/cluster/replayPool.ts";
import type { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import { type ScoringModel, tabulateWeights } from "../../../src/linkage/score/scoringModel.ts";
import { createRandom } from "../../../src/shared/random.ts";

const nameLevels = (exact: number): number[] => [exact, ...Array<number>(8).fill((1 - exact) / 8)];

const model: ScoringModel = {
  prior: 0.05,
  householdPrior: 0.02,
  comparisons: [
    { name: "given", kind: "givenName", field: "name", m: nameLevels(0.7), u: nameLevels(0.05), h: null },
    { name: "surname", kind: "surname", field: "name", m: nameLevels(0.8), u: nameLevels(0.05), h: nameLevels(0.6) },
    { name: "sex", kind: "sex", field: "sex", m: [0.95, 0.05], u: [0.5, 0.5], h: null },
    { name: "town", kind: "town", field: "town", m: [0.7, 0.1, 0.2], u: [0.05, 0.05, 0.9], h: [0.8, 0.1, 0.1] },
  ],
};
const tables = tabulateWeights(model);
const levelCounts = [9, 9, 2, 3];

/**
 * Evidence by chance for every pair, likelier to agree within a person; of few kinds where scores are to be equal. Counts
 * the comparisons made.
 */
function drawComparer(width: number, seed: number, kinds: number | null) {
  const random = createRandom(seed);
  const draw = (agreement: number): PairEvidence => {
    const evidence = new PairEvidence(levelCounts.length);
    levelCounts.forEach((count, c) => {
      evidence.levels[c] = random() < agreement ? 1 : Math.floor(random() * (count + 1));
      evidence.logUAdjust[c] = evidence.levels[c] === 1 && c < 2 ? -1 - 2 * random() : 0;
    });
    return evidence;
  };
  const few = Array.from({ length: kinds ?? 0 }, (_, i) => draw(i % 2 === 0 ? 0.8 : 0.1));
  const personOf = Array.from({ length: width }, () => Math.floor(random() * (width / 3)));
  const all = Array.from({ length: width * width }, (_, i) => {
    const isOne = personOf[Math.floor(i / width)] === personOf[i % width];
    if (kinds === null) return draw(isOne ? 0.75 : 0.05);
    return few[2 * Math.floor((random() * kinds) / 2) + (isOne === random() < 0.85 ? 0 : 1)] as PairEvidence;
  });
  const counted = { compared: 0 };
  const compare = (left: number, right: number): PairEvidence => {
    assert.ok(left < right, "in canonical order");
    counted.compared += 1;
    return all[left * width + right] as PairEvidence;
  };
  return { comparer: { compare } as unknown as PairComparer, counted };
}

const poolAll = (comparer: PairComparer, members: Int32Array, options: PoolOptions): Int32Array =>
  new ComponentPool(comparer, tables, options).cluster({ members, copies: null, rulings: null });

/** What pooling the known ones alone gives, as places among all. */
function recall(comparer: PairComparer, isKnown: readonly boolean[], options: PoolOptions): Int32Array {
  const known = Int32Array.from(isKnown.flatMap((is, member) => (is ? [member] : [])));
  const clusterOf = poolAll(comparer, known, options);
  const knownAs = new Int32Array(isKnown.length).fill(-1);
  known.forEach((member, place) => {
    knownAs[member] = known[clusterOf[place]!]!;
  });
  return knownAs;
}

test("members that were pooled before are pooled with others as if none had been", () => {
  const seen = { joined: 0, rejoined: 0, spared: 0 };
  const pool = new ReplayPool(tables);
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 18 }),
      fc.nat(),
      fc.integer({ min: -2, max: 6 }),
      fc.constantFrom(0, 0.5, 0.8, 0.9, 1),
      fc.constantFrom(null, 2, 6),
      fc.boolean(),
      (width, seed, threshold, share, kinds, isExclusive) => {
        const { comparer, counted } = drawComparer(width, seed, kinds);
        const random = createRandom(seed + 1);
        const exclusiveSourceOf = isExclusive
          ? Uint16Array.from({ length: width }, (_, i) => (i * 7 + seed) % 4)
          : null;
        const options = { threshold, exclusiveSourceOf };
        const isKnown = Array.from({ length: width }, () => random() < share);
        const knownAs = recall(comparer, isKnown, options);
        const members = Int32Array.from({ length: width }, (_, i) => i);
        const expected = poolAll(comparer, members, options);
        counted.compared = 0;
        assert.deepEqual(pool.cluster({ comparer, members, knownAs }, options), expected);
        if (counted.compared < (width * (width - 1)) / 4) seen.spared += 1;
        if (isKnown.includes(false) && expected.some((cluster, i) => isKnown[i] === false && cluster !== i))
          seen.joined += 1;
        const isTorn = expected.some((_, i) => knownAs[i]! >= 0 && expected[i] !== expected[knownAs[i]!]);
        if (isTorn) seen.rejoined += 1;
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(seen.joined > 200 && seen.rejoined > 50 && seen.spared > 200, JSON.stringify(seen));
});
