// Words of a dictionary that a typed word may mean: the word itself, its beginning, a nickname, a slip of a letter or two,
// a word that sounds alike. Letter sets reject nearly all words before any is compared.
import { countBits } from "../compare/similarity/countBits.ts";
import { letterMask } from "../compare/similarity/letterMask.ts";
import { osaDistance } from "../compare/similarity/osaDistance.ts";
import type { Dictionary, NameField } from "../standardise/standardRecords.ts";
import { nicknameGroupsOf } from "../standardise/values/nicknames.ts";
import { soundex } from "../standardise/values/soundex.ts";
import { type Fits, keepBetter } from "./valueMatch.ts";

type NicknameLists = Pick<NameField, "nicknameOffsets" | "nicknameGroups">;

export interface WordOptions {
  /** Names alone: nicknames, initials and likeness of sound count. Null for other words. */
  readonly nicknames: NicknameLists | null;
  /** Whether a code is a single word; others are passed over. */
  readonly isWord: (code: number) => boolean;
}

/** Longest word compared letter by letter. */
const wordMax = 60;
/** The typed word stands at 0, the word of the dictionary at `wordMax`. */
const scratch = new Uint8Array(2 * wordMax);
const encoder = new TextEncoder();

const editsOf = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** Fits among the dictionary's words, by code. `text`: lower-case ASCII letters and digits; longer than 60 fits nothing. */
export function fitWords(text: string, dictionary: Dictionary, options: WordOptions): Fits {
  const fits: Fits = new Map();
  const length = text.length;
  if (length === 0 || length > wordMax) return fits;
  encoder.encodeInto(text, scratch);
  const mask = letterMask(scratch, 0, length);
  const edits = /\d/.test(text) ? 0 : editsOf(length);
  const { strings, masks } = dictionary;
  const { bytes, offsets, count } = strings;
  for (let code = 0; code < count; code += 1) {
    const from = offsets[code]!;
    const size = offsets[code + 1]! - from;
    if (size >= length && (mask & ~masks[code]!) === 0 && startsWith(bytes, from, length)) {
      if (!options.isWord(code)) continue;
      if (size === length) fits.set(code, { similarity: 1, manner: "exact" });
      else if (length >= 2) fits.set(code, { similarity: 0.55 + (0.4 * length) / size, manner: "begins so" });
      else if (options.nicknames !== null) fits.set(code, { similarity: 0.3, manner: "initial" });
      continue;
    }
    if (edits === 0 || size - length > edits || length - size > edits || size > wordMax) continue;
    if (countBits(mask ^ masks[code]!) > 2 * edits) continue;
    for (let i = 0; i < size; i += 1) scratch[wordMax + i] = bytes[from + i]!;
    const distance = osaDistance(scratch, 0, length, wordMax, wordMax + size, edits);
    if (distance > edits || !options.isWord(code)) continue;
    const manner = distance === 1 ? "one letter differs" : "two letters differ";
    fits.set(code, { similarity: 1 - (distance * 1.4) / Math.max(length, size, 5), manner });
  }
  const { nicknames } = options;
  if (nicknames === null) return fits;
  fitNicknames(fits, text, nicknames, count);
  if (length >= 4 && edits > 0) fitSounds(fits, text, dictionary, options);
  return fits;
}

/** Words that sound alike, where little fits otherwise. */
function fitSounds(fits: Fits, text: string, { strings }: Dictionary, { isWord }: WordOptions): void {
  const sound = soundex(text);
  if (sound === "" || fits.size >= soundBelow) return;
  const { bytes, offsets, count } = strings;
  const first = text.charCodeAt(0);
  for (let code = 0; code < count; code += 1) {
    const from = offsets[code]!;
    const size = offsets[code + 1]! - from;
    if (bytes[from] !== first || Math.abs(size - text.length) > 3 || fits.has(code) || !isWord(code)) continue;
    if (soundex(strings.at(code)) === sound) fits.set(code, { similarity: 0.5, manner: "sounds alike" });
  }
}

/** Codes that share a nickname group with the typed word. */
function fitNicknames(
  fits: Fits,
  text: string,
  { nicknameOffsets, nicknameGroups }: NicknameLists,
  count: number,
): void {
  const groups = nicknameGroupsOf(text);
  if (groups.length === 0) return;
  for (let code = 0; code < count; code += 1) {
    for (let i = nicknameOffsets[code]!; i < nicknameOffsets[code + 1]!; i += 1) {
      if (groups.includes(nicknameGroups[i]!)) keepBetter(fits, code, { similarity: 0.85, manner: "nickname" });
    }
  }
}

/** Likeness of sound fits much: it is asked only where little else does. */
const soundBelow = 12;

function startsWith(bytes: Uint8Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (bytes[from + i] !== scratch[i]) return false;
  return true;
}
