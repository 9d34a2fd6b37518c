// Levels of cutting: each keeps a part of what the one before kept, whatever the link, and the last keeps nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CutLevels } from "../../../src/linkage/cluster/cutLevels.ts";
import { mixBits } from "../../../src/shared/hashText.ts";

const levels = new CutLevels({ componentFloor: -3, threshold: 0.4 });
const side = fc.nat({ max: 0xffffffff });

function isKept(level: number, odds: number, left: number, right: number): boolean {
  if (odds < levels.floorOf(level)) return false;
  return odds >= levels.sureOf(level) || levels.keeps(level, left, right);
}

test("what a level drops no later one keeps, whichever record stands left", () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 120, noNaN: true }), side, side, (odds, left, right) => {
      let wasKept = odds >= -3;
      for (let level = 0; level <= levels.last; level += 1) {
        const kept = isKept(level, odds, left, right);
        assert.ok(wasKept || !kept, `level ${level}`);
        assert.equal(isKept(level, odds, right, left), kept);
        wasKept = kept;
      }
      assert.ok(!wasKept);
    }),
  );
});

test("up to the threshold the floor rises by a nat, and no link above it is dropped", () => {
  for (const [level, floor] of [-3, -2, -1, 0].entries()) {
    assert.deepEqual([levels.floorOf(level), levels.sureOf(level)], [floor, floor]);
  }
  assert.equal(levels.floorOf(4), 0);
});

test("levels that cannot drop a link are passed over, and the last that may keep it is known", () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 99, noNaN: true }), side, side, (odds, left, right) => {
      const first = levels.firstToDrop(odds, 0);
      for (let level = 0; level < first; level += 1) assert.ok(isKept(level, odds, left, right));
      const last = levels.lastFor(odds);
      assert.ok(levels.floorOf(last) <= odds && levels.floorOf(last + 1) > odds);
    }),
  );
  assert.equal(levels.lastFor(-3.5), -1);
});

test("of links alike each level of a band drops about as many more", () => {
  let kept = Array.from({ length: 8000 }, (_, i): [number, number] => [mixBits(2 * i), mixBits(2 * i + 1)]);
  const shares: number[] = [];
  for (let level = 3; levels.floorOf(level) === 0; level += 1) {
    kept = kept.filter(([left, right]) => isKept(level, 0.1, left, right));
    shares.push(kept.length / 8000);
  }
  const expected = [1, 7 / 8, 6 / 8, 5 / 8, 4 / 8, 3 / 8, 2 / 8, 1 / 8, 1 / 16, 1 / 32, 1 / 64];
  for (const [step, share] of expected.entries()) assert.ok(Math.abs((shares[step] ?? 0) - share) < 0.03, `${shares}`);
});
