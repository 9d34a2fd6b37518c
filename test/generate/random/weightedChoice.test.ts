// The alias table draws each item as often as its weight says.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Random } from "../../../src/generate/random/random.ts";
import { scrambledNumber, scrambledNumberLimit } from "../../../src/generate/random/scrambledNumber.ts";
import { WeightedChoice } from "../../../src/generate/random/weightedChoice.ts";

test("frequencies follow the weights within five standard errors", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (weights, seed) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const choice = new WeightedChoice(
          weights.map((_, i) => i),
          weights,
        );
        const random = new Random(seed);
        const draws = 4000;
        const seen = weights.map(() => 0);
        for (let i = 0; i < draws; i += 1) {
          const item = choice.draw(random);
          seen[item] = (seen[item] ?? 0) + 1;
        }
        weights.forEach((weight, i) => {
          const share = weight / total;
          const error = Math.sqrt((share * (1 - share)) / draws);
          assert.ok(Math.abs((seen[i] ?? 0) / draws - share) <= 5 * error + 1e-9);
        });
      },
    ),
    { numRuns: 30, seed: 1 },
  );
});

test("scrambled numbers never repeat", () => {
  const seen = new Set<number>();
  for (let i = 0; i < 200_000; i += 1) {
    const number = scrambledNumber(i, 48_271_003, 1234);
    assert.ok(Number.isSafeInteger(number) && number >= 0 && number < scrambledNumberLimit);
    seen.add(number);
  }
  assert.equal(seen.size, 200_000);
});

test("a stream does not depend on what was drawn before, and streams differ", () => {
  const random = new Random(9);
  random.bits();
  random.reseed(5, 2, 77);
  const first = [random.bits(), random.bits(), random.bits()];
  random.reseed(5, 2, 77);
  assert.deepEqual([random.bits(), random.bits(), random.bits()], first);
  const starts = new Set<number>();
  for (let stream = 0; stream < 10; stream += 1) {
    for (let index = 0; index < 500; index += 1) {
      random.reseed(5, stream, index);
      starts.add(random.bits());
    }
  }
  assert.ok(starts.size > 4990);
});
