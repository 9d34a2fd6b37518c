// Why records are one person: the links among those that the client may see, each taken apart, the decisions, and the
// weakest bridge. Large persons show the links of their spanning tree alone.
import type { AccessContext } from "../../governance/accessContext.ts";
import { bitsPerNat } from "../../linkage/score/pairScorer.ts";
import type { DecisionRow, RecordNumber } from "../../store/personStore.ts";
import { answerDecision } from "../answerDecision.ts";
import type { IndexState, Mirror } from "../indexState.ts";
import type { PersonGone, WhyAnswer } from "../personService.ts";
import { answerAudited, type Made } from "./answerAudited.ts";
import { describeSteps } from "./describeSteps.ts";
import { answerGone, followPerson } from "./followPerson.ts";
import { spanningTree, type TreeLink } from "./spanningTree.ts";
import { findPerson, maySeeRecord, visibleRecords } from "./visible.ts";

/** Persons of up to so many records show every link. */
const allLinksMax = 8;

/** @throws NamesakeError PERSON_NOT_FOUND */
export function why(state: IndexState, context: AccessContext, id: string): Promise<WhyAnswer | PersonGone> {
  return answerAudited(state, context, async (): Promise<Made<WhyAnswer | PersonGone>> => {
    const { mirror } = state;
    const person = findPerson(mirror, id);
    const records = visibleRecords(mirror, context, person);
    if (records.length === 0) {
      return answerGone(await followPerson(state, context, await state.store.membershipsOfPersons([person])));
    }
    const links = linksAmong(mirror, records);
    const tree = spanningTree(records.length, links);
    const shown = records.length <= allLinksMax ? [...links].sort((a, b) => b.logOdds - a.logOdds) : tree;
    const decisions = decisionsAmong(state, context, records);
    const answer: WhyAnswer = {
      id,
      links: shown.map((link) => describeLink(mirror, context, records, link)),
      decisions: [],
      weakest: describeWeakest(mirror, records, tree),
    };
    // What follows reads the store; what stands above is of one moment.
    const described = await Promise.all(decisions.map((row) => answerDecision(state, row)));
    return { answer: { ...answer, decisions: described }, persons: [person], records };
  });
}

function linksAmong({ live }: Mirror, records: readonly RecordNumber[]): TreeLink[] {
  const indexOf = new Map(records.map((record, index) => [record, index]));
  return records.flatMap((record, left) =>
    live.linksOf(record).flatMap(({ other, logOdds }): TreeLink[] => {
      const right = indexOf.get(other);
      return right === undefined || right <= left ? [] : [{ left, right, logOdds }];
    }),
  );
}

function describeLink(
  mirror: Mirror,
  context: AccessContext,
  records: readonly RecordNumber[],
  link: TreeLink,
): WhyAnswer["links"][number] {
  const { live } = mirror;
  const [a, b] = [records[link.left] ?? 0, records[link.right] ?? 0];
  const [left, right] = live.compareOrder(a, b) <= 0 ? [a, b] : [b, a];
  const pair = live.explainPair(left, right);
  return {
    left: live.keyOf(left),
    right: live.keyOf(right),
    match_weight: pair.matchWeight,
    match_probability: pair.matchProbability,
    steps: describeSteps(mirror, context, pair).all,
  };
}

function describeWeakest(
  { live }: Mirror,
  records: readonly RecordNumber[],
  tree: readonly TreeLink[],
): WhyAnswer["weakest"] {
  const weakest = tree.at(-1);
  if (weakest === undefined) return null;
  const { left, right, logOdds } = weakest;
  return {
    left: live.keyOf(records[left] ?? 0),
    right: live.keyOf(records[right] ?? 0),
    match_weight: logOdds * bitsPerNat,
  };
}

/** Decisions in force about the person's records, all of whose records the context may see. */
function decisionsAmong(
  { mirror }: IndexState,
  context: AccessContext,
  records: readonly RecordNumber[],
): DecisionRow[] {
  const found = new Map<number, DecisionRow>();
  for (const record of records) {
    for (const row of mirror.decisions.ofRecord(record)) {
      const isVisible = row.groups.flat().every((other) => maySeeRecord(mirror, context, other));
      if (row.withdrawnAt === null && isVisible) found.set(row.number, row);
    }
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}
