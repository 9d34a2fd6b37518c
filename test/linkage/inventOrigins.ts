// What depends on names for records so few that they tell nothing themselves: three origins, by the first letters of values,
// sexes of given names, and e-mail addresses that are alike by the names in them.

import type { FrequencyTables } from "../../src/linkage/compare/frequencies.ts";
import { createNamedTables } from "../../src/linkage/compare/namedEmails.ts";
import { createOriginTables } from "../../src/linkage/compare/nameOrigins.ts";

const shares = Float64Array.of(0.5, 0.3, 0.2);
const halves = Float64Array.of(0.5, 0.5);

/** Of any addresses, and of those that share the given name, the surname, both; by level. */
const alike = [
  0, 10, 3, 2, 40, 4000, 16000, 0, 5, 300, 100, 200, 20, 30, 0, 5, 200, 100, 300, 20, 30, 0, 90, 800, 300, 60, 5, 2,
];

/** The tables with those beside them. */
export function inventOrigins(frequencies: FrequencyTables): FrequencyTables {
  const tables = ["name.given", "name.surname", "nationality"].flatMap((slot) => {
    const values = [...(frequencies.get(slot)?.counts.keys() ?? [])];
    const own = values.flatMap((value) => [0, 1, 2].map((k) => (value.charCodeAt(0) % 3 === k ? 0.8 : 0.1)));
    return createOriginTables(slot, "origin", shares, Float64Array.from(own), (code) => values[code] ?? "");
  });
  const given = [...(frequencies.get("name.given")?.counts.keys() ?? [])];
  const ofGiven = given.flatMap((value) => (value.endsWith("a") ? [0.96, 0.04] : [0.1, 0.9]));
  const sexes = [...(frequencies.get("sex")?.counts.keys() ?? [])].slice(0, 2);
  const ofSexes = sexes.flatMap((_, place) => [1 - place, place]);
  return new Map([
    ...frequencies,
    ...tables,
    ...createOriginTables("name.given", "sex", halves, Float64Array.from(ofGiven), (code) => given[code] ?? ""),
    ...createOriginTables("sex", "sex", halves, Float64Array.from(ofSexes), (code) => sexes[code] ?? ""),
    ...createNamedTables("email", Uint32Array.from(alike)),
  ]);
}
