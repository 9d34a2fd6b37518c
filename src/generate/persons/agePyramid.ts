// The ages of people: shares of five-year groups, rounded from the shape of the mid-2020s United Kingdom population
// (Office for National Statistics, mid-year estimates, Open Government Licence v3).
import type { Random } from "../random/random.ts";
import { WeightedChoice } from "../random/weightedChoice.ts";

/** Percent of the population aged 0–4, 5–9, … 90–94, 95–99. */
export const agePyramid: readonly number[] = [
  5.3, 5.8, 6.2, 6.0, 6.2, 6.7, 7.0, 6.8, 6.4, 6.0, 6.6, 6.7, 6.0, 5.1, 4.6, 4.0, 2.5, 1.4, 0.6, 0.1,
];

/** People of 65 and over live alone or as couples, so they are drawn more often there; families bring the rest. */
const olderFactor = 2.3;
const adultTable = new WeightedChoice(
  agePyramid.map((_, i) => i),
  agePyramid.map((share, group) => {
    if (group < 3) return 0;
    return group === 3 ? share * 0.25 : group >= 13 ? share * olderFactor : share;
  }),
);

/** The age in years, 18 … 99.99, of an adult who lives alone or in a couple without children. */
export function drawAdultAge(random: Random): number {
  const group = adultTable.draw(random);
  return group === 3 ? 18 + random.next() * 2 : (group + random.next()) * 5;
}
