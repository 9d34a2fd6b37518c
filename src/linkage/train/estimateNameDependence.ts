// How much more often strangers share given name and surname than if the two were independent: each culture has its own
// of both. Counted on which names occur together at all, each combination once, so that persons with many records, who
// share both names too, do not count.
import { mixBits } from "../../shared/hashText.ts";
import { nameLevel, relateNames } from "../compare/comparators/nameComparator.ts";
import type { NameField, StandardRecords } from "../standardise/standardRecords.ts";

/** Combinations looked at: enough to be sure of the factor, few enough for surnames that one person in ten has. */
const combinationsMax = 6000;
/** Rectangles added to those found and to those expected: little evidence leaves the names independent. */
const pseudoRectangles = 5;

/**
 * The factor, at least 1, as the number of rectangles (two given names that both occur with the same two surnames) over that
 * of chance, given how many partners each name has (configuration model: Molloy and Reed 1995). Of k equally common
 * cultures without common names the factor is k, and so is that of namesakes.
 */
export function estimateNameDependence(records: StandardRecords): number {
  const name = records.fields.find((field) => field.kind === "name");
  if (name === undefined || name.given === null || name.surname === null) return 1;
  const givenOf = listCombinations(records, name);
  const { count, expected } = countRectangles(givenOf, name);
  return Math.max(1, (count + pseudoRectangles) / (expected + pseudoRectangles));
}

/** Per surname the given names that occur with it. */
function listCombinations({ recordCount, cells, stride }: StandardRecords, name: NameField): Map<number, Set<number>> {
  const given = name.given?.position ?? 0;
  const surname = name.surname?.position ?? 0;
  const limit = Math.min(1, combinationsMax / recordCount) * 4294967296;
  const found = new Map<number, Set<number>>();
  for (let record = 0; record < recordCount; record += 1) {
    const first = cells[record * stride + given]!;
    const last = cells[record * stride + surname]!;
    if (first < 0 || last < 0 || mixBits(record ^ 0x51ed270b) >= limit) continue;
    const names = found.get(last);
    if (names === undefined) found.set(last, new Set([first]));
    else names.add(first);
  }
  return found;
}

/** Rectangles of given names that look alike are one person's slips, not two names of one culture. */
function countRectangles(
  givenOf: ReadonlyMap<number, ReadonlySet<number>>,
  field: NameField,
): { count: number; expected: number } {
  const shared = new Map<number, number>();
  const partners = new Map<number, number>();
  let combinations = 0;
  for (const names of givenOf.values()) {
    const sorted = [...names].sort((a, b) => a - b);
    combinations += sorted.length;
    sorted.forEach((first, index) => {
      partners.set(first, (partners.get(first) ?? 0) + 1);
      for (const second of sorted.slice(index + 1)) {
        const pair = first * 0x4000000 + second;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    });
  }
  let count = 0;
  for (const [pair, times] of shared) {
    if (times < 2) continue;
    const second = pair % 0x4000000;
    if (relateNames(field, (pair - second) / 0x4000000, second) === nameLevel.different) {
      count += (times * (times - 1)) / 2;
    }
  }
  const surnames = orderedPairs([...givenOf.values()].map(({ size }) => size));
  const givens = orderedPairs([...partners.values()]);
  return { count, expected: combinations === 0 ? 0 : (givens * surnames) / (4 * combinations ** 4) };
}

/** Of two different nodes the pairs of partners each: (Σ d(d − 1))² − Σ (d(d − 1))². */
function orderedPairs(degrees: readonly number[]): number {
  const pairs = degrees.map((degree) => degree * (degree - 1));
  const sum = pairs.reduce((total, value) => total + value, 0);
  return sum ** 2 - pairs.reduce((total, value) => total + value ** 2, 0);
}
