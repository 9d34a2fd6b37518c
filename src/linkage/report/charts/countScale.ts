// Scale for counts: linear where bars can be compared, logarithmic where the largest would hide all others.
import { formatCount } from "../format/formatCount.ts";
import { niceTicks } from "./niceTicks.ts";

export interface CountScale {
  readonly isLogarithmic: boolean;
  /** Length of a bar as a share of the longest possible, 0 … 1; 0 for a count of 0. */
  readonly lengthOf: (count: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** The scale goes logarithmic (of count + 1) where the largest count is over 100 times the smallest above zero. */
export function countScale(counts: readonly number[]): CountScale {
  const positive = counts.filter((count) => count > 0);
  const largest = positive.reduce((a, b) => Math.max(a, b), 1);
  const smallest = positive.reduce((a, b) => Math.min(a, b), largest);
  const isLogarithmic = largest > 100 * smallest;
  const top = isLogarithmic ? Math.log10(largest + 1) : largest;
  const lengthOf = (count: number) => (count <= 0 ? 0 : isLogarithmic ? Math.log10(count + 1) / top : count / top);
  const powerStep = Math.max(1, Math.ceil(Math.log10(largest) / 5));
  const tickCounts = isLogarithmic
    ? Array.from({ length: Math.floor(Math.log10(largest) / powerStep) + 1 }, (_, index) => 10 ** (index * powerStep))
    : niceTicks(0, largest, 4).filter(Number.isInteger);
  return {
    isLogarithmic,
    lengthOf,
    ticks: tickCounts.map((count) => ({ at: lengthOf(count), label: formatCount(count) })),
  };
}
