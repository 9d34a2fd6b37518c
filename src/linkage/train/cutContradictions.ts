// What contradicts among one person's pairs as it does among strangers, and m with less of it.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";
import { normalise } from "./initialModel.ts";

/** u of a level at which strangers commonly stand: who stands there too is no error of writing. */
const commonU = 0.1;

export type Learnt = Pick<ComparisonParameters, "kind" | "m" | "u">;

/**
 * By level what of m contradicts as strangers do. Of a level at which strangers seldom stand (two other digits of a date, the
 * year before) no more than u is theirs, and the rest errors.
 */
export function contradictionsOf({ kind, m, u }: Learnt): number[] {
  const { levels }: ComparisonKind = comparisonKinds[kind];
  return m.map((share, level) => {
    if (levels[level]?.agrees === true) return 0;
    const chance = u[level] ?? 0;
    return chance >= commonU ? share : Math.min(share, chance);
  });
}

/** m with at most `most` of it contradicting as strangers do; what is more goes to the levels that agree. */
export function cutContradictions(learnt: Learnt, most: number): number[] {
  const { kind, m } = learnt;
  const { levels }: ComparisonKind = comparisonKinds[kind];
  const contradictions = contradictionsOf(learnt);
  const sum = sumOf(contradictions);
  if (sum <= most) return [...m];
  const agreement = sumOf(m.filter((_, level) => levels[level]?.agrees === true));
  return normalise(
    m.map((share, level) =>
      levels[level]?.agrees === true
        ? (share * (agreement + sum - most)) / Math.max(agreement, 1e-9)
        : share - (contradictions[level]! * (sum - most)) / sum,
    ),
  );
}

export const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
