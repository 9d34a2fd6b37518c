// How many pairs a rule makes where no limit on block sizes holds, as in Splink: estimated from the model's own value
// frequencies, its keys taken as independent, so that it errs on the low side.
import type { FrequencyTable } from "../compare/frequencies.ts";
import type { Model } from "../model.ts";
import { soundex } from "../standardise/values/soundex.ts";

/** By the end of an atom's name (block/atoms.ts), the part of a comparable value that is the key. */
const parts: Readonly<Record<string, (text: string) => string>> = {
  "": (text) => text,
  "first 3": (text) => text.slice(0, 3),
  "letters 2-4": (text) => text.slice(1, 4),
  sound: soundex,
  initial: (text) => text.slice(0, 1),
  year: (text) => text.slice(0, 4),
  "month and day": (text) => text.slice(4),
  "year and month": (text) => text.slice(0, 6),
  "year and day": (text) => text.slice(0, 4) + text.slice(6),
  "last 7": (text) => text.slice(-7),
  "first 4": (text) => text.slice(0, 4),
  "local part": (text) => text.slice(0, Math.max(0, text.indexOf("@"))),
  domain: (text) => text.slice(text.indexOf("@")),
};

const nameSlots: Readonly<Record<string, string>> = {
  given_name: "name.given",
  surname: "name.surname",
  middle_name: "name.middle",
};

/** Pairs among the records that the model was trained on. */
export function estimateRulePairs(atoms: readonly string[], model: Model): number {
  const { recordCount } = model.training;
  const keys = atoms.flatMap((atom) => (atom === "both names" ? ["given_name", "surname"] : [atom]));
  const share = keys.reduce((product, atom) => product * chanceOf(atom, model), 1);
  return (recordCount * (recordCount - 1) * share) / 2;
}

/** Chance that two records share the key: the sum of squared shares; 1 where nothing is known of it. */
function chanceOf(atom: string, { frequencies, training }: Model): number {
  const fields = [...frequencies.keys(), ...Object.keys(nameSlots)].sort((a, b) => b.length - a.length);
  for (const field of fields) {
    const part = atom === field ? "" : atom.startsWith(`${field} `) ? atom.slice(field.length + 1) : null;
    const table = frequencies.get(nameSlots[field] ?? field);
    const cut = part === null ? undefined : parts[part];
    if (cut !== undefined && table !== undefined) return sumOfSquares(table, cut) / training.recordCount ** 2;
  }
  return 1;
}

/** Values met once are not in the table: they share parts among themselves as the listed ones do. */
function sumOfSquares({ total, counts }: FrequencyTable, cut: (text: string) => string): number {
  const sums = new Map<string, number>();
  let listed = 0;
  for (const [value, count] of counts) {
    const key = cut(value.replaceAll(" ", ""));
    if (key === "") continue;
    sums.set(key, (sums.get(key) ?? 0) + count);
    listed += count;
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum ** 2;
  const isWhole = cut("a@bcdefghij") === "a@bcdefghij";
  return isWhole || listed === 0 ? squares + (total - listed) : squares * (total / listed) ** 2;
}
