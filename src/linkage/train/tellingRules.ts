// Which candidate rules training looks at whole: those that find the likely matches of a sample at the least cost. Taken by
// their cost alone they would be rules that hardly any two records meet under.
import type { MeasuredRule } from "../block/chooseRules.ts";
import { coverMatches } from "../block/coverMatches.ts";
import { type Meetings, rulesMax } from "./meetings.ts";
import { listLikely, type TrainingPairs } from "./trainingPairs.ts";

/** Pairs of sampled left records, and where these meet others under all candidate rules. */
export interface SampledMeetings {
  readonly pairs: TrainingPairs;
  readonly meetings: Meetings;
}

/**
 * Places of the telling rules: what covers the likely matches, then, for those that the sample does not hold, the cheapest of
 * the others.
 * @param rules cheapest first @param pairsMax candidate pairs that the telling rules may make together
 */
export function chooseTellingRules(
  rules: readonly MeasuredRule[],
  { pairs, meetings }: SampledMeetings,
  pairsMax: number,
): number[] {
  const likely = listLikely(pairs);
  const ofRule: number[][] = rules.map(() => []);
  likely.forEach((pair, match) => {
    for (const rule of rulesOf(meetings, pairs.left[pair]!, pairs.right[pair]!)) ofRule[rule]!.push(match);
  });
  const matches = {
    probabilities: Float64Array.from(likely, (pair) => pairs.standsFor[pair]!),
    ofRule: ofRule.map((own) => Int32Array.from(own)),
  };
  const costs = rules.map(({ measure }) => measure.pairCount);
  const isFitting = (rule: number): boolean => costs[rule]! <= pairsMax;
  const covering = coverMatches(rules, costs, matches, { pairsMax, cheapPairs: pairsMax }).filter(isFitting);
  let left = covering.reduce((rest, rule) => rest - costs[rule]!, pairsMax);
  const chosen = new Set(covering);
  for (const [rule, cost] of costs.entries()) {
    if (chosen.has(rule)) continue;
    if (cost > left) break;
    left -= cost;
    chosen.add(rule);
  }
  return [...chosen].sort((a, b) => a - b);
}

function rulesOf({ offsets, keys }: Meetings, left: number, right: number): number[] {
  const own = keys.subarray(offsets[left], offsets[left + 1]);
  return Array.from(
    own.filter((key) => Math.floor(key / rulesMax) === right),
    (key) => key % rulesMax,
  );
}
