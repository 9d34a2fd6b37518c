// What comparing two records yields: a level a comparison, and the part of log u that depends on the value itself.

export class PairEvidence {
  /** Level a comparison: 0 missing, 1 exact, then as comparison.ts lists them. */
  readonly levels: Uint8Array;
  /** Added to the level's own log u: log frequency where the level uses it, else a correction, mostly 0. Natural log. */
  readonly logUAdjust: Float64Array;

  constructor(comparisonCount: number) {
    this.levels = new Uint8Array(comparisonCount);
    this.logUAdjust = new Float64Array(comparisonCount);
  }
}

/** Compares one field of two records; writes one or more consecutive comparisons, the first at `first`. */
export interface Comparator {
  readonly comparisonCount: number;
  compare(left: number, right: number, evidence: PairEvidence, first: number): void;
}
