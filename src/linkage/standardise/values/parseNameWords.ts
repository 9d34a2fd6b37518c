// The common core of name standardising: a folded name becomes words that may still be hyphenated, without titles,
// honours and generations, and with its particles joined to the word that they begin.
import {
  addressesAfter,
  generations,
  honours,
  irishStems,
  macStems,
  ranks,
  servantWords,
  strongParticles,
  sureTitles,
  titles,
  titlesAndNames,
  weakParticles,
} from "./nameWordLists.ts";

/** Which part of a name a text holds: it decides whether a first word such as "al" or "ben" is a particle. */
export type NamePart = "given" | "surname" | "full";

export interface NameWords {
  /** Lower-case ASCII words; inner hyphens are kept. */
  readonly words: readonly string[];
  /** jr, sr, ii, iii, iv, viii or null. */
  readonly suffix: string | null;
  /** Titles and honours that were dropped. */
  readonly titles: readonly string[];
}

const arabicHyphen = /\b(al|el|ul|ar|as|ash|ad|at|az|bin|ibn|abu|abd|ben)-(?=[a-z])/g;
const ordinal = /^\d+(?:st|nd|rd|th)$/;

const plainWords = /^[a-z]+(?: [a-z]+)*$/;

/** Takes apart the lower-case ASCII text of a name (foldText). */
export function parseNameWords(folded: string, part: NamePart): NameWords {
  const text = plainWords.test(folded) ? folded.replace(/\bph d\b/g, "phd") : withoutMarks(folded);
  const found = text === "" ? [] : text.split(/ +/);
  const removed: string[] = [];
  const { words, suffix } = dropAfter(dropBefore(dropInside(found, removed), removed), removed);
  return { words: joinParticles(part === "surname" ? particlesFirst(words) : words, part), suffix, titles: removed };
}

function withoutMarks(folded: string): string {
  return folded
    .replace(/['`]/g, "")
    .replace(/\b(sig|dott|prof|avv|sr|dr|m)\.(ra|na|ssa|a|me|lle)\b\.?/g, "$1$2")
    .replace(/\b([a-z])\.([a-z])\.([a-z])?\.?/g, joinDegree)
    .replace(/\bph\.? ?d\b\.?/g, "phd")
    .replace(/[^a-z0-9-]+/g, " ")
    .replace(/ *-[- ]*/g, "-")
    .replace(/-(?= |$)|(?<= |^)-/g, " ")
    .replace(arabicHyphen, "$1")
    .trim();
}

/** "m.d." is one word, "j.r." two initials. */
function joinDegree(written: string, a: string, b: string, c: string | undefined): string {
  const joined = `${a}${b}${c ?? ""}`;
  return honours.has(joined) ? ` ${joined} ` : ` ${written.replaceAll(".", " ")} `;
}

function dropInside(words: readonly string[], removed: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const next = words[i + 1];
    if (sureTitles.has(words[i] ?? "")) {
      removed.push(words[i] ?? "");
    } else if (i > 0 && next !== undefined && ordinal.test(words[i] ?? "") && ranks.has(next)) {
      removed.push(`${words[i]} ${next}`);
      i += words[i + 2] === "of" ? 2 : 1;
    } else {
      kept.push(words[i] ?? "");
    }
  }
  return kept;
}

function dropBefore(words: readonly string[], removed: string[]): string[] {
  let from = 0;
  while (from < words.length) {
    const word = words[from] ?? "";
    const left = words.length - from - 1;
    const isTitle = titles.has(word) && (left > 0 || !generations.has(word));
    if (!isTitle && !(titlesAndNames.has(word) && left >= 2)) break;
    removed.push(word);
    from += 1;
  }
  return words.slice(from);
}

function dropAfter(words: readonly string[], removed: string[]): { words: string[]; suffix: string | null } {
  let to = words.length;
  let suffix: string | null = null;
  while (to > 1) {
    const word = words[to - 1] ?? "";
    const generation = generations.get(word);
    if (generation !== undefined) suffix = generation;
    else if (honours.has(word) || (to > 2 && addressesAfter.has(word))) removed.push(word);
    else break;
    to -= 1;
  }
  return { words: words.slice(0, to), suffix };
}

/** "Berg, van den" as it stands in lists, with the particles behind. */
function particlesFirst(words: readonly string[]): readonly string[] {
  const isParticle = (word: string): boolean => strongParticles.has(word) || weakParticles.has(word);
  const last = words.findLastIndex((word) => !isParticle(word));
  return last < 0 || last === words.length - 1 ? words : [...words.slice(last + 1), ...words.slice(0, last + 1)];
}

function joinParticles(words: readonly string[], part: NamePart): string[] {
  const joined: string[] = [];
  let before = "";
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? "";
    const next = words[i + 1];
    const isFirst = joined.length === 0 && before === "";
    if (next !== undefined && beginsNext(word, next, part, isFirst, i + 2 < words.length)) {
      before += word === "saint" ? "st" : word === "sainte" ? "ste" : word;
    } else {
      joined.push(before + word);
      before = "";
    }
  }
  return joined;
}

function beginsNext(word: string, next: string, part: NamePart, isFirst: boolean, hasMore: boolean): boolean {
  if (word === "o") return irishStems.has(next);
  if (word === "st" || word === "ste" || word === "saint" || word === "sainte") return true;
  if (servantWords.has(word)) return !isFirst || hasMore || part === "given";
  if (part === "given") return !isFirst && (strongParticles.has(word) || weakParticles.has(word));
  if (word === "van" && part === "full") return !isFirst || strongParticles.has(next);
  if (strongParticles.has(word) || (word === "mac" && macStems.has(next))) return true;
  if (part === "surname") return weakParticles.has(word) || word === "ben";
  return weakParticles.has(word) && !isFirst;
}
