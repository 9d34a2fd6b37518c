// Error rates of groups of people, with what chance does to them, and in words where a group fares worse than chance
// explains. Pairs of one cluster are not independent: intervals count clusters, not pairs.
import type { RateShown, SubgroupShown, SubgroupsShown } from "../../report/reportData.ts";
import type { Grouping } from "./groupRecords.ts";
import { type PairTally, tallyPairs } from "./tallyPairs.ts";

export interface SubgroupOptions {
  /** Per record the index of its source, where only pairs of different sources count. */
  readonly acrossSources?: ArrayLike<number> | null;
}

/** Standard errors that a gap must exceed: three, since many groups are looked at. */
const gapDeviations = 3;
/** Pairs (those that count as independent) without which a group says nothing of itself. */
const gapPairsMin = 20;
/** Errors without which a share of errors is an accident. */
const gapErrorsMin = 5;
const intervalDeviations = 1.96;

/** A pair counts for each group that one of its records is in. `truthOf`: −1 where unknown; those are left out. */
export function evaluateSubgroups(
  clusterOf: Int32Array,
  truthOf: Int32Array,
  groupings: readonly Grouping[],
  { acrossSources = null }: SubgroupOptions = {},
): SubgroupsShown[] {
  const records = Int32Array.from(truthOf.keys()).filter((record) => truthOf[record]! >= 0);
  return groupings.map(({ dimension, groups, groupOf }) => {
    const input = { records, groupOf, groupCount: groups.length, sourceOf: acrossSources };
    const found = tallyPairs(clusterOf, truthOf, input);
    const truth = tallyPairs(truthOf, clusterOf, input);
    const sizes = new Float64Array(groups.length);
    for (const record of records) sizes[groupOf[record]!]! += 1;
    const shown = groups.map((group, index): SubgroupShown => {
      const precision = rateOf(found, index);
      const recall = rateOf(truth, index);
      return {
        group,
        records: sizes[index]!,
        foundPairs: found.pairs[index]!,
        truePairs: truth.pairs[index]!,
        precision,
        recall,
        falseMergeRate: complement(precision),
        missedRate: complement(recall),
      };
    });
    const order = groups.map((_, index) => index).filter((index) => sizes[index]! > 0);
    const gaps = order.flatMap((index) => [
      ...describeGap(found, index, `${dimension}: ${groups[index]}`, "pairs put together", "are wrong"),
      ...describeGap(truth, index, `${dimension}: ${groups[index]}`, "true pairs", "are missed"),
    ]);
    return { dimension, groups: order.map((index) => shown[index]!).sort(byGroup), gaps };
  });
}

/** By name, the unknown last. */
function byGroup(a: SubgroupShown, b: SubgroupShown): number {
  if ((a.group === "unknown") !== (b.group === "unknown")) return a.group === "unknown" ? 1 : -1;
  return a.group < b.group ? -1 : a.group > b.group ? 1 : 0;
}

/** Share of a tally with Wilson's interval over pairs that count as independent; null where there is none. */
function rateOf(tally: PairTally, group: number): RateShown | null {
  const total = tally.pairs[group]!;
  if (total === 0) return null;
  const share = tally.shared[group]! / total;
  const count = independentPairs(tally, group);
  const z2 = intervalDeviations ** 2;
  const middle = (share + z2 / (2 * count)) / (1 + z2 / count);
  const half =
    (intervalDeviations / (1 + z2 / count)) * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  return {
    estimate: share,
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  };
}

/** Pairs over the design effect of clusters (ratio estimator; Cochran 1977, §6). At least 1, at most all. */
function independentPairs(tally: PairTally, group: number): number {
  const total = tally.pairs[group]!;
  const share = tally.shared[group]! / total;
  const squares =
    tally.sharedSquared[group]! - 2 * share * tally.products[group]! + share ** 2 * tally.pairsSquared[group]!;
  const variance = squares / total ** 2;
  const count =
    share > 0 && share < 1 && variance > 0 ? (share * (1 - share)) / variance : total ** 2 / tally.pairsSquared[group]!;
  return Math.max(1, Math.min(total, count));
}

function complement(rate: RateShown | null): RateShown | null {
  return rate === null ? null : { estimate: 1 - rate.estimate, low: 1 - rate.high, high: 1 - rate.low };
}

/** One sentence where a group's share of errors is above that of all other pairs by more than chance. */
function describeGap(tally: PairTally, group: number, name: string, pairs: string, verb: string): string[] {
  const all = tally.pairs.length - 1;
  const [own, others] = [tally.pairs[group]!, tally.pairs[all]! - tally.pairs[group]!];
  if (own === 0 || others === 0) return [];
  const errors = own - tally.shared[group]!;
  const otherErrors = tally.pairs[all]! - tally.shared[all]! - errors;
  const [rate, otherRate] = [errors / own, otherErrors / others];
  const count = independentPairs(tally, group);
  const otherCount = (others * independentPairs(tally, all)) / tally.pairs[all]!;
  if (count < gapPairsMin || otherCount < gapPairsMin || errors < gapErrorsMin || rate <= otherRate) return [];
  const pooled = (errors + otherErrors) / (own + others);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / count + 1 / otherCount));
  if (rate - otherRate <= gapDeviations * deviation) return [];
  const percent = (share: number): string => `${(share * 100).toPrecision(2)} %`;
  return [
    `${name}: ${percent(rate)} of the ${pairs} ${verb}, of all others ${percent(otherRate)}; more than chance explains.`,
  ];
}
