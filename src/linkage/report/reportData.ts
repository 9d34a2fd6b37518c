// Everything the report shows, as one plain object: the report is a pure function of it, and reads nothing else.
import type { LabelFindings } from "../labels/labelFindings.ts";
import type { ColumnProfile } from "../profile/columnProfile.ts";

/** One comparison level of the model, as shown: probabilities in [0, 1], weight = log2(m/u). */
export interface LevelShown {
  readonly label: string;
  readonly m: number;
  readonly u: number;
  readonly weight: number;
}

export interface ComparisonShown {
  readonly name: string;
  readonly description: string;
  readonly levels: readonly LevelShown[];
  /** True where exact agreement is weighted by how common the value is. */
  readonly usesTermFrequency: boolean;
}

export interface BlockingRuleShown {
  readonly rule: string;
  readonly pairCount: number;
  readonly largestBlock: number;
  readonly blocksLeftOut: number;
  readonly recordsLeftOut: number;
  /** Links whose first rule this is. */
  readonly linkCount: number;
}

/** One step of a waterfall: weights in bits, summed from the prior to the match weight. */
export interface WaterfallStep {
  readonly label: string;
  /** Name of the level, e.g. "exact", "one digit differs". */
  readonly level: string;
  readonly weight: number;
}

export interface RecordShown {
  readonly source: string | null;
  readonly recordId: string;
  /** Column name to value as read; missing columns are absent. */
  readonly values: Readonly<Record<string, string>>;
}

export interface PairShown {
  readonly left: RecordShown;
  readonly right: RecordShown;
  readonly matchWeight: number;
  readonly matchProbability: number;
  /** The first step is the prior; what they lack to the match weight is shown as "other adjustments". */
  readonly steps: readonly WaterfallStep[];
  /** Why it is shown: "doubtful", "missed" (same in truth, not linked), "wrong" (linked, different in truth). */
  readonly reason: string;
}

export interface ClusterShown {
  readonly clusterId: string;
  /** In words: "a chain of weak links", "two birth dates". No values in it: it is shown without examples too. */
  readonly reason: string;
  readonly records: readonly RecordShown[];
}

export interface ThresholdPoint {
  /** Match weight in bits. */
  readonly threshold: number;
  readonly linkCount: number;
  readonly estimatedPrecision: number;
  readonly estimatedRecall: number;
  /** Where truth is known, of pairs at this threshold. */
  readonly precision: number | null;
  readonly recall: number | null;
}

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A share in [0, 1] with the interval that chance leaves it (95 %). */
export type RateShown = Interval;

/** Errors among the pairs that hold a record of a group; null where there is no such pair. */
export interface SubgroupShown {
  readonly group: string;
  /** Records of the group whose true cluster is known. */
  readonly records: number;
  readonly foundPairs: number;
  readonly truePairs: number;
  readonly precision: RateShown | null;
  readonly recall: RateShown | null;
  /** 1 − precision. */
  readonly falseMergeRate: RateShown | null;
  /** 1 − recall. */
  readonly missedRate: RateShown | null;
}

export interface SubgroupsShown {
  /** "sex", "age" or "origin of the name". */
  readonly dimension: string;
  readonly groups: readonly SubgroupShown[];
  /** Sentences on groups that fare worse than chance explains. */
  readonly gaps: readonly string[];
}

export interface EvaluationShown {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly correctPairs: number;
  /** By groups of people, where a run's fields tell them. */
  readonly subgroups?: readonly SubgroupsShown[];
}

/** No text here but records, placeholders and top values may hold values of persons: `examples: false` hides these alone. */
export interface ReportData {
  readonly version: string;
  readonly createdOn: string;
  readonly inputs: readonly { readonly file: string; readonly source: string; readonly recordCount: number }[];
  readonly recordCount: number;
  readonly rejectedCount: number;
  /** Rejected rows by reason, where known. */
  readonly rejects?: readonly { readonly reason: string; readonly count: number }[];
  /** Pairs that could be compared (of different sources where only these count); of all records where absent. */
  readonly possiblePairCount?: number;
  readonly alignment: readonly string[];
  readonly columns: readonly ColumnProfile[];
  readonly blocking: {
    readonly rules: readonly BlockingRuleShown[];
    readonly candidatePairCount: number;
    readonly estimatedRecall: number;
  };
  readonly comparisons: readonly ComparisonShown[];
  /** log2 of the prior odds that two records picked at random match. */
  readonly priorWeight: number;
  readonly trainingRounds: readonly {
    readonly round: number;
    readonly prior: number;
    readonly largestChange: number;
  }[];
  readonly notes: readonly string[];
  /** Histogram of match weights of scored pairs: bins of equal width in bits. */
  readonly weightHistogram: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly thresholds: { readonly link: number; readonly review: number };
  /** Every record is in one cluster, alone where it has no link; sizes ascending, size 1 among them. */
  readonly clusterSizes: readonly { readonly size: number; readonly count: number }[];
  readonly clusterCount: number;
  readonly linkCount: number;
  readonly precision: Interval;
  readonly recall: Interval;
  readonly thresholdTable: readonly ThresholdPoint[];
  readonly doubtfulPairCount: number;
  readonly doubtfulPairs: readonly PairShown[];
  readonly suspiciousClusters: readonly ClusterShown[];
  /** Records with too few values to link with anything, by reason. */
  readonly unlinkable: readonly { readonly reason: string; readonly count: number }[];
  /** What labels taught; absent where none were given. */
  readonly labels?: LabelFindings;
  readonly evaluation: EvaluationShown | null;
  readonly worstErrors: readonly PairShown[];
  readonly secondsPerStage: Readonly<Record<string, number>>;
  readonly peakMemoryBytes: number;
}
