// A comparer that gives each pair of members evidence by chance, for tests of pooling.
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
export const drawnTables = tabulateWeights(model);
/** Levels of each comparison of the model. */
export const levelCounts = [9, 9, 2, 3];

/**
 * Evidence by chance for every pair, likelier to agree within a person; of few kinds where scores are to be equal. Counts
 * the comparisons made.
 */
export function drawComparer(width: number, seed: number, kinds: number | null) {
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
    counted.compared += 1;
    return all[Math.min(left, right) * width + Math.max(left, right)] as PairEvidence;
  };
  return { comparer: { compare } as unknown as PairComparer, counted };
}
