// What labels taught, as plain figures: for summary.json, the report and the command line.

/** Weights are in bits. */
export interface LabelFindings {
  /** The file, or "labels" from memory. */
  readonly origin: string;
  /** First sixteen hexadecimal digits of the SHA-256 of the labels used. */
  readonly hash: string;
  readonly same: number;
  readonly different: number;
  /** Labels that name a record that is not in the input. */
  readonly unknown: number;
  /** Pairs called both same and different; left aside. */
  readonly disputed: number;
  /** Labels that clusters agree with: without labels, decisions aside, and under the model in use. */
  readonly agreed: { readonly before: number; readonly after: number };
  /** False where the model without labels is in use: none was left, or what they taught showed in too few of them. */
  readonly isLearnt: boolean;
  readonly linkThreshold: { readonly before: number; readonly after: number };
  /** Why the threshold moved or stayed. */
  readonly thresholdReason: string;
  /** Levels whose m changed, those that changed most first. */
  readonly levels: readonly LevelTaught[];
  /** Labels that the model holds for wrong, those it is surest of first. */
  readonly doubtful: readonly DoubtfulLabel[];
}

export interface LevelTaught {
  readonly comparison: string;
  readonly level: string;
  /** Share of true matches at this level, before and after. */
  readonly mBefore: number;
  readonly mAfter: number;
}

export interface DoubtfulLabel {
  /** Rows of the file, from 1: one of a pair, two of clusters. */
  readonly rows: readonly number[];
  readonly kind: "same" | "different";
  readonly matchWeight: number;
}
