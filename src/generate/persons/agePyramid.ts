// The ages of people: shares of five-year groups, rounded from the shape of the mid-2020s United Kingdom population
// (Office for National Statistics, mid-year estimates, Open Government Licence v3).
import type { Random } from "../random/random.ts";
import { WeightedChoice } from "../random/weightedChoice.ts";

/** Percent of the population aged 0–4, 5–9, … 90–94, 95–99. */
export const agePyramid: readonly number[] = [
  5.3, 5.8, 6.2, 6.0, 6.2, 6.7, 7.0, 6.8, 6.4, 6.0, 6.6, 6.7, 6.0, 5.1, 4.6, 4.0, 2.5, 1.4, 0.6, 0.1,
];

const groups = agePyramid.map((_, i) => i);
const adultTable = new WeightedChoice(
  groups,
  agePyramid.map((share, group) => (group < 4 ? (group === 3 ? share * 0.25 : 0) : share)),
);

/** The age of an adult in years, 18 … 99.99. */
export function drawAdultAge(random: Random): number {
  const group = adultTable.draw(random);
  return group === 3 ? 18 + random.next() * 2 : (group + random.next()) * 5;
}
