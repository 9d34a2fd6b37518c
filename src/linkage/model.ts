// A model as frozen plain data: everything that a score or a candidate pair depends on. The same file scores in bulk
// and in real time.
import type { FrequencyTables } from "./compare/frequencies.ts";
import type { ScoringModel } from "./score/scoringModel.ts";
import type { FieldPlan } from "./standardise/fieldPlan.ts";
import type { SourcesBy } from "./standardise/sourcesBy.ts";
import type { TrainingRound } from "./train/maximiseExpectation.ts";

/** Blocking as frozen: rules by the names of their atoms, so that they can be read, edited and built again. */
export interface BlockingModel {
  /** Atom names of each rule; an empty list compares all pairs. */
  readonly rules: readonly (readonly string[])[];
  /** In training, a key that more records shared was not used; it is a stop key from then on. */
  readonly blockSizeMax: number;
  /** With the model given, a key that more records share is not used either; at least `blockSizeMax`. */
  readonly blockSizeCeiling: number;
  /** Per rule the keys (unsigned 32-bit integers, ascending) too common to be used, whatever records there are. */
  readonly stopKeys: readonly Uint32Array[];
}

/** Natural log odds at which things happen; files show them as match weights in bits. */
export interface Thresholds {
  /** Two clusters above it are one person. */
  readonly link: number;
  /** Pairs between it and `link` are worth a human's look. */
  readonly review: number;
  /** A pair from here on may bring records into one component. */
  readonly component: number;
}

export interface ClusteringModel {
  readonly componentSizeMax: number;
  /** True where a person has at most one record in each source, but for `withinRatio`. */
  readonly isOnePerSource: boolean;
  /** Where each source holds a person once, how many times as often pairs within sources are one person's as between them; 0: never. */
  readonly withinRatio: number;
}

export interface TrainingFacts {
  readonly recordCount: number;
  readonly sourceCount: number;
  readonly pairCount: number;
  readonly candidatePairCount: number;
  readonly trainingPairCount: number;
  readonly expectedMatches: number;
  readonly seed: number;
  /** Day, YYYY-MM-DD, in UTC. */
  readonly trainedOn: string;
  readonly rounds: readonly TrainingRound[];
  /** What was unsure or fell back, in sentences. */
  readonly notes: readonly string[];
}

export interface Model {
  readonly scoring: ScoringModel;
  readonly fields: readonly FieldPlan[];
  /** Only pairs of different sources are compared. */
  readonly acrossOnly: boolean;
  /** The column whose values serve as sources, where the run that trained named none; null where it did or there is none. */
  readonly sourcesBy: SourcesBy | null;
  readonly blocking: BlockingModel;
  readonly thresholds: Thresholds;
  readonly clustering: ClusteringModel;
  readonly frequencies: FrequencyTables;
  readonly training: TrainingFacts;
}
