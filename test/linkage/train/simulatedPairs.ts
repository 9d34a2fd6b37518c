// Training pairs drawn from known m, u, h and shares of classes, so that training can be held to what made them.

import { type ComparisonKind, comparisonKinds } from "../../../src/linkage/compare/comparison.ts";
import type { ComparisonParameters, ScoringModel } from "../../../src/linkage/score/scoringModel.ts";
import type { TrainingPairs } from "../../../src/linkage/train/trainingPairs.ts";
import { createRandom } from "../../../src/shared/random.ts";

export interface Simulation {
  readonly pairs: TrainingPairs;
  /** Per pair 0 one person, 1 one household, 2 strangers, 3 twins, 4 neighbours. */
  readonly classOf: Uint8Array;
}

/** `counts`: pairs of one person, of one household, of strangers, of twins, of neighbours. `missing`: share of values left out. */
export function simulatePairs(
  truth: ScoringModel,
  counts: readonly [number, number, number, number?, number?],
  options: { readonly seed: number; readonly missing?: number },
): Simulation {
  const random = createRandom(options.seed);
  const total = counts.reduce<number>((sum, count = 0) => sum + count, 0);
  const width = truth.comparisons.length;
  const levels = new Uint8Array(total * width);
  const logUAdjust = new Float64Array(total * width);
  const classOf = Uint8Array.from(counts.flatMap((count = 0, index) => new Array<number>(count).fill(index)));
  for (let pair = 0; pair < total; pair += 1) {
    truth.comparisons.forEach((comparison, c) => {
      if (random() < (options.missing ?? 0)) return;
      const level = draw(sharesOf(comparison, classOf[pair] ?? 2), random()) + 1;
      const kind: ComparisonKind = comparisonKinds[comparison.kind];
      levels[pair * width + c] = level;
      // Every value is as common as any other: the frequency is that of exact agreement.
      if (kind.levels[level - 1]?.usesFrequency === true) logUAdjust[pair * width + c] = Math.log(comparison.u[0] ?? 1);
    });
  }
  const pairs: TrainingPairs = {
    count: total,
    comparisonCount: width,
    left: new Int32Array(total),
    right: Int32Array.from({ length: total }, (_, i) => i + 1),
    levels,
    logUAdjust,
    weights: new Float64Array(total).fill(1),
    standsFor: new Float64Array(total).fill(1),
    startOdds: new Float64Array(total),
  };
  return { pairs, classOf };
}

/** Two of a household agree on personal values as often as strangers do, but for what the kind says of households. */
function sharesOf({ kind: name, m, u, h, n }: ComparisonParameters, pairClass: number): readonly number[] {
  const kind: ComparisonKind = comparisonKinds[name];
  if (pairClass === 0) return m;
  const { householdEpsilon, isSharedByTwins } = kind;
  if (pairClass === 2) return u;
  if (pairClass === 4) return n ?? u;
  if (pairClass === 3) return isSharedByTwins ? m : u;
  const extras = kind.levels.map(({ householdExtra }, level) => householdExtra + (level === 0 ? householdEpsilon : 0));
  const others = 1 - extras.reduce((sum, extra) => sum + extra, 0);
  return h ?? u.map((share, level) => share * others + (extras[level] ?? 0));
}

function draw(shares: readonly number[], at: number): number {
  let sum = 0;
  for (const [index, share] of shares.entries()) {
    sum += share;
    if (at < sum) return index;
  }
  return shares.length - 1;
}
