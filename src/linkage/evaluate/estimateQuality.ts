// Precision and recall that a run expects of itself, without truth: from the probabilities of what was joined and left
// apart, identical ones included, and from how many rules the pairs found were met under (capture and recapture).

import { oddsShifts } from "../cluster/poolExpectation.ts";
import type { RunFacts } from "../linkRun.ts";
import type { Interval } from "../report/reportData.ts";

const middle = oddsShifts.indexOf(0);
const last = oddsShifts.length - 1;

/** What chance does to a share of few pairs: this many pairs either way (Poisson, 95 %), and never less than this room. */
const chancePairs = 3;
const chanceRoom = 0.002;

/** Estimates with bounds from probabilities moved both ways; all in [0, 1]. */
export function estimateQuality({ clusters, scored, model }: RunFacts): { precision: Interval; recall: Interval } {
  const { joinedPairs, joinedTrue, missedTrue, joinedUnlikePairs, joinedRowPairs } = clusters.expectation;
  // Rules meet rows; what a pair of rows is in pairs of records, the pairs that were joined say.
  const recordPairsPerRowPair = joinedRowPairs === 0 ? 1 : joinedUnlikePairs / joinedRowPairs;
  const neverMet = estimateNeverMet(scored.meetings) * recordPairsPerRowPair;
  const isComplete = model.blocking.rules.some((rule) => rule.length === 0);
  const precisionAt = (shift: number): number => (joinedPairs === 0 ? 1 : joinedTrue[shift]! / joinedPairs);
  const recallAt = (joinedShift: number, missedShift: number, unmet: number): number => {
    const found = joinedTrue[joinedShift]!;
    const all = found + missedTrue[missedShift]! + (isComplete ? 0 : unmet);
    return all === 0 ? 1 : found / all;
  };
  const widen = (interval: Interval, pairs: number): Interval => {
    const room = chanceRoom + chancePairs / Math.max(1, pairs);
    return { ...interval, low: Math.max(0, interval.low - room), high: Math.min(1, interval.high + room) };
  };
  const quality = {
    precision: { estimate: precisionAt(middle), low: precisionAt(0), high: precisionAt(last) },
    recall: {
      estimate: recallAt(middle, middle, neverMet),
      low: recallAt(0, last, neverMet * 2),
      high: recallAt(last, 0, neverMet / 2),
    },
  };
  return { precision: widen(quality.precision, joinedPairs), recall: widen(quality.recall, joinedTrue[middle]!) };
}

/**
 * Pairs that no rule met, from those met under one rule and under two (Chao 1984, lower bound of unseen classes).
 * `meetings[k]`: links met under k rules.
 */
export function estimateNeverMet(meetings: readonly number[]): number {
  const once = meetings[1] ?? 0;
  const twice = meetings[2] ?? 0;
  return (once * Math.max(0, once - 1)) / (2 * (twice + 1));
}
