// The model's comparisons as shown: m, u and weight of each level.
import { type ComparisonKind, comparisonKinds } from "../../compare/comparison.ts";
import { labelComparison } from "../../score/labelComparison.ts";
import type { ScoringModel } from "../../score/scoringModel.ts";
import type { ComparisonShown } from "../reportData.ts";
import { describeComparison } from "./describeComparison.ts";

/** u and weight are averages over values where the value's own frequency takes their place in scoring. */
export function collectComparisons({ comparisons }: ScoringModel): ComparisonShown[] {
  return comparisons.map((comparison) => {
    const { levels }: ComparisonKind = comparisonKinds[comparison.kind];
    return {
      name: labelComparison(comparison),
      description: describeComparison(comparison.kind),
      usesTermFrequency: levels.some((level) => level.usesFrequency),
      levels: levels.map(({ label }, index) => {
        const m = comparison.m[index] ?? 0;
        const u = comparison.u[index] ?? 0;
        return { label, m, u, weight: Math.log2(m / u) };
      }),
    };
  });
}
