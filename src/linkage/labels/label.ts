// Labels: pairs of records of which somebody knows whether they are one person. They teach the model and force nothing.
import type { DecisionKind } from "../cluster/decision.ts";

export interface Label {
  /** Indexes of records, left < right. */
  readonly left: number;
  readonly right: number;
  readonly kind: DecisionKind;
  /** How much it counts beside other labels; above 0. */
  readonly weight: number;
  /** Rows of the file, from 1, that say so: one of a pair, two of clusters. */
  readonly rows: readonly number[];
}

export interface ResolvedLabels {
  /** In the order of their records; each pair once. */
  readonly labels: readonly Label[];
  /** Where they came from: the file, or "labels" from memory. */
  readonly origin: string;
  /** True where clusters were given: how many pairs are the same then tells nothing. */
  readonly isOfClusters: boolean;
  /** Labels that name a record that is not in the input. */
  readonly unknownCount: number;
  /** Pairs that the file calls both same and different, left aside. */
  readonly disputedCount: number;
  /** First sixteen hexadecimal digits of the SHA-256 of the labels used. */
  readonly hash: string;
}
