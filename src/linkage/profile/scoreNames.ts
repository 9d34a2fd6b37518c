// Tells given names, surnames, towns and full names apart by comparing the shares of words that a lexicon knows in each role with
// what such columns look like (clean, misspelt, of a culture the lexicon knows badly). Structure decides where it knows nothing.
import { lookUpName, type NameLevels } from "./lexicon/nameLexicon.ts";
import { nameParticles, organisationWords, titleWords } from "./lexicon/personWords.ts";
import { buildingWords, townEnding, townWords } from "./lexicon/streetWords.ts";
import { effectiveValues } from "./scoreCategories.ts";
import { hasStreetWord } from "./scorePlaces.ts";
import { type ColumnSummary, type SampledValue, shareOf } from "./summariseColumn.ts";
import { percent, type TypeScore } from "./typeScore.ts";

/** Shares (sum 1) of a text or column that speak for given name, surname, town, and none of them. */
export interface RoleShares {
  given: number;
  surname: number;
  town: number;
  other: number;
}

const levelWeight = [0, 1, 3, 9];
const unknownRole: RoleShares = { given: 0, surname: 0, town: 0, other: 1 };
const townLikeRole: RoleShares = { given: 0, surname: 0.15, town: 0.3, other: 0.55 };
const townWordRole: RoleShares = { given: 0, surname: 0.05, town: 0.85, other: 0.1 };

function rolesOfLevels(levels: NameLevels): RoleShares {
  const given = Math.max(levelWeight[levels.female] ?? 0, levelWeight[levels.male] ?? 0);
  const surname = levelWeight[levels.surname] ?? 0;
  const town = levelWeight[levels.town] ?? 0;
  const sum = given + surname + town;
  return { given: given / sum, surname: surname / sum, town: town / sum, other: 0 };
}

/** Roles of one folded word. */
export function rolesOfWord(word: string): RoleShares {
  const levels = lookUpName(word);
  if (levels !== undefined) return rolesOfLevels(levels);
  return townEnding.test(word) ? townLikeRole : unknownRole;
}

/** Roles of a whole value: as a town of several words, or averaged over its words without particles. */
export function rolesOfValue(words: readonly string[], folded: string): RoleShares {
  if (words.length > 1) {
    const whole = lookUpName(folded);
    if (whole !== undefined) return rolesOfLevels(whole);
    if (
      words.length <= 4 &&
      !words.some((word) => buildingWords.has(word)) &&
      words.some((word) => townWords.has(word) && word.length > 2)
    )
      return townWordRole;
  }
  const telling = words.filter((word) => !nameParticles.has(word) && word.length > 1);
  if (telling.length === 0) return unknownRole;
  const sum: RoleShares = { given: 0, surname: 0, town: 0, other: 0 };
  for (const word of telling) addRoles(sum, rolesOfWord(word), 1 / telling.length);
  return sum;
}

function addRoles(sum: RoleShares, roles: RoleShares, weight: number): void {
  sum.given += roles.given * weight;
  sum.surname += roles.surname * weight;
  sum.town += roles.town * weight;
  sum.other += roles.other * weight;
}

/** Roles of a column: the mean of half by records and half by distinct values, so that one common value cannot decide. */
export function rolesOfColumn(summary: ColumnSummary): RoleShares {
  const sum: RoleShares = { given: 0, surname: 0, town: 0, other: 0 };
  const perValue = 0.5 / Math.max(1, summary.sample.length);
  for (const value of summary.sample) {
    addRoles(sum, rolesOfValue(value.words, value.folded), perValue + (0.5 * value.count) / summary.sampleWeight);
  }
  return sum;
}

type Prototype = readonly [given: number, surname: number, town: number, other: number, handicap: number];
/** What columns of each kind look like: clean, misspelt, and of a culture that the lexicon knows badly. */
const prototypes: Readonly<Record<"givenName" | "surname" | "town" | "code", readonly Prototype[]>> = {
  givenName: [
    [0.88, 0.07, 0.01, 0.04, 0],
    [0.68, 0.07, 0.01, 0.24, 0],
    [0.42, 0.09, 0.02, 0.47, 0.1],
  ],
  surname: [
    [0.1, 0.72, 0.06, 0.12, 0],
    [0.1, 0.44, 0.07, 0.39, 0],
    [0.07, 0.2, 0.07, 0.66, 0.12],
  ],
  town: [
    [0.03, 0.14, 0.74, 0.09, 0],
    [0.03, 0.15, 0.44, 0.38, 0],
    [0.03, 0.11, 0.23, 0.63, 0.1],
  ],
  code: [
    [0.02, 0.06, 0.04, 0.88, 0],
    [0.05, 0.12, 0.1, 0.73, 0.1],
  ],
};

