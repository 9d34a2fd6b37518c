// What is remembered of a pooling holds for rows that came, went and changed places since: pooling with it is pooling without.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ComponentPool } from "../../../src/linkage/cluster/poolComponent.ts";
import { ReplayPool } from "../../../src/linkage/cluster/replayPool.ts";
import { PoolMemory } from "../../../src/linkage/live/poolMemory.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { drawComparer, drawnTables as tables } from "../cluster/drawComparer.ts";

test("pooling with what is remembered is pooling from scratch", () => {
  const seen = { recalled: 0, partly: 0, moved: 0, gone: 0, rejoined: 0 };
  const replay = new ReplayPool(tables);
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 14 }),
      fc.nat(),
      fc.integer({ min: -1, max: 5 }),
      fc.constantFrom(null, 2, 6),
      (count, seed, threshold, kinds) => {
        const random = createRandom(seed + 1);
        const options = { threshold, exclusiveSourceOf: null };
        const { comparer } = drawComparer(count + 1, seed, kinds);
        const memory = new PoolMemory(seed % 2 === 0 ? 2 : 5);
        let rows: number[] = [];
        for (let step = 0; step < 8; step += 1) {
          const row = 1 + Math.floor(random() * count);
          const at = rows.indexOf(row);
          const isMove = at >= 0 && random() < 0.5;
          if (at >= 0) rows = rows.toSpliced(at, 1);
          if (isMove) memory.move(row);
          else if (at >= 0) memory.forget(row);
          // Most rows come within the first steps.
          const added =
            step === 0 ? Array.from({ length: count }, (_, i) => i + 1).filter(() => random() < 0.8) : [row];
          if (isMove || at < 0) for (const one of added) rows = insert(rows, one, random());
          if (rows.length === 0 || (step > 0 && random() < 0.3)) continue;
          const members = Int32Array.from(rows);
          const expected = new ComponentPool(comparer, tables, options).cluster({
            members,
            copies: null,
            rulings: null,
          });
          const knownAs = memory.recall(rows);
          const unknown = knownAs.filter((first) => first < 0).length;
          assert.equal(memory.isKnown(rows.toReversed()) && unknown > 0, false);
          const knownJoins = memory.joinsOf(rows, knownAs);
          assert.deepEqual(replay.cluster({ comparer, members, knownAs, knownJoins }, options), expected);
          const { joins } = replay;
          assert.equal(joins.length, rows.length - new Set(expected).size);
          // As they come where nothing is known.
          const unknownAs = new Int32Array(rows.length).fill(-1);
          if (step % 3 === 0) replay.cluster({ comparer, members, knownAs: unknownAs }, options);
          assert.deepEqual(joins, step % 3 === 0 ? replay.joins : joins);
          if (knownJoins.size > 0) seen.rejoined += 1;
          if (unknown === 0) assert.deepEqual(knownAs, expected);
          if (step > 0 && unknown === 0) seen.recalled += 1;
          if (unknown > 0 && unknown < rows.length) seen.partly += 1;
          if (isMove) seen.moved += 1;
          if (!isMove && at >= 0) seen.gone += 1;
          memory.remember(rows, expected, joins);
        }
      },
    ),
    { numRuns: 1500 },
  );
  assert.ok(
    Object.values(seen).every((times) => times > 100),
    JSON.stringify(seen),
  );
});

function insert(rows: readonly number[], row: number, share: number): number[] {
  return rows.includes(row) ? [...rows] : rows.toSpliced(Math.floor(share * (rows.length + 1)), 0, row);
}
