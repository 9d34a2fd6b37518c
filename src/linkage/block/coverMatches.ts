// Keeps the rules that find the likely matches: greedy set cover by gain per cost. A pair found once more gains less,
// but something, since a second rule finds the next pair of its kind when a value is missing.
import type { MeasuredRule } from "./chooseRules.ts";
import { dearYieldMin, type PairLimits, yieldMin } from "./pairLimits.ts";

/** What finding a pair for the first, second … time is worth. */
const credits = [1, 0.1, 0.02] as const;
/** A rule that adds less than this share of the likely matches is left out, however cheap. */
const gainShareMin = 2e-5;

/** Pairs that are likely matches. */
export interface LikelyMatches {
  /** Per match how probable it is. */
  readonly probabilities: Float64Array;
  /** Per rule the matches that meet under it, ascending. */
  readonly ofRule: readonly Int32Array[];
}

/**
 * The rules to use, in the order of their cost. `costs`: candidate pairs of each rule over all records. `scale`: matches
 * among all records that one of the sample stands for.
 */
export function coverMatches(
  rules: readonly MeasuredRule[],
  costs: readonly number[],
  { probabilities, ofRule }: LikelyMatches,
  { pairsMax, cheapPairs }: PairLimits,
  scale = 1,
): number[] {
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  const found = new Uint8Array(probabilities.length);
  const gainOf = (rule: number): number => {
    const matches = ofRule[rule]!;
    let gain = 0;
    for (let i = 0; i < matches.length; i += 1) {
      gain += probabilities[matches[i]!]! * (credits[found[matches[i]!]!] ?? 0);
    }
    return gain;
  };
  const gains = rules.map((_, rule) => gainOf(rule));
  const chosen: number[] = [];
  let used = 0;
  const isWorthwhile = (rule: number): boolean => {
    if (gains[rule]! < gainShareMin * total) return false;
    const isCheap = used + costs[rule]! <= cheapPairs;
    return gains[rule]! * scale >= (isCheap ? yieldMin : dearYieldMin) * costs[rule]!;
  };
  const isOpen = (rule: number): boolean =>
    !chosen.includes(rule) && (used + costs[rule]! <= pairsMax || chosen.length === 0) && isWorthwhile(rule);
  for (;;) {
    const best = bestRule(gains, costs, isOpen);
    if (best < 0) break;
    const gain = gainOf(best);
    if (gain < gains[best]! * 0.999) {
      gains[best] = gain;
      continue;
    }
    chosen.push(best);
    used += costs[best]!;
    for (const match of ofRule[best]!) found[match] = Math.min(credits.length, found[match]! + 1);
  }
  return chosen.sort((a, b) => costs[a]! - costs[b]! || a - b);
}

/** Gains only shrink as rules are chosen, so a stale gain is an upper bound: the best is looked at again when its turn comes. */
function bestRule(gains: readonly number[], costs: readonly number[], isOpen: (rule: number) => boolean): number {
  let best = -1;
  let bestValue = 0;
  gains.forEach((gain, rule) => {
    const value = gain / (costs[rule]! + 1000);
    if (value > bestValue && isOpen(rule)) {
      best = rule;
      bestValue = value;
    }
  });
  return best;
}
