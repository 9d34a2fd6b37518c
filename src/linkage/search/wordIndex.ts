// The words of a field's values: "12 mill lane" is found by mill. Values are only ever added, so the index follows a
// growing dictionary by reading what is new.
import { type Moves, widen } from "../live/widen.ts";
import { Interner } from "../standardise/interner.ts";
import { indexKeys } from "../standardise/nicknameLists.ts";
import type { Dictionary, Field, NameField, TextField } from "../standardise/standardRecords.ts";
import { CodeLists } from "./codeLists.ts";
import { fitWords } from "./fitWords.ts";
import type { Fit, Fits } from "./valueMatch.ts";
import { WordTable } from "./wordTable.ts";

/** Where a field's words come from. */
interface WordSource {
  /** Values that there are now. */
  readonly valueCount: () => number;
  readonly wordsOf: (value: number) => Iterable<number>;
  /** The letters of a word, as bytes from … to. */
  readonly lettersOf: (word: number) => { readonly bytes: Uint8Array; readonly from: number; readonly to: number };
  readonly nicknames: Pick<NameField, "nicknameOffsets" | "nicknameGroups" | "hasUnvowelled"> | null;
}

export class WordIndex {
  readonly #source: WordSource;
  readonly #table: WordTable;
  readonly #nicknames: Map<number, number[]> | null;
  readonly #moves: Moves = { count: 0 };
  readonly #valuesOf = new CodeLists();
  #indexed = 0;
  /** Value v has the distinct words #words[#offsets[v]] … #words[#offsets[v + 1]]. */
  #offsets = new Uint32Array(64);
  #words = new Int32Array(64);
  /** 1 where the word is in the table. */
  #isKnown = new Uint8Array(64);

  constructor(field: Field) {
    this.#source = wordSourceOf(field);
    this.#table = new WordTable(this.#source.nicknames !== null);
    this.#nicknames = this.#source.nicknames === null ? null : new Map();
  }

  /** Words that a typed one may mean. */
  fit(text: string): Fits {
    this.#follow();
    const wordsOf = this.#nicknames;
    const hasUnvowelled = this.#source.nicknames?.hasUnvowelled === true;
    const nicknames =
      wordsOf === null ? null : { wordsOf, groupsOf: (word: number) => this.#groupsOf(word), hasUnvowelled };
    return fitWords(text, { table: this.#table, nicknames });
  }

  /** Number of values that hold a word. */
  valueCount(word: number): number {
    return this.#valuesOf.size(word);
  }

  /** One of the values that hold a word: 0 ≤ `index` < valueCount(word). */
  value(word: number, index: number): number {
    return this.#valuesOf.at(word, index);
  }

  /** Calls `visit` with each word of a value, once. */
  eachWord(value: number, visit: (word: number) => void): void {
    if (value < 0) return;
    if (value >= this.#indexed) this.#follow();
    for (let i = this.#offsets[value]!; i < this.#offsets[value + 1]!; i += 1) visit(this.#words[i]!);
  }

  /** The best fit of a value's words. */
  bestFit(value: number, fits: Fits): Fit | undefined {
    let best: Fit | undefined;
    if (value < 0 || value >= this.#indexed) return best;
    for (let i = this.#offsets[value]!; i < this.#offsets[value + 1]!; i += 1) {
      const fit = fits.get(this.#words[i]!);
      if (fit !== undefined && (best === undefined || fit.similarity > best.similarity)) best = fit;
    }
    return best;
  }

  /** Takes in values that have come since. */
  #follow(): void {
    const { valueCount, wordsOf } = this.#source;
    const count = valueCount();
    for (; this.#indexed < count; this.#indexed += 1) this.#addValue(this.#indexed, wordsOf(this.#indexed));
  }

  #addValue(value: number, words: Iterable<number>): void {
    this.#offsets = widen(this.#offsets, value + 2, this.#moves);
    const start = this.#offsets[value]!;
    let end = start;
    for (const word of words) {
      if (this.#words.subarray(start, end).includes(word)) continue;
      this.#words = widen(this.#words, end + 1, this.#moves);
      this.#words[end] = word;
      end += 1;
      this.#valuesOf.add(word, value);
      this.#isKnown = widen(this.#isKnown, word + 1, this.#moves);
      if (this.#isKnown[word] === 0) this.#addWord(word);
    }
    this.#offsets[value + 1] = end;
  }

  #addWord(word: number): void {
    const { lettersOf } = this.#source;
    const { bytes, from, to } = lettersOf(word);
    this.#isKnown[word] = 1;
    this.#table.add(word, bytes, from, to);
    if (this.#nicknames === null) return;
    for (const number of this.#groupsOf(word)) {
      const group = this.#nicknames.get(number);
      if (group === undefined) this.#nicknames.set(number, [word]);
      else group.push(word);
    }
  }

  #groupsOf(word: number): number[] {
    const { nicknames } = this.#source;
    return nicknames === null ? [] : indexKeys(nicknames, word);
  }
}

function wordSourceOf(field: Field): WordSource {
  switch (field.kind) {
    case "name":
      return tokenSource(field, () => field.dictionary, field);
    case "address":
    case "organisation":
    case "relative":
      return tokenSource(field, () => field.tokenDictionary, null);
    case "date":
      throw new Error("dates have no words");
    default:
      return textSource(field);
  }
}

/** Values whose words were found when they were standardised. */
function tokenSource(
  field: { readonly dictionary: Dictionary; readonly tokens: Int32Array; readonly tokenOffsets: ArrayLike<number> },
  words: () => Dictionary,
  nicknames: NameField | null,
): WordSource {
  return {
    valueCount: () => field.dictionary.strings.count,
    wordsOf: (value) => field.tokens.subarray(field.tokenOffsets[value], field.tokenOffsets[value + 1]),
    lettersOf: (word) => {
      const { bytes, offsets } = words().strings;
      return { bytes, from: offsets[word]!, to: offsets[word + 1]! };
    },
    nicknames,
  };
}

/** Towns and other texts: their words are parted here, once a value, with those of its other writings. */
function textSource({ dictionary, writings = {} }: TextField): WordSource {
  const interner = new Interner();
  const writtenFor = Map.groupBy(Object.entries(writings), ([, standing]) => standing);
  const textsOf = (text: string): string[] => [text, ...(writtenFor.get(text) ?? []).map(([written]) => written)];
  return {
    valueCount: () => dictionary.strings.count,
    wordsOf: (value) =>
      textsOf(dictionary.strings.at(value))
        .flatMap((text) => text.split(" "))
        .map((word) => interner.intern(word))
        .filter((word) => word >= 0),
    lettersOf: (word) => {
      const bytes = encoder.encode(interner.text(word));
      return { bytes, from: 0, to: bytes.length };
    },
    nicknames: null,
  };
}

const encoder = new TextEncoder();
