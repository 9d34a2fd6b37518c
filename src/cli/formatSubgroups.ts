// Error rates of groups of people as tables, one a way of grouping, with a word on every gap that chance does not explain.
import type { RateShown, SubgroupsShown } from "../linkage/report/reportData.ts";
import { formatCount } from "./format/formatCount.ts";
import { formatTable } from "./format/formatTable.ts";

/** Lines of the tables; empty where there are no groups. */
export function formatSubgroups(subgroups: readonly SubgroupsShown[]): string[] {
  return subgroups.flatMap(({ dimension, groups, gaps }) => {
    const rows = groups.map(({ group, records, foundPairs, truePairs, falseMergeRate, missedRate }) => [
      group,
      formatCount(records),
      formatCount(foundPairs),
      rateText(falseMergeRate),
      formatCount(truePairs),
      rateText(missedRate),
    ]);
    const header = [`By ${dimension}`, "records", "pairs found", "of them wrong", "true pairs", "of them missed"];
    const table = formatTable([header, ...rows], ["left", "right", "right", "right", "right", "right"]);
    return ["", ...table, ...gaps.map((gap) => `Gap: ${gap}`)];
  });
}

function rateText(rate: RateShown | null): string {
  if (rate === null) return "–";
  const [middle, low, high] = [rate.estimate, rate.low, rate.high].map((share) => (share * 100).toFixed(2));
  return `${middle} % (${low}–${high})`;
}