/** Kullback–Leibler divergence in bits from a column's shares to the nearest prototype, plus its handicap. */
export function distanceTo(kind: keyof typeof prototypes, roles: RoleShares): number {
  const shares = [roles.given, roles.surname, roles.town, roles.other];
  let least = Number.POSITIVE_INFINITY;
  for (const prototype of prototypes[kind]) {
    let bits = prototype[4];
    for (let i = 0; i < 4; i += 1) {
      const share = shares[i] ?? 0;
      if (share > 0) bits += share * Math.log2(share / (prototype[i] ?? 1));
    }
    least = Math.min(least, bits);
  }
  return least;
}

const cjkName = /^(?:\p{Script=Han}(?:[\p{Script=Han}々]| (?! )){1,5}|[\p{Script=Hangul}]{2,4})$/u;
const withoutTitle = (words: readonly string[]): readonly string[] =>
  words.length > 2 && titleWords.has(words[0] ?? "") ? words.slice(1) : words;

export interface FullNameFacts {
  /** Share of values that read as given name and surname together. */
  readonly share: number;
  /** Of values whose words the lexicon knows apart, how often the given name stands first (0 … 1), and the share of such values. */
  readonly givenFirst: number;
  readonly told: number;
}

export function fullNameFacts(summary: Pick<ColumnSummary, "sample" | "sampleWeight">): FullNameFacts {
  let full = 0;
  let first = 0;
  let last = 0;
  for (const value of summary.sample) {
    const words = withoutTitle(value.words).filter((word) => !nameParticles.has(word));
    if (words.length < 2 || words.length > 6 || /\d/.test(value.text)) continue;
    const roles = words.map(rolesOfWord);
    const named = roles.reduce((sum, role) => sum + role.given + role.surname, 0) / words.length;
    const hasGiven = roles.some((role) => role.given > 0.5);
    if (hasGiven && named > 0.3 && !hasStreetWord(value)) full += value.count;
    if (value.text.includes(",")) continue;
    const start = roles[0] ?? unknownRole;
    const end = roles.at(-1) ?? unknownRole;
    const lean = start.given - start.surname - (end.given - end.surname);
    if (lean > 0.2) first += value.count;
    if (lean < -0.2) last += value.count;
  }
  return {
    share: full / Math.max(1, summary.sampleWeight),
    givenFirst: first + last === 0 ? 0.5 : first / (first + last),
    told: (first + last) / Math.max(1, summary.sampleWeight),
  };
}

const kanaName = /^[\p{Script=Katakana}\p{Script=Hiragana}ー・\s]{3,20}$/u;

function fullNameScore(summary: ColumnSummary): TypeScore | null {
  const kana = shareOf(summary, (value) => kanaName.test(value.text));
  if (kana > 0.8 && summary.distinctCount >= 5)
    return { type: "fullName", fit: 0.6, reason: `${percent(kana)} of values are names as they are read, in Kana` };
  const cjk = shareOf(summary, (value) => cjkName.test(value.text));
  const places = shareOf(summary, (value) => /[市区區县縣町村省州郡路街道巷시군구동읍면길로]$/u.test(value.text));
  if (cjk > 0.6 && places > 0.4) return null;
  if (cjk > 0.6 && summary.distinctCount >= 5)
    return { type: "fullName", fit: 0.6, reason: `${percent(cjk)} of values are names in Chinese or Korean script` };
  const several = shareOf(summary, (value) => value.words.length >= 2 && value.words.length <= 6);
  if (several < 0.5) return null;
  const titled = shareOf(summary, (value) => value.words.length > 1 && titleWords.has(value.words[0] ?? ""));
  const { share } = fullNameFacts(summary);
  const roles = rolesOfColumn(summary);
  const streets = shareOf(summary, hasStreetWord);
  const isVaried = summary.distinctCount > 0.25 * summary.filledCount && several > 0.8 && streets < 0.1;
  // Misspelt or rare names: hardly a value has two known words, but the known ones are names and not towns.
  const isMixed = roles.given > 0.15 && roles.surname > 0.08 && roles.town < 0.15;
  const loose = isVaried && isMixed ? 0.2 + 0.6 * (roles.given + roles.surname) : 0;
  if (titled > titledMin && streets < 0.1)
    return { type: "fullName", fit: 0.7 + 0.25 * titled, reason: `${percent(titled)} of values begin with a title` };
  if (share < 0.3 && loose < 0.3) return isVaried ? unknownNames(summary) : null;
  const fit = Math.min(0.95, Math.max(share < 0.3 ? 0 : 0.1 + share, loose));
  return { type: "fullName", fit, reason: `${percent(share)} of values read as given name and surname` };
}

