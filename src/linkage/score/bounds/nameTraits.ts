// What of a name's spelling bounds how it relates to another, eight integers a name, found once and kept side by side:
// one cache line instead of a look into seven arrays.

import { countBits } from "../../compare/similarity/countBits.ts";
import { tabulatedLength, tabulateMatchesMin } from "../../compare/similarity/jaroWinklerMatchesMin.ts";
import { mayHaveParticle, stemMin } from "../../compare/similarity/nameParticles.ts";
import { soundSkeleton } from "../../compare/similarity/soundSkeleton.ts";
import type { NameField } from "../../standardise/standardRecords.ts";

export const traitCount = 8;
/** Places of the traits of one name. Length 0 stands for traits not found yet. */
const mask = 0;
const length = 1;
/** The first four bytes, the first lowest. */
const start = 2;
/** A bit set by each nickname group. */
const groups = 3;
/** A bit set by the end of each word of two letters or more, which particles before it leave as it is. */
const words = 4;
/** A bit set by each word. */
export const anyWords = 5;
/** Not 0 where the name has several words, or a particle. */
export const isSeveral = 6;
/** The consonants as they sound (soundSkeleton.ts); 0 where they say too little. */
const sound = 7;

const nearMin = tabulateMatchesMin(0.92);
const similarMin = tabulateMatchesMin(0.85);

/** How two different names may relate at best; each holds the possibility of those that follow. */
export const kinship = { near: 0, nickname: 1, initial: 2, similar: 3, different: 4 } as const;

export class NameTraits {
  readonly #field: NameField;
  #kept: Int32Array;

  constructor(field: NameField) {
    this.#field = field;
    this.#kept = new Int32Array(field.dictionary.strings.count * traitCount);
  }

  /** Copies the traits of a name to `to` from `at` on. Codes that stand for passing values are found anew each time. */
  copy(code: number, to: Int32Array, at: number): void {
    const kept = this.#kept;
    const from = code * traitCount;
    if (from >= kept.length) {
      this.#find(code, to, at);
      return;
    }
    if (kept[from + length] === 0) this.#find(code, kept, from);
    for (let trait = 0; trait < traitCount; trait += 1) to[at + trait] = kept[from + trait]!;
  }

  #find(code: number, to: Int32Array, at: number): void {
    const { dictionary, nicknameOffsets, nicknameGroups, tokenOffsets, tokens } = this.#field;
    const { bytes, offsets } = dictionary.strings;
    const from = offsets[code]!;
    const end = offsets[code + 1]!;
    to[at + mask] = dictionary.masks[code]!;
    to[at + length] = end - from;
    let first = 0;
    for (let i = 0; i < 4 && from + i < end; i += 1) first |= bytes[from + i]! << (8 * i);
    to[at + start] = first;
    let bits = 0;
    for (let i = nicknameOffsets[code]!; i < nicknameOffsets[code + 1]!; i += 1) bits |= bitOf(nicknameGroups[i]!);
    to[at + groups] = bits;
    to[at + sound] = soundSkeleton(bytes, from, end);
    to[at + words] = endBits(this.#field, code);
    to[at + anyWords] = wordBits(this.#field, code);
    const isOther = tokenOffsets[code + 1]! - tokenOffsets[code]! > 1 || tokens[tokenOffsets[code]!] !== code;
    to[at + isSeveral] = isOther || mayHaveParticle({ bytes, from, to: end }) ? 1 : 0;
  }
}

/** The bit that a word's code sets. */
export const bitOf = (number: number): number => 1 << (Math.imul(number, 0x9e3779b1) >>> 27);

/** A bit set by each word of a name. */
function wordBits({ tokenOffsets, tokens }: NameField, code: number): number {
  let bits = 0;
  for (let i = tokenOffsets[code]!; i < tokenOffsets[code + 1]!; i += 1) bits |= bitOf(tokens[i]!);
  return bits;
}

/** A bit set by the last letters of each word of two letters or more. */
function endBits({ tokenOffsets, tokens, dictionary }: NameField, code: number): number {
  const { bytes, offsets } = dictionary.strings;
  let bits = 0;
  for (let i = tokenOffsets[code]!; i < tokenOffsets[code + 1]!; i += 1) {
    const [from, end] = [offsets[tokens[i]!]!, offsets[tokens[i]! + 1]!];
    if (end - from < 2) continue;
    let hash = 0;
    for (let at = Math.max(from, end - stemMin); at < end; at += 1) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
    bits |= bitOf(hash);
  }
  return bits;
}

/** False where the name at `whole` cannot be those at `first` and `rest` written as one word. */
export function mayBeJoined(
  { traits, whole }: { readonly traits: Int32Array; readonly whole: number },
  first: number,
  rest: number,
): boolean {
  const more = traits[whole + length]! - traits[first + length]!;
  if (more <= 0 || more > traits[rest + length]!) return false;
  return ((traits[first + mask]! | traits[rest + mask]!) & ~traits[whole + mask]!) === 0;
}

/** A `kinship` that is never worse than how the two different names relate (relateNames). */
export function kinshipOf(a: Int32Array, atA: number, b: Int32Array, atB: number): number {
  const lengthA = a[atA + length]!;
  const lengthB = b[atB + length]!;
  const starts = a[atA + start]! ^ b[atB + start]!;
  if (lengthA === 1 || lengthB === 1) return (starts & 0xff) === 0 ? kinship.initial : kinship.different;
  if (lengthA >= tabulatedLength || lengthB >= tabulatedLength) return kinship.near;
  const onlyA = countBits(a[atA + mask]! & ~b[atB + mask]!);
  const onlyB = countBits(b[atB + mask]! & ~a[atA + mask]!);
  const matches = Math.min(lengthA - onlyA, lengthB - onlyB);
  const gap = lengthA - lengthB;
  const edits = Math.max(gap < 0 ? onlyA - gap : onlyA, gap > 0 ? onlyB + gap : onlyB);
  const prefix = starts === 0 ? 4 : (31 - Math.clz32(starts & -starts)) >> 3;
  const table = (prefix * tabulatedLength + lengthA) * tabulatedLength + lengthB;
  if (edits <= 1 || matches >= nearMin[table]!) return kinship.near;
  const isAnySeveral = (a[atA + isSeveral]! | b[atB + isSeveral]!) !== 0;
  const soundsAlike = a[atA + sound] !== 0 && a[atA + sound] === b[atB + sound];
  if (soundsAlike || (isAnySeveral && a[atA + words] === b[atB + words])) return kinship.near;
  if ((a[atA + groups]! & b[atB + groups]!) !== 0) return kinship.nickname;
  if (edits <= 2 || matches >= similarMin[table]!) return kinship.similar;
  // A part of one of several may be near a name of one word, however the words end.
  const isPart = (a[atA + isSeveral] !== 0) !== (b[atB + isSeveral] !== 0);
  const sharesWord = isPart || (isAnySeveral && (a[atA + words]! & b[atB + words]!) !== 0);
  return sharesWord ? kinship.similar : kinship.different;
}
