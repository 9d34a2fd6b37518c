// A pair of rows taken apart, with the scorer's own numbers.

import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import type { WaterfallStep } from "../report/reportData.ts";
import { explainEvidence } from "../score/explainEvidence.ts";
import { labelComparison } from "../score/labelComparison.ts";
import { bitsPerNat, matchRatio, probabilityOf, scorePair } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";

/** What one comparison found. */
export interface ComparisonStep {
  /** As in the model: "given_name", "birth_date" … */
  readonly name: string;
  /** Field of the model that it compares. */
  readonly field: string;
  /** What it is called where people read. */
  readonly label: string;
  /** Label of the level; "missing" where one record or both have no value. */
  readonly level: string;
  readonly isMissing: boolean;
  /** True where the level counts as agreement. */
  readonly agrees: boolean;
  /** log2(m/u) in bits, the value's own frequency taken in; 0 where missing. */
  readonly weight: number;
  /** Standardised texts; null where missing and for the order of names. */
  readonly left: string | null;
  readonly right: string | null;
}

export interface PairSteps {
  /** Natural log odds. */
  readonly logOdds: number;
  /** Bits. */
  readonly matchWeight: number;
  readonly matchProbability: number;
  /** One a comparison of the model, in its order. */
  readonly comparisons: readonly ComparisonStep[];
  /** Steps in bits that sum to the match weight: prior, comparisons, frequencies of values, household. */
  readonly steps: readonly WaterfallStep[];
}

type Texts = Readonly<Record<string, string | null>>;

/** Compares rows `left` and `right`; `texts` are theirs, by the names of comparisons. */
export function explainRows(
  { comparer, tables }: { readonly comparer: PairComparer; readonly tables: WeightTables },
  left: number,
  right: number,
  texts: { readonly left: Texts; readonly right: Texts },
): PairSteps {
  const evidence = comparer.compare(left, right);
  const logOdds = scorePair(tables, evidence);
  const comparisons = comparer.comparisons.map((comparison, index): ComparisonStep => {
    const level = evidence.levels[index] ?? 0;
    const { levels }: ComparisonKind = comparisonKinds[comparison.kind];
    const definition = levels[level - 1];
    return {
      name: comparison.name,
      field: comparison.field,
      label: labelComparison(comparison),
      level: definition?.label ?? "missing",
      isMissing: definition === undefined,
      agrees: definition?.agrees ?? false,
      weight: matchRatio(tables, evidence, index) * bitsPerNat,
      left: texts.left[comparison.name] ?? null,
      right: texts.right[comparison.name] ?? null,
    };
  });
  return {
    logOdds,
    matchWeight: logOdds * bitsPerNat,
    matchProbability: probabilityOf(logOdds),
    comparisons,
    steps: explainEvidence(tables, evidence, comparer.comparisons),
  };
}
