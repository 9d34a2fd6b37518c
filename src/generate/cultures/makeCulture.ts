// Turns a culture's lists into drawing tables: the common names first and in order, the rest in an order fixed by their
// hash, weighted by the Zipf–Mandelbrot law; given names also rise and fall with the year of birth.
import { hashText, type Random } from "../random/random.ts";
import { WeightedChoice } from "../random/weightedChoice.ts";
import { type NameSkew, zipfWeights } from "../random/zipfWeights.ts";
import type { Culture, CultureDefinition, Sex } from "./culture.ts";
import { type NameEntry, parseNames } from "./parseNames.ts";

/** The first common given name has about 3 to 4 % of a sex; fashion moves that by cohort. */
const givenSkew: NameSkew = { exponent: 1.15, offset: 5 };
/** Birth years that begin a cohort; the middle of each weighs its names. */
const cohortMiddles = [1938, 1955, 1967, 1977, 1987, 1997, 2007, 2018];
const cohortEnds = [1945, 1960, 1972, 1982, 1992, 2002, 2012];
/** Years in which a name's fashion falls to about a third, and the share that never goes out of fashion. */
const fashionYears = 30;
const fashionFloor = 0.12;

/** Names after the common ones, without repeats, in an order that depends on nothing but the names. */
function inFixedOrder(names: readonly string[], taken: ReadonlySet<string>): string[] {
  const rest = [...new Set(names)].filter((name) => name !== "" && !taken.has(name));
  const hashes = new Map(rest.map((name) => [name, hashText(name)]));
  return rest.sort((a, b) => (hashes.get(a) ?? 0) - (hashes.get(b) ?? 0) || (a < b ? -1 : 1));
}

function fashion(entry: NameEntry, year: number): number {
  const peak = entry.peakYear ?? 1925 + (hashText(`${entry.name}.`) % 95);
  const distance = (year - peak) / fashionYears;
  return fashionFloor + Math.exp(-distance * distance);
}

class NameTables {
  readonly spellings = new Map<string, readonly string[]>();
  readonly natives = new Map<string, string>();
  readonly #romanise: ((name: string) => string) | undefined;

  constructor(romanise: ((name: string) => string) | undefined) {
    this.#romanise = romanise;
  }

  /** Common entries, then the rest romanised where the list is in another script. */
  entries(common: string, more: readonly string[]): NameEntry[] {
    const listed = parseNames(common);
    const rest = inFixedOrder(more, new Set(listed.map((entry) => entry.native || entry.name)));
    const entries = [...listed];
    for (const name of rest) {
      const latin = this.#romanise === undefined ? name : this.#romanise(name);
      entries.push({ name: latin, spellings: [], native: latin === name ? "" : name, peakYear: null });
    }
    const seen = new Set<string>();
    const unique = entries.filter((entry) => !seen.has(entry.name) && seen.add(entry.name));
    for (const entry of unique) this.remember(entry);
    return unique;
  }

  remember(entry: NameEntry): void {
    if (entry.native !== "") this.natives.set(entry.name, entry.native);
    if (entry.spellings.length === 0) return;
    const family = [entry.name, ...entry.spellings];
    for (const name of family) {
      this.spellings.set(
        name,
        family.filter((other) => other !== name),
      );
      if (entry.native !== "") this.natives.set(name, entry.native);
    }
  }
}

/** A name of the family of spellings: people differ in which one is theirs; the more there are, the less one rules. */
function ownSpelling(entry: NameEntry, random: Random): string {
  const spread = entry.native !== "" || entry.spellings.length > 2 ? 0.22 : 0.06;
  if (entry.spellings.length === 0 || random.chance(1 / (1 + spread * entry.spellings.length))) return entry.name;
  return random.pick(entry.spellings);
}

function givenTables(entries: NameEntry[]): WeightedChoice<NameEntry>[] {
  const base = zipfWeights(entries.length, givenSkew);
  return cohortMiddles.map((year) => {
    const weights = base.map((weight, i) => weight * fashion(entries[i] as NameEntry, year));
    return new WeightedChoice(entries, weights);
  });
}

/** The cohort of a birth year as an index of the tables. */
function cohortOf(birthYear: number): number {
  let cohort = 0;
  while (cohort < cohortEnds.length && birthYear >= (cohortEnds[cohort] as number)) cohort += 1;
  return cohort;
}

/** The listed spellings of a name, or else those by rule, which are worked out once a name. */
function spellingsOf(names: NameTables, respell: CultureDefinition["respell"]): Culture["spellings"] {
  const byRule = new Map<string, readonly string[]>();
  return (name) => {
    const listed = names.spellings.get(name);
    if (listed !== undefined || respell === undefined) return listed ?? [];
    let ruled = byRule.get(name);
    if (ruled === undefined) {
      ruled = respell(name).filter((other) => other !== name && other !== "");
      byRule.set(name, ruled);
    }
    return ruled;
  };
}

/** The native form of a name, or of the masculine surname that it is the feminine of. */
function nativeOf(natives: ReadonlyMap<string, string>, name: string): string {
  const known = natives.get(name);
  if (known !== undefined) return known;
  for (const [latinEnd, masculineLatin, nativeEnd, masculineNative] of feminineEndings) {
    if (!name.endsWith(latinEnd)) continue;
    const native = natives.get(name.slice(0, name.length - latinEnd.length) + masculineLatin);
    if (native?.endsWith(masculineNative)) return native.slice(0, native.length - masculineNative.length) + nativeEnd;
  }
  return "";
}

/** Builds the tables of one culture; takes some milliseconds and draws nothing at random. */
export function makeCulture(definition: CultureDefinition): Culture {
  const { given, surnames, patronymics, respell, romanise, ...rest } = definition;
  const names = new NameTables(romanise);
  const surnameEntries = names.entries(surnames.common, surnames.more);
  const givenBySex: Record<Sex, WeightedChoice<NameEntry>[]> = {
    F: givenTables(names.entries(given.F.common, given.F.more)),
    M: givenTables(names.entries(given.M.common, given.M.more)),
  };
  const surnameTable = new WeightedChoice(
    surnameEntries,
    zipfWeights(surnameEntries.length, { exponent: 1, offset: surnames.offset }),
  );
  const carry = definition.surnameFor ?? ((surname: string) => surname);
  return {
    ...rest,
    drawGiven: (random, sex, birthYear) =>
      ownSpelling((givenBySex[sex][cohortOf(birthYear)] as WeightedChoice<NameEntry>).draw(random), random),
    drawSurname: (random) => ownSpelling(surnameTable.draw(random), random),
    drawPatronymic: (random, sex) => {
      const list = patronymics?.[sex] ?? [];
      const name = list.length === 0 ? "" : random.pick(list);
      const latin = romanise === undefined ? name : romanise(name);
      if (latin !== name) names.natives.set(latin, name);
      return latin;
    },
    carry,
    spellings: spellingsOf(names, respell),
    native: (name) => nativeOf(names.natives, name),
    distinctSurnames: surnameEntries.length,
  };
}

/** Feminine end in Latin, masculine end in Latin, and the same two in the native script (Russian, Greek). */
const feminineEndings: readonly (readonly [string, string, string, string])[] = [
  ["ova", "ov", "ова", "ов"],
  ["eva", "ev", "ева", "ев"],
  ["eva", "ev", "ёва", "ёв"],
  ["ina", "in", "ина", "ин"],
  ["skaya", "skiy", "ская", "ский"],
  ["ou", "os", "ου", "ος"],
  ["i", "is", "η", "ης"],
  ["a", "as", "α", "ας"],
];
