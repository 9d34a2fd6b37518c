// Scores the pairs at a range of positions of one rule's blocks. A pair that an earlier rule made already is left to it;
// whether one with a filter did is asked of pairs that reach the floor alone.

import { type LinkList, LinkListBuilder } from "../score/linkList.ts";
import type { BoundRule } from "./bindModel.ts";
import type { RuleBlocks } from "./blockRecords.ts";
import { compileCondition } from "./compileCondition.ts";
import { OperandReader, type PairFunctionOf } from "./operandReader.ts";
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
  /** As layOutKeys gives them. */
  readonly keyRows: Int32Array;
  readonly linkType: SplinkLinkType;
  /** Bits. */
  readonly floor: number;
}

export interface SplinkJob {
  readonly rule: number;
  /** Positions in the rule's `left`. */
  readonly from: number;
  readonly to: number;
}

export interface SplinkJobResult {
  readonly links: LinkList;
  /** Pairs enumerated, those of earlier rules included. */
  readonly pairCount: number;
}

/** The function that runs a job; a worker and the main thread use the same. */
export function createSplinkRunner(context: SplinkContext): (job: SplinkJob) => SplinkJobResult {
  const { records, plan, rules, blocks, keyRows, linkType, floor } = context;
  const scorer = new SplinkScorer(plan, records, floor);
  const reader = new OperandReader(records, false);
  const filters = rules.map(({ filter }) => (filter === null ? null : compileCondition(filter, reader)));
  return (job) => {
    const run = new JobRun(records, scorer, blocks, keyRows, filters, linkType === "link_only");
    return run.score(job);
  };
}

class JobRun {
  readonly #records: SplinkRecords;
  readonly #scorer: SplinkScorer;
  readonly #blocks: readonly RuleBlocks[];
  readonly #keyRows: Int32Array;
  readonly #filters: readonly (PairFunctionOf | null)[];
  readonly #acrossOnly: boolean;
  readonly #links = new LinkListBuilder();
  #pairCount = 0;

  constructor(
    records: SplinkRecords,
    scorer: SplinkScorer,
    blocks: readonly RuleBlocks[],
    keyRows: Int32Array,
    filters: readonly (PairFunctionOf | null)[],
    acrossOnly: boolean,
  ) {
    this.#records = records;
    this.#scorer = scorer;
    this.#blocks = blocks;
    this.#keyRows = keyRows;
    this.#filters = filters;
    this.#acrossOnly = acrossOnly;
  }

  score({ rule, from, to }: SplinkJob): SplinkJobResult {
    const { left, right, leftKeys, rightStarts, ranks, isSymmetric } = this.#blocks[rule]!;
    const { sourceOf } = this.#records;
    const isPlain = isSymmetric && !this.#acrossOnly;
    for (let position = from; position < to; position += 1) {
      const record = left[position]!;
      const key = leftKeys[record]!;
      const end = rightStarts[key + 1]!;
      for (let other = isSymmetric ? position + 1 : rightStarts[key]!; other < end; other += 1) {
        const partner = right[other]!;
        if (!isPlain) {
          if (this.#acrossOnly && sourceOf[record] === sourceOf[partner]) continue;
          if (!isSymmetric && ranks[record]! >= ranks[partner]!) continue;
        }
        this.#pairCount += 1;
        if (this.#isMade(record, partner, rule)) continue;
        const weight = this.#scorer.score(record, partner);
        if (!Number.isNaN(weight)) this.#keep(record, partner, weight, rule);
      }
    }
    return { links: this.#links.finish(), pairCount: this.#pairCount };
  }

  /** True where an earlier rule has made the pair by equal keys alone. */
  #isMade(left: number, right: number, rule: number): boolean {
    const rows = this.#keyRows;
    const width = this.#blocks.length;
    const leftRow = left * width;
    const rightRow = right * width;
    for (let earlier = 0; earlier < rule; earlier += 1) {
      const key = rows[leftRow + earlier]!;
      if (key >= 0 && key === rows[rightRow + earlier]!) return true;
    }
    return false;
  }

  #keep(left: number, right: number, weight: number, rule: number): void {
    if (this.#filters[rule] !== null && !this.#passes(rule, left, right)) return;
    for (let earlier = 0; earlier < rule; earlier += 1) {
      const { leftKeys, rightKeys } = this.#blocks[earlier]!;
      if (leftKeys[left]! >= 0 && leftKeys[left] === rightKeys[right] && this.#passes(earlier, left, right)) return;
    }
    this.#links.push(left, right, weight * Math.LN2, rule);
  }

  #passes(rule: number, left: number, right: number): boolean {
    const filter = this.#filters[rule];
    const { stride } = this.#records;
    return filter === null || filter === undefined || filter(left * stride, right * stride) === 1;
  }
}
