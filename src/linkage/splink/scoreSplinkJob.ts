// Scores the pairs of a part of one rule's blocks. A pair that an earlier rule made already is left to it; that is asked
// only of pairs that codes and signatures do not rule out, and rules with a filter only of those that reach the floor.
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import type { BoundRule } from "./bindModel.ts";
import type { RuleBlocks } from "./blockRecords.ts";
import { EarlierRules, type RuleKeys } from "./earlierRules.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import type { SplinkLinkType } from "./splinkModel.ts";
import type { SplinkRecords } from "./splinkRecords.ts";
import { SplinkScorer } from "./splinkScorer.ts";

/** What a thread needs once; large arrays are shared memory. */
export interface SplinkContext {
  readonly records: SplinkRecords;
  readonly plan: ScoringPlan;
  readonly rules: readonly BoundRule[];
  readonly blocks: readonly RuleBlocks[];
  readonly ruleKeys: RuleKeys;
  readonly linkType: SplinkLinkType;
  /** Bits. */
  readonly floor: number;
}

export interface SplinkJob {
  readonly rule: number;
  /** Places of left records in the `members` of the rule's blocks. */
  readonly from: number;
  readonly to: number;
  /** At most so many pairs. */
  readonly pairs: number;
}

export interface SplinkJobResult {
  readonly links: LinkList;
  /** Pairs enumerated, those of earlier rules included. */
  readonly pairCount: number;
}

/** The function that runs a job; a worker and the main thread use the same. */
export function createSplinkRunner(context: SplinkContext): (job: SplinkJob) => SplinkJobResult {
  const { records, plan, rules, ruleKeys, floor } = context;
  const scorer = new SplinkScorer(plan, records, floor);
  const earlier = new EarlierRules(records, rules, ruleKeys);
  return (job) => new JobRun(context, scorer, earlier).score(job);
}

class JobRun {
  readonly #context: SplinkContext;
  readonly #scorer: SplinkScorer;
  readonly #earlier: EarlierRules;
  readonly #links = new LinkListBuilder();

  constructor(context: SplinkContext, scorer: SplinkScorer, earlier: EarlierRules) {
    this.#context = context;
    this.#scorer = scorer;
    this.#earlier = earlier;
  }

  score({ rule, from, to }: SplinkJob): SplinkJobResult {
    const { isSymmetric, members, starts } = this.#context.blocks[rule]!;
    const isPlain = isSymmetric && this.#context.linkType !== "link_only";
    let pairCount = 0;
    let block = blockAt(starts, from);
    for (let place = from; place < to; place += 1) {
      while (place >= starts[block + 1]!) block += 1;
      const left = members[place]!;
      const end = starts[block + 1]!;
      if (isPlain) {
        pairCount += end - place - 1;
        for (let other = place + 1; other < end; other += 1) this.#scorePair(rule, left, members[other]!);
      } else pairCount += this.#scoreOthers(rule, place, end);
    }
    return { links: this.#links.finish(), pairCount };
  }

  /** Pairs with each record of the block behind `place` that the rule and the link type let be the right one. */
  #scoreOthers(rule: number, place: number, end: number): number {
    const { records, blocks, linkType } = this.#context;
    const { isSymmetric, members } = blocks[rule]!;
    const { recordCount, sourceOf, ranks } = records;
    const acrossOnly = linkType === "link_only";
    const left = members[place]!;
    if (left >= recordCount) return 0;
    let pairCount = 0;
    for (let other = place + 1; other < end; other += 1) {
      const right = isSymmetric ? members[other]! : members[other]! - recordCount;
      if (right < 0 || (acrossOnly && sourceOf[left] === sourceOf[right])) continue;
      if (!isSymmetric && ranks[left]! >= ranks[right]!) continue;
      pairCount += 1;
      this.#scorePair(rule, left, right);
    }
    return pairCount;
  }

  #scorePair(rule: number, left: number, right: number): void {
    const scorer = this.#scorer;
    if (!scorer.mayReachFloor(left, right) || this.#earlier.isKnown(rule, left, right)) return;
    const weight = scorer.refine(left, right);
    if (Number.isNaN(weight) || !this.#earlier.isOwn(rule, left, right)) return;
    this.#links.push(Math.min(left, right), Math.max(left, right), weight * Math.LN2, rule);
  }
}

/** The last block that starts at or before `place`. */
function blockAt(starts: Int32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}
