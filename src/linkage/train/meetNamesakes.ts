// How often two strangers have the same given name and surname, from how common names are and of which origins.
import { NameOrigins, originShares, originSlot } from "../compare/nameOrigins.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { Slot, StandardRecords } from "../standardise/standardRecords.ts";
import { countRecords } from "./countPairs.ts";
import { estimateNameDependence } from "./estimateNameDependence.ts";

export interface NamesakeChance {
  /** If given name and surname were independent. */
  readonly independent: number;
  /** With names of a few origins. */
  readonly byOrigin: number;
}

/** What strangers of one name do to training. */
export interface Namesakes {
  /** Null without both names. */
  readonly chance: NamesakeChance | null;
  /** Most that strangers share both names more often than `chance` says; at least 1. */
  readonly dependenceMax: number;
}

/** @param records a sample of `population` */
export function expectNamesakes(
  records: StandardRecords,
  population: StandardRecords,
  frequencies: AlignedFrequencies,
): Namesakes {
  const chance = meetNamesakes(population, frequencies);
  const explained = chance === null ? 1 : chance.byOrigin / chance.independent;
  return { chance, dependenceMax: Math.max(1, estimateNameDependence(records) / explained) };
}

/** Null without both names. `records`: all of them; those without a name meet nobody by it. */
export function meetNamesakes(records: StandardRecords, { slots }: AlignedFrequencies): NamesakeChance | null {
  const name = records.fields.find((field) => field.kind === "name");
  if (name === undefined || name.given === null || name.surname === null) return null;
  const total = countRecords(records);
  const independent = meetSame(name.given, total) * meetSame(name.surname, total);
  const shares = slots[originShares()];
  if (shares === undefined) return { independent, byOrigin: independent };
  const origins = new NameOrigins(shares);
  const given = meetByOrigin(origins, name.given.counts, total, slots[originSlot("name.given")]?.counts);
  const surname = meetByOrigin(origins, name.surname.counts, total, slots[originSlot("name.surname")]?.counts);
  let byOrigin = 0;
  for (let left = 0; left < origins.count; left += 1) {
    for (let right = 0; right < origins.count; right += 1) {
      const at = left * origins.count + right;
      byOrigin += origins.shares[left]! * origins.shares[right]! * given[at]! * surname[at]!;
    }
  }
  return { independent, byOrigin: Math.max(independent, byOrigin) };
}

const meetSame = ({ counts }: Slot, total: number): number =>
  counts.reduce((sum, count) => sum + (count / total) ** 2, 0);

/** Probability that people of two origins share the name, by origin · count + other origin. */
function meetByOrigin(
  origins: NameOrigins,
  counts: Uint32Array,
  total: number,
  packed: Uint32Array | undefined,
): Float64Array {
  const { count } = origins;
  const met = new Float64Array(count * count);
  const own = new Float64Array(count);
  counts.forEach((records, code) => {
    if (records === 0) return;
    origins.unpack(packed?.[code] ?? 0, own);
    for (let k = 0; k < count; k += 1) own[k]! *= records / total / origins.shares[k]!;
    for (let left = 0; left < count; left += 1) {
      for (let right = 0; right < count; right += 1) met[left * count + right]! += own[left]! * own[right]!;
    }
  });
  return met;
}
