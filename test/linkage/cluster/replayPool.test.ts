// Pooling what was partly pooled before is pooling all of it, to the last bit and with equal scores too.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ComponentPool, type PoolOptions } from "../../../src/linkage/cluster/poolComponent.ts";
import { ReplayPool } from "../../../src/linkage/cluster/replayPool.ts";
import type { PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { drawComparer, drawnTables as tables } from "./drawComparer.ts";

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
      fc.constantFrom(null, 0, 0.01, 0.3),
      (width, seed, threshold, share, kinds, withinRatio) => {
        const { comparer, counted } = drawComparer(width, seed, kinds);
        const random = createRandom(seed + 1);
        const sourceOf = Uint16Array.from({ length: width }, (_, i) => (i * 7 + seed) % 4);
        const options = {
          threshold,
          exclusiveSourceOf: withinRatio === null ? null : sourceOf,
          logRarerWithin: -Math.log(withinRatio ?? 0),
        };
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
