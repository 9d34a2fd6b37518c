// Words by their length and their first and last letter, with their letters, letter sets and sounds side by side: most words of
// a dictionary are passed over whole groups at a time, and the others looked through at a nanosecond or two each.
import { letterMask } from "../compare/similarity/letterMask.ts";
import { type Moves, widen } from "../live/widen.ts";
import { soundex } from "../standardise/values/soundex.ts";

/** Words of one length, one first and one last letter: word i has its letters at bytes[i × length] …. */
export interface AlikeWords {
  readonly length: number;
  /** The first byte. */
  readonly first: number;
  /** The last byte. */
  readonly last: number;
  count: number;
  codes: Int32Array;
  masks: Int32Array;
  /** soundNumber of each word; 0 where sounds are not kept. */
  sounds: Uint16Array;
  bytes: Uint8Array;
}

const decoder = new TextDecoder();

export class WordTable {
  /** Index is the length; absent where there is no word of it. */
  readonly ofLength: (AlikeWords[] | undefined)[] = [];
  readonly #groups = new Map<number, AlikeWords>();
  readonly #hasSounds: boolean;
  readonly #moves: Moves = { count: 0 };

  constructor(hasSounds: boolean) {
    this.#hasSounds = hasSounds;
  }

  /** Adds the word bytes[from … to) under a code that no other word has. */
  add(code: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    const words = this.#wordsLike(length, bytes[from] ?? 0, bytes[to - 1] ?? 0);
    const at = words.count;
    words.count = at + 1;
    words.codes = widen(words.codes, words.count, this.#moves);
    words.masks = widen(words.masks, words.count, this.#moves);
    words.sounds = widen(words.sounds, words.count, this.#moves);
    words.bytes = widen(words.bytes, words.count * length, this.#moves);
    words.codes[at] = code;
    words.masks[at] = letterMask(bytes, from, to);
    if (this.#hasSounds) words.sounds[at] = soundNumber(decoder.decode(bytes.slice(from, to)));
    for (let i = 0; i < length; i += 1) words.bytes[at * length + i] = bytes[from + i]!;
  }

  #wordsLike(length: number, first: number, last: number): AlikeWords {
    const key = (length * 256 + first) * 256 + last;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const words = {
      length,
      first,
      last,
      count: 0,
      codes: new Int32Array(4),
      masks: new Int32Array(4),
      sounds: new Uint16Array(4),
      bytes: new Uint8Array(4 * length),
    };
    this.#groups.set(key, words);
    this.ofLength[length] ??= [];
    this.ofLength[length].push(words);
    return words;
  }
}

/** Soundex as an integer above 0; 0 for a text without letters. */
export function soundNumber(text: string): number {
  const sound = soundex(text);
  return sound === "" ? 0 : (sound.charCodeAt(0) - 96) * 1000 + Number(sound.slice(1));
}
