// One text with several name parts as given names and surname. A comma says which is which; without one, capitals
// ("DUPONT Jean") or the column's usual order do. Particles belong to the surname.
import { isSurnameFirst, type NameOrder } from "../../profile/columnProfile.ts";
import { isGivenName, lookUpName } from "../../profile/lexicon/nameLexicon.ts";
import { foldText } from "./foldText.ts";
import { generations, honours, ranks, titles as titleWords } from "./nameWordLists.ts";
import { type NameWords, parseNameWords } from "./parseNameWords.ts";
import { standardiseName } from "./standardiseName.ts";

export interface SplitName {
  /** Given names in order, initials included. */
  readonly given: readonly string[];
  /** Surname tokens: several where it is hyphenated or stands before a comma. */
  readonly surname: readonly string[];
  readonly suffix: string | null;
  /** Names in quotes or brackets. */
  readonly nicknames: readonly string[];
  /** Names after née, born, geb.: the surname at birth. */
  readonly formerSurname: readonly string[];
}

const quoted = /"([^"]*)"|\(([^)]*)\)|\[([^\]]*)\]|(?<=^|[ ,])'([^',]+)'(?=$|[ ,])/g;
/** Words before the surname at birth, or before a husband's. */
const marriedWords = "nee|born|geb|geborene|nata|nacida|z domu|z d(?=[.])|rozena|roz(?=[.])|epouse|ep(?=[.])|vve|verw";
const asideMark = new RegExp(`["'([]|\\b(?:${marriedWords})\\b`);
const formerInside = new RegExp(`^ *(?:${marriedWords})\\b[. :]*([a-z' -]+)$`);

/** Somebody else's name: son, daughter or wife of, in care of. */
const ofRelative = /(?<=[a-z.])[ ,]+(?:[sdwhc]\/o|(?:son|daughter|wife|widow) of)\b.*$/;
const formerAtEnd = new RegExp(`(?<=[a-z])[ ,]+(?:${marriedWords})\\b[. :]*([a-z' -]+)$`);
/** What is longer is no name; reading it whole would only cost time. */
const lengthMax = 500;

/** Splits a full name; every list may be empty. A lone word is the surname after Mr, Mrs …, else what `order` puts first. */
export function splitFullName(raw: string, order: NameOrder): SplitName {
  const cut = raw.slice(0, lengthMax);
  const ofSigns = splitSigns(cut);
  if (ofSigns !== null) return ofSigns;
  const { text, nicknames, formerSurname } = takeAsides(foldText(cut));
  const own = order === "twoSurnames" ? withoutHusband(text) : text;
  const capitals = orderByCapitals(cut);
  const told = capitals === null || isSurnameFirst(capitals) === isSurnameFirst(order) ? order : capitals;
  const split = splitParts(own, told, formerSurname.length > 0);
  return { ...split, nicknames, formerSurname };
}

const signs = /^(?:[\p{Script=Han}々\s]{2,8}|[\p{Script=Hangul}\s]{2,8})$/u;
const address = /(?:先生|女士|小姐|님|씨)$/u;
/** Surnames of two signs, Chinese and Korean. */
const longSurnames: ReadonlySet<string> = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 东方 東方 남궁 황보 제갈 선우 독고 사공 서문".split(
    " ",
  ),
);

/**
 * Chinese, Japanese and Korean names in their own writing, in which the surname stands first, mostly with no space behind it: one
 * sign, or two of four and more, which is right of nearly all and the same of equal names. Null for other names.
 */
function splitSigns(raw: string): SplitName | null {
  if (!signs.test(raw)) return null;
  const letters = [...raw.replaceAll(/\s/gu, "").replace(address, "")];
  if (letters.length < 2) return null;
  const isLong = longSurnames.has(letters.slice(0, 2).join("")) || letters.length >= 4;
  const at = isLong && letters.length > 2 ? 2 : 1;
  const part = (from: number, to?: number): string[] =>
    foldText(letters.slice(from, to).join(""))
      .split(/[^a-z]+/)
      .filter((word) => word !== "");
  return { given: part(at), surname: part(0, at), suffix: null, nicknames: [], formerSurname: [] };
}

/** Takes out what stands in quotes or brackets or after née. */
function takeAsides(folded: string): { text: string; nicknames: string[]; formerSurname: string[] } {
  const nicknames: string[] = [];
  const formerSurname: string[] = [];
  if (!asideMark.test(folded)) return { text: folded.replace(ofRelative, ""), nicknames, formerSurname };
  const takeFormer = (_: string, name: string): string => {
    formerSurname.push(...standardiseName(name, "surname").tokens);
    return "";
  };
  const text = folded
    .replace(ofRelative, "")
    .replace(quoted, (_, a?: string, b?: string, c?: string, d?: string) => {
      const inner = a ?? b ?? c ?? d ?? "";
      if (formerInside.test(inner)) inner.replace(formerInside, takeFormer);
      else nicknames.push(...standardiseName(inner, "given").tokens);
      return " ";
    })
    .replace(formerAtEnd, takeFormer);
  return { text, nicknames, formerSurname };
}

