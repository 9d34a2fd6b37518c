// A given name that nobody of the family has yet, as parents choose one; twins above all.
import type { Random } from "../../../../src/generate/random/random.ts";
import { pickSkewed } from "./pickSkewed.ts";

/** Adds what it picks to `used`, which must not hold all names. */
export function pickUnused(names: readonly string[], used: Set<string>, random: Random): string {
  let name = pickSkewed(names, random);
  while (used.has(name)) name = pickSkewed(names, random);
  used.add(name);
  return name;
}
