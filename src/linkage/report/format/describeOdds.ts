// A prior as people say it: "1 in 12,345".
import { formatCount } from "./formatCount.ts";
import { formatPercent } from "./formatPercent.ts";

/** Log2 odds → "1 in 12,345", or a percentage where the chance is above 1 in 10. */
export function describeOdds(weight: number): string {
  const oneIn = 1 + 2 ** -weight;
  return oneIn >= 10 ? `1 in ${formatCount(oneIn)}` : formatPercent(1 / oneIn);
}
