// What contradicts among one person's pairs as it does among strangers, and m with less of it.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";
import { normalise } from "./initialModel.ts";

/** u of a level at which strangers commonly stand: who stands there too is no error of writing. */
const commonU = 0.1;

export type Learnt = Pick<ComparisonParameters, "kind" | "m" | "u">;

/**
 * m with at most `most` of it at levels that contradict as strangers do; what is more goes to the levels that agree. Of a level at
 * which strangers seldom stand (two other digits of a date, the year before) no more than u is theirs, and the rest errors.
 */
export function cutContradictions({ kind: name, m, u }: Learnt, most: number): number[] {
  const { levels }: ComparisonKind = comparisonKinds[name];
  const asStrangers = m.map((share, level) => {
    if (levels[level]?.agrees === true) return 0;
    const chance = u[level] ?? 0;
    return chance >= commonU ? share : Math.min(share, chance);
  });
  const sum = sumOf(asStrangers);
  if (sum <= most) return [...m];
  const agreement = sumOf(m.filter((_, level) => levels[level]?.agrees === true));
  return normalise(
    m.map((share, level) =>
      levels[level]?.agrees === true
        ? (share * (agreement + sum - most)) / Math.max(agreement, 1e-9)
        : share - (asStrangers[level]! * (sum - most)) / sum,
    ),
  );
}

const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
