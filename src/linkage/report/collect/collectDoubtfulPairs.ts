// Pairs that a person should judge first: left apart although alike, and put together although a pair alone would not
// have been.
import type { PairShown } from "../reportData.ts";
import { BestItems } from "./bestItems.ts";
import { pickVaried } from "./pickVaried.ts";
import type { ReportContext } from "./reportContext.ts";
import { showPair } from "./showPair.ts";

const shownMax = 50;
const joinedMax = 15;
/** More are ranked than shown, so that one large group of records cannot fill the list. */
const rankedMax = 400;

/**
 * At most 50 pairs at or above the review threshold, first those left apart, highest weight first; then those in one
 * cluster though below the link threshold, lowest weight first.
 */
export function collectDoubtfulPairs(context: ReportContext): PairShown[] {
  const { scored, rowClusters, model } = context.facts;
  const { clusterOf } = rowClusters;
  const { left, right, logOdds, count } = scored.links;
  const { link: linkOdds, review } = model.thresholds;
  const apart = new BestItems(rankedMax);
  const joined = new BestItems(rankedMax);
  for (let link = 0; link < count; link += 1) {
    const odds = logOdds[link]!;
    if (odds < review) continue;
    if (clusterOf[left[link]!] !== clusterOf[right[link]!]) apart.push(link, odds);
    else if (odds < linkOdds) joined.push(link, -odds);
  }
  const clustersOf = (link: number) => [clusterOf[left[link]!]!, clusterOf[right[link]!]!];
  const joinedShown = pickVaried(joined.list(), joinedMax, clustersOf);
  const apartShown = pickVaried(apart.list(), shownMax - joinedShown.length, clustersOf);
  const show = (link: number, reason: string): PairShown => {
    const records = [left, right].map((side) => context.firstRecordOf[side[link] ?? 0] ?? 0);
    return showPair(context, records[0] ?? 0, records[1] ?? 0, reason);
  };
  return [
    ...apartShown.map((link) => show(link, (logOdds[link] ?? 0) < linkOdds ? "doubtful" : apartReason)),
    ...joinedShown.map((link) => show(link, "put together through other records")),
  ];
}

const apartReason = "left apart: their clusters do not fit together";
