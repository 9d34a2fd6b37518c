// Where a run with truth was most wrong: strangers put together with the highest weight, and one person's records left
// apart with the highest weight.
import { scorePair } from "../../score/pairScorer.ts";
import type { PairShown } from "../reportData.ts";
import { BestItems } from "./bestItems.ts";
import { groupMembers } from "./groupMembers.ts";
import { pickVaried } from "./pickVaried.ts";
import type { ReportContext } from "./reportContext.ts";
import { showPair } from "./showPair.ts";

const shownMax = 50;
const rankedMax = 400;
/** Each record of a large true cluster is compared with this many of the others. */
const othersMax = 40;

interface RankedPair {
  readonly left: number;
  readonly right: number;
}

/** At most 50, half of them wrong links where there are as many; empty without truth. */
export function collectWorstErrors(context: ReportContext): PairShown[] {
  if (context.facts.evaluation === null) return [];
  const { clusterOf } = context.facts.clusters;
  const { truthOf } = context.facts.evaluation;
  const wrong = rankWrong(context, truthOf);
  const missed = rankMissed(context, truthOf);
  const wrongCount = Math.min(wrong.length, Math.max(shownMax / 2, shownMax - missed.length));
  const wrongShown = pickVaried(wrong, wrongCount, ({ left }) => [clusterOf[left]!]);
  const missedShown = pickVaried(missed, shownMax - wrongCount, ({ left }) => [truthOf[left]!]);
  return [
    ...wrongShown.map(({ left, right }) => showPair(context, left, right, "wrong")),
    ...missedShown.map(({ left, right }) => showPair(context, left, right, "missed")),
  ];
}

/** Linked, in one cluster, of different persons; identical records among them. */
function rankWrong({ facts, firstRecordOf, selfOdds }: ReportContext, truthOf: Int32Array): RankedPair[] {
  const { clusterOf } = facts.clusters;
  const { left, right, logOdds, count } = facts.scored.links;
  const best = new BestItems(rankedMax);
  const isWrong = (a: number, b: number): boolean =>
    clusterOf[a] === clusterOf[b] && truthOf[a]! >= 0 && truthOf[b]! >= 0 && truthOf[a] !== truthOf[b];
  for (let link = 0; link < count; link += 1) {
    if (isWrong(firstRecordOf[left[link]!]!, firstRecordOf[right[link]!]!)) best.push(link, logOdds[link]!);
  }
  const { rowOf } = facts.collapsed;
  for (let record = 0; record < rowOf.length; record += 1) {
    const first = firstRecordOf[rowOf[record]!]!;
    if (first !== record && isWrong(first, record)) best.push(count + record, selfOdds(rowOf[record]!));
  }
  return best.list().map((item): RankedPair => {
    if (item >= count) return { left: firstRecordOf[rowOf[item - count]!]!, right: item - count };
    return { left: firstRecordOf[left[item]!]!, right: firstRecordOf[right[item]!]! };
  });
}

/** Of one person, in different clusters; whether they were candidates or not. */
function rankMissed({ facts, tables }: ReportContext, truthOf: Int32Array): RankedPair[] {
  const { clusters, collapsed, comparer, model, read } = facts;
  const { rowOf } = collapsed;
  const best = new BestItems(rankedMax);
  const found: RankedPair[] = [];
  const { offsets, members } = groupMembers(truthOf);
  for (let group = 0; group + 1 < offsets.length; group += 1) {
    const from = offsets[group]!;
    const to = offsets[group + 1]!;
    for (let i = from; i < to; i += 1) {
      const left = members[i]!;
      for (let j = i + 1; j < Math.min(to, i + 1 + othersMax); j += 1) {
        const right = members[j]!;
        if (clusters.clusterOf[left] === clusters.clusterOf[right]) continue;
        if (model.acrossOnly && read.table.sourceOf[left] === read.table.sourceOf[right]) continue;
        const a = Math.min(rowOf[left]!, rowOf[right]!);
        const b = Math.max(rowOf[left]!, rowOf[right]!);
        if (best.push(found.length, scorePair(tables, comparer.compare(a, b)))) found.push({ left, right });
      }
    }
  }
  return best.list().flatMap((item) => found[item] ?? []);
}
