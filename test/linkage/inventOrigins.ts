// Origins of names for records so few that they have none of their own: three, by the first letters of values.
import type { FrequencyTables } from "../../src/linkage/compare/frequencies.ts";
import { createOriginTables } from "../../src/linkage/compare/nameOrigins.ts";

const shares = Float64Array.of(0.5, 0.3, 0.2);

/** The tables with origins of names and nationalities beside them. */
export function inventOrigins(frequencies: FrequencyTables): FrequencyTables {
  const tables = ["name.given", "name.surname", "nationality"].flatMap((slot) => {
    const values = [...(frequencies.get(slot)?.counts.keys() ?? [])];
    const own = values.flatMap((value) => [0, 1, 2].map((k) => (value.charCodeAt(0) % 3 === k ? 0.8 : 0.1)));
    return createOriginTables(slot, shares, Float64Array.from(own), (code) => values[code] ?? "");
  });
  return new Map([...frequencies, ...tables]);
}
