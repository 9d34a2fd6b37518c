// The words of a field's values and, per word, the values that hold it: "12 mill lane" is found by mill. Values are only
// ever added, so the index follows a growing dictionary by reading what is new.

import { type Moves, widen } from "../live/widen.ts";
import { Interner } from "../standardise/interner.ts";
import { letterMasks } from "../standardise/letterMasks.ts";
import type { Dictionary, Field, NameField, TextField, TokenField } from "../standardise/standardRecords.ts";
import { fitWords } from "./fitWords.ts";
import { type Fits, keepBetter } from "./valueMatch.ts";

/** What one value's word is, when values hold several. */
interface WordSource {
  readonly words: () => Dictionary;
  readonly isWord: (code: number) => boolean;
  readonly nicknames: NameField | null;
  /** Values that there are now. */
  readonly valueCount: () => number;
  readonly wordsOf: (value: number) => Iterable<number>;
}

export class WordIndex {
  readonly #source: WordSource;
  readonly #moves: Moves = { count: 0 };
  #indexed = 0;
  /** Per word 1 + its last entry. */
  #last = new Int32Array(64);
  #values = new Int32Array(64);
  #before = new Int32Array(64);
  #entries = 0;

  constructor(field: Field) {
    this.#source = wordSourceOf(field);
  }

  /** Values that hold a word that `text` may mean, with the fit of the best such word; a value of several words fits a little less. */
  fitValues(text: string): Fits {
    this.follow();
    const { words, isWord, nicknames } = this.#source;
    const values: Fits = new Map();
    for (const [word, fit] of fitWords(text, words(), { isWord, nicknames })) {
      for (let entry = (this.#last[word] ?? 0) - 1; entry >= 0; entry = this.#before[entry]! - 1) {
        keepBetter(values, this.#values[entry]!, fit);
      }
    }
    return values;
  }

  /** Takes in values that have come since; done by itself before each search. */
  follow(): void {
    const { valueCount, wordsOf } = this.#source;
    const count = valueCount();
    for (; this.#indexed < count; this.#indexed += 1) {
      for (const word of wordsOf(this.#indexed)) this.#add(word, this.#indexed);
    }
  }

  #add(word: number, value: number): void {
    const entry = this.#entries;
    this.#last = widen(this.#last, word + 1, this.#moves);
    this.#values = widen(this.#values, entry + 1, this.#moves);
    this.#before = widen(this.#before, entry + 1, this.#moves);
    this.#values[entry] = value;
    this.#before[entry] = this.#last[word]!;
    this.#last[word] = entry + 1;
    this.#entries += 1;
  }
}

function wordSourceOf(field: Field): WordSource {
  switch (field.kind) {
    case "name":
      return nameSource(field);
    case "address":
    case "organisation":
      return tokenSource(field);
    case "date":
      throw new Error("dates have no words");
    default:
      return textSource(field);
  }
}

function nameSource(field: NameField): WordSource {
  const isWord = (code: number): boolean =>
    field.tokenOffsets[code + 1]! - field.tokenOffsets[code]! === 1 && field.tokens[field.tokenOffsets[code]!] === code;
  return {
    words: () => field.dictionary,
    isWord,
    nicknames: field,
    valueCount: () => field.dictionary.strings.count,
    wordsOf: (value) => field.tokens.subarray(field.tokenOffsets[value], field.tokenOffsets[value + 1]),
  };
}

function tokenSource(field: TokenField): WordSource {
  return {
    words: () => field.tokenDictionary,
    isWord: () => true,
    nicknames: null,
    valueCount: () => field.dictionary.strings.count,
    wordsOf: (value) => field.tokens.subarray(field.tokenOffsets[value], field.tokenOffsets[value + 1]),
  };
}

/** Towns and other texts: their words are parted here, once a value. */
function textSource({ dictionary }: TextField): WordSource {
  const interner = new Interner();
  let packed: Dictionary = { strings: interner.pack(), masks: new Int32Array(0) };
  return {
    words: () => {
      if (packed.strings.count !== interner.count) {
        const strings = interner.pack();
        packed = { strings, masks: letterMasks(strings) };
      }
      return packed;
    },
    isWord: () => true,
    nicknames: null,
    valueCount: () => dictionary.strings.count,
    wordsOf: (value) =>
      new Set(
        dictionary.strings
          .at(value)
          .split(" ")
          .map((word) => interner.intern(word)),
      ),
  };
}