/** Teresa Pérez de Mejía is Teresa Pérez, married to Mejía: of a woman's two surnames the one after "de" alone is her husband's. */
function withoutHusband(text: string): string {
  const found = /^(\S+) (\S.*) de [a-z'-]+$/.exec(text.trim());
  const levels = found === null ? undefined : lookUpName(found[1] ?? "");
  return levels !== undefined && levels.female > levels.male ? `${found?.[1]} ${found?.[2]}` : text;
}

interface GivenAndSurname {
  readonly given: readonly string[];
  readonly surname: readonly string[];
  readonly suffix: string | null;
}

function splitParts(text: string, order: NameOrder, isMarried: boolean): GivenAndSurname {
  const [first = "", ...others] = text.split(",").map((part) => part.trim());
  const said = others.filter((part) => !saysNoName(part));
  const after = said.join(" ");
  const suffix =
    others
      .filter(saysNoName)
      .map(generationIn)
      .find((found) => found !== null) ?? null;
  if (first === "" || said.length === 0)
    return splitWords(parseNameWords(first || after, partOf(order)), order, suffix, isMarried);
  const surname = standardiseName(first, "surname");
  const given = standardiseName(after, "given");
  return { given: given.tokens, surname: surname.tokens, suffix: surname.suffix ?? given.suffix ?? suffix };
}

function splitWords(
  parsed: NameWords,
  order: NameOrder,
  suffixAfterComma: string | null,
  isMarried: boolean,
): GivenAndSurname {
  const { words, titles } = parsed;
  const suffix = parsed.suffix ?? suffixAfterComma;
  const isSurnameAlone =
    isMarried || titles.some((title) => titleWords.has(title) && title !== "sir" && title !== "dame");
  const areTwo = order === "twoSurnames" || order === "twoSurnamesFirst";
  const inner = words[isSurnameFirst(order) ? 1 : words.length - 2] ?? "";
  // Ana Beatriz Souza has two given names, whatever others of the column have.
  const surnames = areTwo && words.length >= 3 && !(words.length === 3 && isGivenName(inner)) ? 2 : 1;
  const surnameAt = isSurnameFirst(order)
    ? 0
    : words.length > 1 || isSurnameAlone
      ? words.length - surnames
      : words.length;
  const surname = words.slice(surnameAt, surnameAt + surnames);
  const given = words.toSpliced(surnameAt, surnames);
  return {
    given: tokensOf(given, "given"),
    surname: tokensOf(surname, "surname"),
    suffix,
  };
}

/** Only a hyphen can hide something that parsing the whole name has not seen. */
function tokensOf(words: readonly string[], part: "given" | "surname"): readonly string[] {
  return words.some((word) => word.includes("-")) ? standardiseName(words.join(" "), part).tokens : words;
}

const partOf = (order: NameOrder): "full" | "surname" => (isSurnameFirst(order) ? "surname" : "full");

/** A part between commas that is only titles, honours, a generation or a rank ("1st baronet", "earl of derby"). */
function saysNoName(part: string): boolean {
  const words = part
    .replace(/\./g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  if (words.length > 1 && ranks.has(words[/^\d/.test(words[0] ?? "") ? 1 : 0] ?? "")) return true;
  return words.every((word) => generations.has(word) || honours.has(word) || titleWords.has(word));
}

function generationIn(part: string): string | null {
  for (const word of part.split(/[^a-z0-9]+/)) {
    const generation = generations.get(word);
    if (generation !== undefined) return generation;
  }
  return null;
}

/** The end that stands in capitals while the rest does not is the surname. */
function orderByCapitals(raw: string): NameOrder | null {
  if (!/\p{Lu}{3}/u.test(raw)) return null;
  const words = raw.split(/[\s,]+/).filter((word) => word.length > 2 && !isSuffix(word));
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || first === undefined || last === undefined) return null;
  if (isCapitals(first) && words.some(isMixed)) return isCapitals(last) ? null : "surnameFirst";
  return isCapitals(last) && isMixed(first) ? "givenFirst" : null;
}

function isSuffix(word: string): boolean {
  const plain = word.toLowerCase().replace(/\W/g, "");
  return generations.has(plain) || honours.has(plain) || titleWords.has(plain);
}

function isCapitals(word: string): boolean {
  return /^[\p{Lu}'’-]{3,}$/u.test(word);
}

function isMixed(word: string): boolean {
  return /^\p{Lu}?[\p{Ll}'’-]+/u.test(word);
}
