// The jobs of training that look at many records, the same on worker threads and on the main one. None sums what is not a
// whole number, so that which jobs there are changes no result.
import { assert } from "../../shared/assert.ts";
import { type AtomBlocks, groupByAtom } from "../block/atomBlocks.ts";
import type { Atom } from "../block/atoms.ts";
import { allPairsRule, type BlockingRule, createRule } from "../block/blockingRule.ts";
import { type MeterOptions, type RuleMeasure, RuleMeter } from "../block/measureRule.ts";
import { RuleBlocks } from "../block/ruleBlocks.ts";
import { type AlignedFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type CompareOptions, compareMeetings } from "./compareMeetings.ts";
import { countLevels, type LevelCounts } from "./countLevels.ts";
import { listMeetings, type MeetingOptions, type Meetings, type RuleMeetingList } from "./meetings.ts";
import { meetWanted, type WantedOptions, type WantedPairs } from "./meetWanted.ts";
import { type PieceTask, workOnPieces } from "./pairPieces.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** What a thread needs once. All large arrays are shared memory. */
export interface TrainingContext {
  /** The sample of the records that training looks at. */
  readonly records: StandardRecords;
  /** What pairs are compared with, unless others are told. */
  readonly frequencies: AlignedFrequencies;
  readonly atoms: readonly Atom[];
}

/** Places of a rule's atoms; none for the rule of all pairs. */
export type RuleAtoms = readonly number[];

export type TrainingJob =
  | { readonly kind: "frequencies"; readonly frequencies: AlignedFrequencies }
  /** The same records with their values understood in another way: which of them meet stays as it was. */
  | { readonly kind: "records"; readonly records: StandardRecords }
  | { readonly kind: "group"; readonly atom: number }
  /** Tells the blocks of all atoms in their order, as group jobs gave them, to the jobs that follow. */
  | { readonly kind: "know"; readonly blocks: readonly AtomBlocks[] }
  | {
      readonly kind: "measure";
      readonly rules: readonly RuleAtoms[];
      readonly options: MeterOptions;
    }
  | {
      readonly kind: "meet";
      readonly atoms: RuleAtoms;
      readonly rule: number;
      readonly options: MeetingOptions;
    }
  /** Tells the pairs of which the jobs that follow say which meet. */
  | { readonly kind: "want"; readonly pairs: WantedPairs; readonly options: WantedOptions }
  | { readonly kind: "meetWanted"; readonly atoms: RuleAtoms }
  | { readonly kind: "compare"; readonly meetings: Meetings; readonly options: CompareOptions }
  | { readonly kind: "help"; readonly task: PieceTask }
  | { readonly kind: "count"; readonly left: Int32Array; readonly right: Int32Array };

export type TrainingJobResult =
  | AtomBlocks
  | RuleMeasure[]
  | RuleMeetingList
  | TrainingPairs
  | LevelCounts
  | Int32Array
  | null;

export function createTrainingRunner(context: TrainingContext): (job: TrainingJob) => TrainingJobResult {
  const { atoms } = context;
  let { records, frequencies } = context;
  let comparer: PairComparer | null = null;
  let blocks = new RuleBlocks(records);
  let wanted: { readonly pairs: WantedPairs; readonly options: WantedOptions } | null = null;
  const compareWith = (): PairComparer => {
    comparer ??= new PairComparer(records, frequencies);
    return comparer;
  };
  const ruleOf = (places: RuleAtoms): BlockingRule =>
    places.length === 0 ? allPairsRule : createRule(places.map((place) => atoms[place]!));
  return (job) => {
    switch (job.kind) {
      case "frequencies":
        frequencies = job.frequencies;
        comparer = null;
        return null;
      case "records":
        records = job.records;
        comparer = null;
        return null;
      case "group":
        return groupByAtom(records, atoms[job.atom]!);
      case "know":
        blocks = new RuleBlocks(
          records,
          atoms.map(({ name }, index) => [name, job.blocks[index]!] as const),
        );
        return null;
      case "measure": {
        const meter = new RuleMeter(records, job.options, blocks);
        return job.rules.map((rule) => meter.measure(ruleOf(rule)));
      }
      case "meet":
        return listMeetings(
          records,
          job.atoms.length === 0 ? null : blocks.of(ruleOf(job.atoms)),
          job.rule,
          job.options,
        );
      case "want":
        wanted = job;
        return null;
      case "meetWanted": {
        assert(wanted !== null, "pairs are told before it is asked which of them meet");
        const rule = ruleOf(job.atoms);
        return meetWanted(
          records,
          { atoms: blocks.ofAtoms(rule), divide: () => blocks.of(rule) },
          wanted.pairs,
          wanted.options,
        );
      }
      case "compare":
        return compareMeetings(records, compareWith(), job.meetings, job.options);
      case "help":
        workOnPieces(job.task);
        return null;
      case "count":
        return countLevels(compareWith(), job.left, job.right);
    }
  };
}