/** Share of values that begin with a word such as Mrs from which a column is one of names. */
const titledMin = 0.25;
const unknownFit = 0.33;

/** Names of which the lexicon knows none: varied words, of which hardly a value repeats another's, and that name nothing else. */
function unknownNames(summary: ColumnSummary): TypeScore | null {
  const plain = shareOf(summary, (value) => isAlphabetic(value) && value.words.length <= 6);
  const others = shareOf(
    summary,
    ({ words, folded }) =>
      words.some((word) => organisationWords.has(word) || buildingWords.has(word)) || lookUpName(folded)?.town === 3,
  );
  if (summary.distinctCount < unknownNamesMin || plain < 0.95 || others > 0.1) return null;
  const reason = `${percent(plain)} of values are words that hardly repeat, as full names are`;
  return { type: "fullName", fit: unknownFit, reason };
}
const unknownNamesMin = 100;

/** Letters and what joins them: Persian and Indian words hold signs that are not seen. */
export const isAlphabetic = (value: SampledValue): boolean => /^[\p{L}\p{M}\p{Cf}\s'’`.,/()-]+$/u.test(value.text);

/** Of distinct values the share that have one short length in Latin letters, from which they abbreviate something else: ENG, POL, URD. */
const abbreviationsMin = 0.95;

function areAbbreviations({ sample }: ColumnSummary): boolean {
  const short = sample.filter(({ text }) => /^[a-z]{2,3}$/i.test(text));
  const three = short.filter(({ text }) => text.length === 3).length;
  return sample.length >= 5 && Math.max(three, short.length - three) >= abbreviationsMin * sample.length;
}

/** Scores for givenName, surname, town, middleName (initials), fullName. */
export function scoreNames(summary: ColumnSummary): TypeScore[] {
  const alphabetic = shareOf(summary, isAlphabetic);
  if (alphabetic < 0.6 || summary.filledCount === 0) return [];
  const initials = shareOf(summary, (value) => /^(?![\p{Script=Han}\p{Script=Hangul}])\p{L}\.?$/u.test(value.text));
  if (initials > 0.7) {
    return summary.distinctCount >= 7
      ? [{ type: "middleName", fit: 0.65 * initials, reason: `${percent(initials)} of values are initials` }]
      : [];
  }
  if (areAbbreviations(summary)) return [];
  const scores: TypeScore[] = [];
  const full = fullNameScore(summary);
  // Whole names are of hardly more than a few people each.
  const isCrowded = summary.distinctCount < 50 && summary.filledCount > 100 * summary.distinctCount;
  if (full !== null) scores.push(isCrowded ? { ...full, fit: 0.3 * full.fit } : full);
  const marked = shareOf(summary, (value) => /[市区區县縣町村시군구]$/u.test(value.text));
  if (marked > 0.4)
    return [
      {
        type: "town",
        fit: 0.5 + 0.4 * marked,
        reason: `${percent(marked)} of values end with a word for town or district`,
      },
    ];
  const short = shareOf(summary, (value) => value.words.length <= 3 && !hasStreetWord(value));
  const roles = rolesOfColumn(summary);
  const several = shareOf(summary, (value) => value.words.length >= 2);
  const isVaried = effectiveValues(summary) >= 60 || summary.distinctCount > 0.4 * summary.filledCount;
  const codeBits = isVaried ? 9 : distanceTo("code", roles);
  for (const type of ["givenName", "surname", "town"] as const) {
    const bits = distanceTo(type, roles);
    const nearness = 0.92 * 2 ** (-1.6 * bits) * (codeBits < bits ? 0.45 : 1);
    const wordy =
      type === "town" ? Math.min(1, 1.6 - several + roles.town) : Math.max(0.3, 1 - 0.9 * Math.max(0, several - 0.15));
    const isFew =
      (summary.distinctCount < 12 && summary.filledCount > 3 * summary.distinctCount) ||
      (type !== "town" && summary.distinctCount < 25 && summary.filledCount > 100 * summary.distinctCount);
    const few = isFew ? (type === "town" ? 0.6 : 0.4) : 1;
    // A country has some thousands of towns, and records crowd in the large ones.
    const isTooVaried = summary.distinctCount > 300 && summary.distinctCount > 0.3 * summary.filledCount;
    const varied = type === "town" && isTooVaried ? 0.6 : 1;
    const fit = nearness * alphabetic * Math.min(1, short + 0.1) * wordy * few * varied;
    const share = type === "givenName" ? roles.given : type === "surname" ? roles.surname : roles.town;
    const word = type === "givenName" ? "given names" : type === "surname" ? "surnames" : "towns";
    scores.push({ type, fit, reason: `${percent(share)} of words known as ${word}` });
  }
  return scores;
}
