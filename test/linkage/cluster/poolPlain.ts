// Pooled linkage the plain way, from its definition: each round measures every two clusters anew over all their pairs.
import type { PairEvidence } from "../../../src/linkage/compare/pairEvidence.ts";
import {
  householdRatio,
  logOdds,
  matchRatio,
  neighbourRatio,
  noRatios,
} from "../../../src/linkage/score/pairScorer.ts";
import type { WeightTables } from "../../../src/linkage/score/scoringModel.ts";

export interface PlainPool {
  readonly tables: WeightTables;
  readonly evidenceOf: (left: number, right: number) => PairEvidence;
  readonly threshold: number;
  readonly sourceOf: readonly number[] | null;
  /** Members joined before anything is weighed, as disjoint groups. */
  readonly same?: readonly (readonly number[])[];
  /** Pairs of members that are never in one cluster. */
  readonly different?: readonly (readonly [number, number])[];
}

const clip = (ratio: number): number => Math.exp(Math.min(16, Math.max(-7, ratio)));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Log odds that two clusters are one person. */
function scoreClusters(pool: PlainPool, a: readonly number[], b: readonly number[]): number {
  const { tables, sourceOf } = pool;
  const isApart = ([x, y]: readonly [number, number]): boolean =>
    (a.includes(x) && b.includes(y)) || (a.includes(y) && b.includes(x));
  if (pool.different?.some(isApart) === true) return Number.NEGATIVE_INFINITY;
  if (sourceOf !== null && a.some((x) => b.some((y) => sourceOf[x] === sourceOf[y]))) return Number.NEGATIVE_INFINITY;
  const totals = noRatios();
  for (let c = 0; c < tables.comparisonCount; c += 1) {
    const match: number[] = [];
    const household: number[] = [];
    const neighbour: number[] = [];
    let isExact = false;
    for (const x of a) {
      for (const y of b) {
        const evidence = pool.evidenceOf(Math.min(x, y), Math.max(x, y));
        if (evidence.levels[c] === 0) continue;
        if (evidence.levels[c] === 1) isExact = true;
        match.push(clip(matchRatio(tables, evidence, c)));
        household.push(clip(householdRatio(tables, evidence, c)));
        neighbour.push(clip(neighbourRatio(tables, evidence, c)));
      }
    }
    if (match.length === 0) continue;
    let pooled = Math.log(mean(match));
    const slips = Math.min(a.length, b.length, Math.sqrt(match.length)) - 1;
    if (pooled > 0 && !isExact) pooled += slips * tables.logSlip[c]!;
    const compounds = pooled < 0 && tables.isPermanent[c] === 1;
    totals.match += compounds ? pooled * Math.sqrt(Math.min(a.length, b.length)) : pooled;
    totals.household += Math.log(mean(household));
    totals.neighbour += Math.log(mean(neighbour));
    if (tables.isSharedByTwins[c] === 1) totals.twin += pooled;
    if (pooled < 0 && tables.isPermanent[c] === 1) totals.contradiction += pooled;
    if (tables.change[c] === 1) totals.places += pooled;
    if (tables.change[c] === 2) totals.surname += pooled;
  }
  return logOdds(tables, totals);
}

/** Clusters of `members` as lists in order of their first member. */
export function poolPlain(pool: PlainPool, members: readonly number[]): number[][] {
  const { same = [] } = pool;
  let clusters = members.flatMap((member) => {
    const group = same.find((others) => others.includes(member)) ?? [member];
    return Math.min(...group) === member ? [[...group].sort((a, b) => a - b)] : [];
  });
  for (;;) {
    let best: [number, number] | null = null;
    let bestScore = pool.threshold;
    for (let i = 0; i < clusters.length; i += 1) {
      for (let j = i + 1; j < clusters.length; j += 1) {
        const score = scoreClusters(pool, clusters[i] ?? [], clusters[j] ?? []);
        if (score > bestScore) {
          bestScore = score;
          best = [i, j];
        }
      }
    }
    if (best === null) return clusters;
    const [into, from] = best;
    const joined = [...(clusters[into] ?? []), ...(clusters[from] ?? [])].sort((a, b) => a - b);
    clusters = clusters.flatMap((cluster, i) => (i === into ? [joined] : i === from ? [] : [cluster]));
  }
}
