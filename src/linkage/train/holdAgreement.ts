// Holds m within what errors can do: a match class that hardly agrees in a field has become something else.
import { type ComparisonKind, comparisonKinds, nameKinds } from "../compare/comparison.ts";
import { contradictionsOf, cutContradictions, type Learnt, sumOf } from "./cutContradictions.ts";
import { normalise } from "./initialModel.ts";

/** Times what sure pairs show: these have errors in fewer fields than others. */
const toleratedTimes = 2;
/** Sure pairs from which, and their share that contradicts above which, a column does not hold what it was taken for. */
const disproofMin = 50;
const disproofShare = 0.5;

/**
 * Cuts what contradicts as strangers do, and each level that has a most, to what is believed of the kind; the more sure pairs
 * there are, the more to what they show instead. In names and what a person alone has, raises exact agreement above each
 * other agreement.
 * @param sure pairs by level that are one person's whatever this field says
 */
export function holdAgreement(learnt: Learnt, sure: ArrayLike<number> = []): number[] {
  const kind: ComparisonKind = comparisonKinds[learnt.kind];
  const counts = learnt.m.map((_, level) => sure[level] ?? 0);
  const all = sumOf(counts);
  /** What is believed without sure pairs weighs as many as the prior does. */
  const shownOf = (believed: number, count: number): number =>
    (kind.priorPairs * believed + toleratedTimes * count) / (kind.priorPairs + all);
  const believed = 1 - kind.agreementMin;
  const shown = shownOf(believed, countContradictions(learnt, counts));
  const isOther = kind.isGuess || isDisproved(learnt, sure);
  const held = cutContradictions(learnt, isOther ? shown : Math.min(believed, shown));
  kind.levels.forEach(({ mMax = 1, isAgainst }, level) => {
    if (mMax < 1) cutLevel(held, level, shownOf(mMax, counts[level]!), kind);
    if (isAgainst) cutLevel(held, level, learnt.u[level]!, kind);
  });
  const nearest = Math.max(...held.filter((_, level) => level > 0 && kind.levels[level]?.agrees === true), 0);
  if ((held[0] ?? 0) < nearest && (kind.role === "personal" || nameKinds.has(learnt.kind))) held[0] = nearest;
  return normalise(held);
}

/**
 * Whether most of many sure pairs contradict in what a person has one value of: the column holds something else then, such as
 * the date of an event that was taken for that of birth.
 */
export function isDisproved(learnt: Learnt, sure: ArrayLike<number> = []): boolean {
  if (!(comparisonKinds[learnt.kind] as ComparisonKind).isOneValue) return false;
  const counts = learnt.m.map((_, level) => sure[level] ?? 0);
  const all = sumOf(counts);
  return all >= disproofMin && countContradictions(learnt, counts) > disproofShare * all;
}

/** Of pairs by level those that contradict as strangers do. */
function countContradictions(learnt: Learnt, counts: readonly number[]): number {
  const all = sumOf(counts);
  return all * sumOf(contradictionsOf({ ...learnt, m: counts.map((count) => count / Math.max(all, 1e-9)) }));
}

/** Leaves a level that agrees at most `most`; what is more goes to the others that agree. */
function cutLevel(m: number[], cut: number, most: number, { levels }: ComparisonKind): void {
  const excess = m[cut]! - most;
  if (excess <= 0) return;
  const others = sumOf(m.filter((_, level) => level !== cut && levels[level]?.agrees === true));
  levels.forEach(({ agrees }, level) => {
    if (level === cut) m[level] = most;
    else if (agrees) m[level]! *= 1 + excess / Math.max(others, 1e-9);
  });
}
