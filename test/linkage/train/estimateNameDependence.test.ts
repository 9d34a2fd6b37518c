// The dependence of given name and surname, against draws whose dependence is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateNameDependence } from "../../../src/linkage/train/estimateNameDependence.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { prepare } from "../madeUpRecords.ts";

const recordsOf = (people: readonly { given_name: string; surname: string }[]) =>
  prepare(
    people.map((person, index) => ({ ...person, id: String(index).padStart(5, "0") })),
    { given_name: "givenName", surname: "surname" },
  ).records;

const letters = "bcdfghjklmnprstvwz";
/** A pronounceable name that is unlike its neighbours. */
const nameOf = (number: number): string =>
  [0, 1, 2]
    .map((place) => `${letters[Math.floor(number / 18 ** place) % 18]}${"aeiou"[(number + place) % 5]}`)
    .join("");

/** People of `cultures` equally common cultures, each with 60 given names and 80 surnames of its own. */
function drawPeople(count: number, cultures: number, seed: number): { given_name: string; surname: string }[] {
  const random = createRandom(seed);
  const pick = (size: number): number => Math.floor(random() ** 1.5 * size);
  return Array.from({ length: count }, () => {
    const culture = Math.floor(random() * cultures);
    return { given_name: nameOf(culture * 600 + pick(60) * 7), surname: nameOf(3000 + culture * 600 + pick(80) * 7) };
  });
}

test("independent names give 1, three cultures nearly 3, and second records change neither", () => {
  for (const seed of [1, 2, 3]) {
    for (const [cultures, least, most] of [
      [1, 1, 1.25],
      [3, 2.2, 3.3],
    ] as const) {
      const people = drawPeople(2500, cultures, seed);
      const once = estimateNameDependence(recordsOf(people));
      assert.ok(once >= least && once <= most, `${cultures} cultures: ${once}`);
      const twice = [
        ...people,
        ...people.map((person, i) => (i % 9 === 0 ? { ...person, surname: `${person.surname}x` } : person)),
      ];
      const again = estimateNameDependence(recordsOf(twice));
      assert.ok(Math.abs(again / once - 1) < 0.25, `${again} with second records, ${once} without`);
    }
  }
});

test("slips of persons with many records are no dependence", () => {
  const people = drawPeople(1500, 1, 4);
  const slips = people.slice(0, 300).flatMap((person) => {
    const given = `${person.given_name}h`;
    const surname = `${person.surname}h`;
    return [
      { ...person, given_name: given },
      { ...person, surname },
      { given_name: given, surname },
    ];
  });
  const factor = estimateNameDependence(recordsOf([...people, ...slips]));
  assert.ok(factor < 1.6, `${factor}`);
});

test("without two names, and with one record, nothing depends", () => {
  assert.equal(estimateNameDependence(recordsOf([{ given_name: "ana", surname: "bell" }])), 1);
});
