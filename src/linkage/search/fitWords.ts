// Words of a dictionary that a typed word may mean: the word itself, its beginning, a nickname, a slip of a letter or two,
// a word that sounds alike, a name in another script. Ends and letter sets reject nearly all words before any is compared.
import { letterMask } from "../compare/similarity/letterMask.ts";
import { osaDistance } from "../compare/similarity/osaDistance.ts";
import { isSharedKey, otherScriptKeys } from "../standardise/nicknameLists.ts";
import { nicknameGroupsOf } from "../standardise/values/nicknames.ts";
import { type Fits, keepBetter } from "./valueMatch.ts";
import { type AlikeWords, soundNumber, type WordTable } from "./wordTable.ts";

export interface FittableWords {
  readonly table: WordTable;
  /** Of names; null of other words: of them neither initials nor sounds count. */
  readonly nicknames: NicknameWords | null;
}

export interface NicknameWords {
  /** Words of each nickname group. */
  readonly wordsOf: ReadonlyMap<number, readonly number[]>;
  /** Groups of a word, those that the model has learnt among them. */
  readonly groupsOf: (code: number) => Iterable<number>;
  /** Whether names that were written without vowels are among the words. */
  readonly hasUnvowelled: boolean;
}

/** Longest word compared letter by letter. */
const wordMax = 60;
/** The typed word stands at 0, the word of the dictionary at `wordMax`. */
const scratch = new Uint8Array(2 * wordMax);
const encoder = new TextEncoder();

const editsOf = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** Fits among words, by code. `text`: lower-case ASCII letters and digits; longer than 60 fits nothing. */
export function fitWords(text: string, { table, nicknames }: FittableWords): Fits {
  const fits: Fits = new Map();
  const length = text.length;
  if (length === 0 || length > wordMax) return fits;
  encoder.encodeInto(text, scratch);
  const mask = letterMask(scratch, 0, length);
  const edits = /\d/.test(text) ? 0 : editsOf(length);
  for (let size = Math.max(1, length - edits); size < table.ofLength.length; size += 1) {
    for (const words of table.ofLength[size] ?? []) {
      if (size >= length && words.first === scratch[0])
        fitBeginnings(fits, words, { length, mask, isName: nicknames !== null });
      // Who slips twice does not slip at both ends.
      const hasEnd = words.first === scratch[0] || words.last === scratch[length - 1];
      if (hasEnd && size <= length + edits) fitSlips(fits, words, { length, mask, edits });
    }
  }
  if (nicknames === null) return fits;
  const groups = new Set(nicknameGroupsOf(text));
  for (const [code, { manner }] of fits) {
    if (manner !== "exact") continue;
    for (const group of nicknames.groupsOf(code)) if (isSharedKey(group)) groups.add(group);
  }
  for (const group of groups) {
    for (const code of nicknames.wordsOf.get(group) ?? [])
      keepBetter(fits, code, { similarity: 0.85, manner: "nickname" });
  }
  if (nicknames.hasUnvowelled) {
    for (const key of otherScriptKeys(text)) {
      for (const code of nicknames.wordsOf.get(key) ?? [])
        keepBetter(fits, code, { similarity: 0.85, manner: "in another script" });
    }
  }
  if (length >= 4 && edits > 0) fitSounds(fits, text, table);
  return fits;
}

/** Words that begin with the typed one, or are it. */
function fitBeginnings(
  fits: Fits,
  { length: size, count, codes, masks, bytes }: AlikeWords,
  { length, mask, isName }: { readonly length: number; readonly mask: number; readonly isName: boolean },
): void {
  if (length < 2 && size > length && !isName) return;
  for (let i = 0; i < count; i += 1) {
    if ((mask & ~masks[i]!) !== 0 || !startsWith(bytes, i * size, length)) continue;
    if (size === length) fits.set(codes[i]!, { similarity: 1, manner: "exact" });
    else if (length >= 2) fits.set(codes[i]!, { similarity: 0.55 + (0.4 * length) / size, manner: "begins so" });
    else fits.set(codes[i]!, { similarity: 0.3, manner: "initial" });
  }
}

/** Words within some edits that do not begin with the typed one; of those given, with its first or its last letter. */
function fitSlips(
  fits: Fits,
  { length: size, count, codes, masks, bytes }: AlikeWords,
  { length, mask, edits }: { readonly length: number; readonly mask: number; readonly edits: 0 | 1 | 2 },
): void {
  if (size > wordMax || edits === 0) return;
  for (let i = 0; i < count; i += 1) {
    // An edit takes at most one letter out of a word's set and puts at most one in.
    const less = mask & ~masks[i]!;
    const more = masks[i]! & ~mask;
    const lessThanOne = less & (less - 1);
    const moreThanOne = more & (more - 1);
    if (edits < 2 && (lessThanOne | moreThanOne) !== 0) continue;
    if (((lessThanOne & (lessThanOne - 1)) | (moreThanOne & (moreThanOne - 1))) !== 0) continue;
    for (let j = 0; j < size; j += 1) scratch[wordMax + j] = bytes[i * size + j]!;
    const distance = osaDistance(scratch, 0, length, wordMax, wordMax + size, edits);
    if (distance > edits || fits.has(codes[i]!)) continue;
    const manner = distance === 1 ? "one letter differs" : "two letters differ";
    fits.set(codes[i]!, { similarity: 1 - (distance * 1.4) / Math.max(length, size, 5), manner });
  }
}

/** Words that sound alike, where little fits otherwise. */
function fitSounds(fits: Fits, text: string, { ofLength }: WordTable): void {
  const sound = soundNumber(text);
  if (sound === 0 || fits.size >= soundBelow) return;
  for (let size = Math.max(1, text.length - 3); size <= text.length + 3; size += 1) {
    for (const { first, count, codes, sounds } of ofLength[size] ?? []) {
      if (first !== scratch[0]) continue;
      for (let i = 0; i < count; i += 1) {
        if (sounds[i] !== sound || fits.has(codes[i]!)) continue;
        fits.set(codes[i]!, { similarity: 0.5, manner: "sounds alike" });
      }
    }
  }
}

/** Likeness of sound fits much: it is asked only where little else does. */
const soundBelow = 12;

function startsWith(bytes: Uint8Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (bytes[from + i] !== scratch[i]) return false;
  return true;
}
