// Scores the pairs of a part of one rule's blocks: as many whole blocks at once as there are places, larger ones in tiles. A
// pair that an earlier rule made already is left to it; that is asked only of pairs that codes and signatures do not rule
// out, and rules with a filter only of those that reach the floor.
import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import type { BoundRule } from "./bindModel.ts";
import type { RuleBlocks } from "./blockRecords.ts";
import { EarlierRules, type RuleKeys } from "./earlierRules.ts";
import type { ScoringPlan } from "./scoringPlan.ts";
import type { SplinkLinkType } from "./splinkModel.ts";
import type { SplinkRecords } from "./splinkRecords.ts";
import { placeCount, SplinkScorer } from "./splinkScorer.ts";

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

/** Half the places are for left records where a block needs more than all of them. */
const tileSize = placeCount / 2;
/** In blocks of so few most pairs were made by an earlier rule: only those with a new pair are loaded, many at once. */
const smallMax = 6;

class JobRun {
  readonly #context: SplinkContext;
  readonly #scorer: SplinkScorer;
  readonly #earlier: EarlierRules;
  readonly #links = new LinkListBuilder();
  readonly #kept = new Int32Array(placeCount);
  /** Entries of small blocks that wait, and where their blocks end. */
  readonly #waiting = new Int32Array(placeCount);
  readonly #ends = new Int32Array(placeCount);
  #blockCount = 0;

  constructor(context: SplinkContext, scorer: SplinkScorer, earlier: EarlierRules) {
    this.#context = context;
    this.#scorer = scorer;
    this.#earlier = earlier;
  }

  score({ rule, from, to }: SplinkJob): SplinkJobResult {
    const { members, starts } = this.#context.blocks[rule]!;
    let pairCount = 0;
    for (let block = blockAt(starts, from), place = from; place < to; block += 1) {
      const end = starts[block + 1]!;
      const last = Math.min(end, to);
      pairCount += this.#countPairs(rule, place, last, end);
      if (end - place > smallMax) {
        for (; place < last; place += tileSize) this.#scoreTile(rule, place, Math.min(place + tileSize, last), end);
      } else if (this.#hasNew(rule, place, end)) this.#wait(rule, members, place, end);
      place = last;
    }
    this.#finishWaiting(rule);
    return { links: this.#links.finish(), pairCount };
  }

  /** Pairs of left records from `from` to `to` with all that follow in the block. */
  #countPairs(rule: number, from: number, to: number, end: number): number {
    const { blocks, linkType } = this.#context;
    const count = to - from;
    if (blocks[rule]!.isSymmetric && linkType !== "link_only") return count * (end - from) - (count * (count + 1)) / 2;
    const { members } = blocks[rule]!;
    let pairs = 0;
    for (let place = from; place < to; place += 1) {
      for (let other = place + 1; other < end; other += 1) {
        if (this.#isPair(rule, members[place]!, members[other]!)) pairs += 1;
      }
    }
    return pairs;
  }

  /** True where no earlier rule is known to have made some pair of the block. */
  #hasNew(rule: number, from: number, end: number): boolean {
    const { members } = this.#context.blocks[rule]!;
    for (let place = from; place < end; place += 1) {
      const left = this.#recordOf(members[place]!);
      for (let other = place + 1; other < end; other += 1) {
        if (!this.#earlier.isKnown(rule, left, this.#recordOf(members[other]!))) return true;
      }
    }
    return false;
  }

  #wait(rule: number, members: Int32Array, from: number, end: number): void {
    let at = this.#blockCount === 0 ? 0 : this.#ends[this.#blockCount - 1]!;
    if (at + end - from > placeCount) {
      this.#finishWaiting(rule);
      at = 0;
    }
    for (let place = from; place < end; place += 1, at += 1) this.#waiting[at] = members[place]!;
    this.#ends[this.#blockCount] = at;
    this.#blockCount += 1;
  }

  #finishWaiting(rule: number): void {
    const entries = this.#waiting;
    if (this.#blockCount === 0) return;
    this.#scorer.load(0, entries, 0, this.#ends[this.#blockCount - 1]!);
    for (let block = 0, place = 0; block < this.#blockCount; block += 1) {
      const end = this.#ends[block]!;
      for (; place < end; place += 1)
        this.#scoreOne(rule, entries, { place, i: place, from: place + 1, to: end, origin: 0 });
    }
    this.#blockCount = 0;
  }

  /** Pairs of left records from `from` to `to` with all that follow up to the block's end. */
  #scoreTile(rule: number, from: number, to: number, blockEnd: number): void {
    const { members } = this.#context.blocks[rule]!;
    this.#scorer.load(0, members, from, to);
    for (let place = from; place < to; place += 1) {
      this.#scoreOne(rule, members, { place, i: place - from, from: place + 1, to, origin: from });
    }
    for (let other = to; other < blockEnd; other += tileSize) {
      const end = Math.min(other + tileSize, blockEnd);
      this.#scorer.load(tileSize, members, other, end);
      for (let place = from; place < to; place += 1) {
        this.#scoreOne(rule, members, { place, i: place - from, from: other, to: end, origin: other - tileSize });
      }
    }
  }

  /** The entry at `place`, loaded as `i`, with those from … to − 1, which are loaded `origin` before. */
  #scoreOne(rule: number, entries: Int32Array, held: Held): void {
    const { place, i, from, to, origin } = held;
    const left = entries[place]!;
    const count = from < to ? this.#scorer.keepPossible(i, from - origin, to - origin, this.#kept) : 0;
    for (let k = 0; k < count; k += 1) {
      const j = this.#kept[k]!;
      const entry = entries[origin + j]!;
      if (this.#isPair(rule, left, entry)) this.#scorePair(rule, left, this.#recordOf(entry), i, j);
    }
  }

  /** Whether one entry of a block may be the left one and one behind it the right one of a pair. */
  #isPair(rule: number, left: number, entry: number): boolean {
    const { records, blocks, linkType } = this.#context;
    const { recordCount, sourceOf, ranks } = records;
    const { isSymmetric } = blocks[rule]!;
    if (!isSymmetric && (left >= recordCount || entry < recordCount)) return false;
    const right = this.#recordOf(entry);
    if (linkType === "link_only" && sourceOf[left] === sourceOf[right]) return false;
    return isSymmetric || ranks[left]! < ranks[right]!;
  }

  /** The record that an entry of a block stands for. */
  #recordOf(entry: number): number {
    const { recordCount } = this.#context.records;
    return entry < recordCount ? entry : entry - recordCount;
  }

  #scorePair(rule: number, left: number, right: number, i: number, j: number): void {
    if (this.#earlier.isKnown(rule, left, right)) return;
    const weight = this.#scorer.weigh(i, j);
    if (Number.isNaN(weight) || !this.#earlier.isOwn(rule, left, right)) return;
    this.#links.push(Math.min(left, right), Math.max(left, right), weight * Math.LN2, rule);
  }
}

/** One record and those that it is held against. */
interface Held {
  readonly place: number;
  readonly i: number;
  readonly from: number;
  readonly to: number;
  readonly origin: number;
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
