// The order in which pairs are asked about: by what an answer is expected to tell, where ten pairs that look alike, or
// that touch the same clusters, tell less than ten times one.
import type { CandidatePair } from "./candidatePair.ts";

/** Probability that a pair is one person is held to this where its clusters were left apart in spite of its weight. */
const apartMax = 0.75;

/** Bits that an answer is expected to yield: entropy of the answer, more where more pairs of records hang on it. */
export function informationOf(pair: CandidatePair): number {
  const probability = 1 / (1 + 2 ** -pair.matchWeight);
  const isApart = pair.leftCluster !== pair.rightCluster;
  const expected = isApart ? Math.min(probability, apartMax) : probability;
  return entropy(expected) * (1 + Math.log2(Math.max(1, pair.pairsAtStake)));
}

function entropy(probability: number): number {
  const term = (p: number): number => (p <= 0 ? 0 : -p * Math.log2(p));
  return term(probability) + term(1 - probability);
}

/** At most `count` pairs, most telling first; greedy, each pattern and each cluster counting less every time. */
export function orderPairs<Pair extends CandidatePair>(pairs: readonly Pair[], count: number): Pair[] {
  const open = pairs
    .map((pair, index) => ({ pair, index, information: informationOf(pair) }))
    .sort((a, b) => b.information - a.information || a.index - b.index);
  const patterns = new Map<string, number>();
  const clusters = new Map<string, number>();
  const chosen: Pair[] = [];
  while (chosen.length < count && open.length > 0) {
    let best = 0;
    let bestWorth = -1;
    for (let at = 0; at < open.length; at += 1) {
      const entry = open[at];
      // Sorted by information: none further on can be worth more.
      if (entry === undefined || entry.information <= bestWorth) break;
      const { pattern, leftCluster, rightCluster } = entry.pair;
      const seen = (clusters.get(leftCluster) ?? 0) + (clusters.get(rightCluster) ?? 0);
      const worth = entry.information / (1 + (patterns.get(pattern) ?? 0)) / (1 + seen);
      if (worth > bestWorth) [best, bestWorth] = [at, worth];
    }
    const [taken] = open.splice(best, 1);
    if (taken === undefined) break;
    const { pattern, leftCluster, rightCluster } = taken.pair;
    chosen.push(taken.pair);
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    for (const cluster of new Set([leftCluster, rightCluster])) clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1);
  }
  return chosen;
}
