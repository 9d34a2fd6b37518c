// What training asks of its threads: measures of rules, levels of pairs, meetings and their evidence.
import type { AtomBlocks } from "../block/atomBlocks.ts";
import type { Atom } from "../block/atoms.ts";
import type { BlockingRule } from "../block/blockingRule.ts";
import type { MeterOptions, RuleMeasure } from "../block/measureRule.ts";
import { type Comparison, planComparisons } from "../compare/comparison.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import { type Spellings, withSpellings } from "../standardise/nicknameLists.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Crew, Team } from "../team/team.ts";
import type { CompareOptions } from "./compareMeetings.ts";
import type { LevelCounts } from "./countLevels.ts";
import { estimateU, type UEstimate } from "./estimateU.ts";
import {
  divideMeetings,
  gatherMeetings,
  listOwnMeetings,
  type MeetingOptions,
  type Meetings,
  type RuleMeetingList,
} from "./meetings.ts";
import { indexWanted, type WantedOptions } from "./meetWanted.ts";
import type { Helpers } from "./pairPieces.ts";
import type { RuleAtoms, TrainingContext, TrainingJob } from "./trainingJobs.ts";
import { joinTrainingPairs, type TrainingPairs } from "./trainingPairs.ts";

/** Jobs that one kind of work is cut into: enough that no thread waits long for another. */
const pieces = 32;

export class TrainingCrew {
  /** As they came. */
  readonly #plain: StandardRecords;
  #records: StandardRecords;
  readonly atoms: readonly Atom[];
  readonly comparisons: readonly Comparison[];
  readonly #crew: Crew<"train">;
  readonly #estimates = new Map<string, Promise<UEstimate>>();
  #known: Promise<void> | null = null;

  constructor(team: Team, context: TrainingContext) {
    this.#plain = context.records;
    this.#records = context.records;
    this.atoms = context.atoms;
    this.comparisons = planComparisons(context.records.fields);
    this.#crew = team.assign("train", context);
  }

  get records(): StandardRecords {
    return this.#records;
  }

  /** Has threads group records by atom from now on, while this one goes on; what asks for it later waits for that alone. */
  start(): void {
    // How it ended, whoever asks for the blocks learns.
    this.#knowBlocks().catch(() => undefined);
  }

  /** What pairs are compared with from now on, in place of the context's. */
  compareWith(frequencies: AlignedFrequencies): void {
    this.#crew.tell({ kind: "frequencies", frequencies });
  }

  /**
   * Names that are spellings of each other are compared as forms of one name from now on, where u is estimated too; those of an
   * earlier call no longer.
   */
  respell(spellings: readonly Spellings[]): void {
    const records = withSpellings(this.#plain, spellings);
    if (records === this.#records) return;
    this.#records = records;
    this.#estimates.clear();
    this.#crew.tell({ kind: "records", records: this.#records });
  }

  /** Measures of rules made of these atoms, in their order. */
  async measure(rules: readonly BlockingRule[], options: MeterOptions): Promise<RuleMeasure[]> {
    await this.#knowBlocks();
    const jobs = cut(rules.length, pieces).map(([from, to]): TrainingJob => {
      return { kind: "measure", rules: rules.slice(from, to).map((rule) => this.#placesOf(rule)), options };
    });
    return (await this.#crew.run<RuleMeasure[]>(jobs)).flat();
  }

  /** Where records meet others under the rules, which are known by their places from then on. */
  async meet(rules: readonly BlockingRule[], options: MeetingOptions): Promise<Meetings> {
    await this.#knowBlocks();
    const jobs = rules.map((rule, index): TrainingJob => {
      return { kind: "meet", atoms: this.#placesOf(rule), rule: index, options };
    });
    const lists = await this.#crew.run<RuleMeetingList>(jobs);
    const own = options.acrossOnly ? [] : [listOwnMeetings(this.records, options)];
    return gatherMeetings([...lists, ...own], this.records.recordCount);
  }

  /** Per rule the places of those pairs that meet under it, ascending. */
  async meetWanted(
    rules: readonly BlockingRule[],
    { left, right }: { readonly left: Int32Array; readonly right: Int32Array },
    options: WantedOptions,
  ): Promise<Int32Array[]> {
    await this.#knowBlocks();
    this.#crew.tell({ kind: "want", pairs: indexWanted(left, right, this.records.recordCount), options });
    return this.#crew.run<Int32Array>(rules.map((rule) => ({ kind: "meetWanted", atoms: this.#placesOf(rule) })));
  }

  /** Pairs that meet and can teach something. */
  async compare(meetings: Meetings, options: Omit<CompareOptions, "first" | "end">): Promise<TrainingPairs> {
    return joinTrainingPairs(await this.compareParts(meetings, options), this.comparisons.length);
  }

  /** The same in parts, in their order. */
  compareParts(meetings: Meetings, options: Omit<CompareOptions, "first" | "end">): Promise<TrainingPairs[]> {
    const ends = divideMeetings(meetings, pieces * 2);
    const jobs = ends.map((end, index): TrainingJob => {
      return { kind: "compare", meetings, options: { ...options, first: ends[index - 1] ?? 0, end } };
    });
    return this.#crew.run<TrainingPairs>(jobs);
  }

  /** Has the other threads take part in work on pairs. */
  readonly help: Helpers = (task) => this.#crew.tellOthers({ kind: "help", task });

  /** Asked for twice, it is estimated once. */
  estimateU(options: { readonly seed: number; readonly acrossOnly: boolean }): Promise<UEstimate> {
    const name = `${options.seed} ${options.acrossOnly}`;
    const estimate =
      this.#estimates.get(name) ?? estimateU(this.records, (left, right) => this.#countLevels(left, right), options);
    this.#estimates.set(name, estimate);
    return estimate;
  }

  async #countLevels(left: Int32Array, right: Int32Array): Promise<LevelCounts> {
    const jobs = cut(left.length, pieces).map(([from, to]): TrainingJob => {
      return { kind: "count", left: left.slice(from, to), right: right.slice(from, to) };
    });
    const parts = await this.#crew.run<LevelCounts>(jobs);
    return parts.reduce((sum, part) => sum.map((row, c) => row.map((count, level) => count + part[c]![level]!)));
  }

  /** Has the atoms' blocks made, and all threads know them. */
  #knowBlocks(): Promise<void> {
    this.#known ??= this.#crew
      .run<AtomBlocks>(this.atoms.map((_, atom) => ({ kind: "group", atom })))
      .then((blocks) => this.#crew.tell({ kind: "know", blocks }));
    return this.#known;
  }

  #placesOf(rule: BlockingRule): RuleAtoms {
    return rule.atoms.map((atom) => this.atoms.indexOf(atom));
  }
}

/** About `count` ranges [from, to) of 0 … length − 1, at least one. */
function cut(length: number, count: number): [number, number][] {
  const each = Math.max(1, Math.ceil(length / count));
  return Array.from({ length: Math.max(1, Math.ceil(length / each)) }, (_, i) => [
    i * each,
    Math.min(length, (i + 1) * each),
  ]);
}
