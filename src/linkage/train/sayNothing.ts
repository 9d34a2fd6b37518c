// A comparison that says nothing of who is one person: all classes of pairs stand at its levels as strangers do.
import type { ComparisonParameters } from "../score/scoringModel.ts";

export function sayNothing(comparison: ComparisonParameters): ComparisonParameters {
  const { u, h, n } = comparison;
  return { ...comparison, m: u, h: h === null ? null : u, ...(n === undefined ? {} : { n: u }) };
}

export const saysNothing = ({ m, u }: ComparisonParameters): boolean => m.every((share, level) => share === u[level]);
