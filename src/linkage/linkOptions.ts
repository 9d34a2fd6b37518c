// The door of the engine as types: what a caller may ask of `link` and what it is told on the way and at the end.
import type { LabelFindings } from "./labels/labelFindings.ts";
import type { EvaluationShown, Interval } from "./report/reportData.ts";

/** One row given from memory: column name to value; null, undefined and "" are missing. */
export type InputRow = Readonly<Record<string, string | number | bigint | boolean | Date | null | undefined>>;

export interface Progress {
  /** One of read, profile, standardise, block, train, score, cluster, evaluate, report, write. */
  readonly stage: string;
  /** Units done so far in this stage, and how many there are where known. */
  readonly done: number;
  readonly total: number | null;
  /** What is counted: "records", "candidate pairs", "components" … */
  readonly unit: string;
}

/** A record by its identifier; `source` where several sources have that identifier. */
export interface RecordName {
  readonly source?: string;
  readonly id: string;
}

/** A ruling that two records are, or are not, the same person; it stands above every weight. */
export interface RecordDecision {
  readonly kind: "same" | "different";
  readonly left: RecordName;
  readonly right: RecordName;
  readonly reason?: string;
}

/** Knowledge that two records are, or are not, the same person: it teaches the model and forces nothing. */
export interface RecordLabel {
  readonly kind: "same" | "different";
  readonly left: RecordName;
  readonly right: RecordName;
  /** How much it counts beside other labels; above 0, up to 1000. Default 1. */
  readonly weight?: number;
}

/** Knowledge of a record's person: labelled records of one cluster are the same person, those of two are not. */
export interface RecordClusterLabel {
  readonly record: RecordName;
  readonly cluster: string;
}

export interface LinkOptions {
  /** Paths, quoted globs or "-" (standard input); or rows from memory; or named sources of rows. */
  readonly input: string | readonly string[] | readonly InputRow[] | Readonly<Record<string, readonly InputRow[]>>;
  readonly idColumn?: string;
  readonly sourceColumn?: string;
  readonly acrossOnly?: boolean;
  /** A file (record identifier, cluster identifier) or the name of a column. Evaluation alone. */
  readonly truth?: string;
  /** A settings file's path or its parsed content. */
  readonly settings?: string | object;
  /** A model file's path: scores with it, no training. */
  readonly model?: string;
  /** Rulings to obey, or the path of a file of them: columns kind, left_source, left_id, right_source, right_id, reason. */
  readonly decisions?: string | readonly RecordDecision[];
  /**
   * Labels to learn from, or the path of a file of them: columns kind, left_source, left_id, right_source, right_id,
   * weight, or columns source, record_id, cluster_id. Not together with `model`.
   */
  readonly labels?: string | readonly RecordLabel[] | readonly RecordClusterLabel[];
  readonly threads?: number;
  readonly memoryBytes?: number;
  readonly seed?: number;
  /** Where the link threshold stands when in doubt. Default "balance". */
  readonly favour?: "precision" | "recall" | "balance";
  /** Largest share of links, as the model expects it, that may be false; above 0, below 1. */
  readonly maxFalseMergeRate?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface WriteOptions {
  readonly out: string;
  /** Default: clusters as CSV, links as Parquet. */
  readonly format?: "csv" | "parquet";
  readonly overwrite?: boolean;
  /** False leaves personal data out of the report. Default true. */
  readonly examples?: boolean;
}

/** summary.json */
export interface Summary {
  readonly version: string;
  readonly records: number;
  readonly rejected: number;
  readonly sources: readonly string[];
  readonly candidatePairs: number;
  readonly links: number;
  readonly clusters: number;
  /** Records that are in a cluster with at least one other. */
  readonly recordsInClusters: number;
  /** records − clusters. */
  readonly duplicates: number;
  readonly doubtfulPairs: number;
  /** Decisions obeyed, by kind, and those that name a record that is not in the input; absent where none were given. */
  readonly decisions?: { readonly same: number; readonly different: number; readonly unknown: number };
  /** What labels taught; absent where none were given. */
  readonly labels?: LabelFindings;
  readonly thresholds: { readonly link: number; readonly review: number };
  readonly estimated: { readonly precision: Interval; readonly recall: Interval };
  readonly evaluation: EvaluationShown | null;
  readonly secondsPerStage: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly peakMemoryBytes: number;
  readonly threads: number;
  /** Seconds that each thread was at work scoring, most first; absent where another scorer than ours was used. */
  readonly scoreSecondsPerThread?: readonly number[];
  readonly modelHash: string;
  readonly notes: readonly string[];
}
