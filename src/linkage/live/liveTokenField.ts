// Addresses and organisations that grow as records arrive. Tokens that the model counted are known from the beginning:
// comparers derive a rarity from the counts of all tokens when they are made, and every later token was counted once.

import { PackedStrings } from "../../shared/packedStrings.ts";
import { type FrequencyTable, lookUpCounts, type SlotCounts } from "../compare/frequencies.ts";
import { letterMasks } from "../standardise/letterMasks.ts";
import type { Dictionary, Field, TokenField } from "../standardise/standardRecords.ts";
import type { LiveField, Mutable, RowPlace, SlotFrequencies } from "./liveField.ts";
import { ValueDictionary } from "./valueDictionary.ts";
import { copyWithRoom, type Moves, widen } from "./widen.ts";

export class LiveTokenField implements LiveField {
  readonly field: Mutable<TokenField>;
  readonly frequencies: Readonly<Record<string, Mutable<SlotCounts>>>;
  readonly #moves: Moves;
  readonly #dictionary: ValueDictionary;
  readonly #tokens: ValueDictionary;
  readonly #counts: Mutable<SlotCounts>;
  readonly #tokenCounts: Mutable<SlotCounts>;
  readonly #counted: FrequencyTable | undefined;

  /** `counted`: the model's counts of tokens. */
  constructor(template: TokenField, totals: SlotFrequencies, counted: FrequencyTable | undefined, moves: Moves) {
    const tokensName = `${template.name}.tokens`;
    this.#moves = moves;
    this.#counted = counted;
    this.#dictionary = new ValueDictionary(moves);
    this.#tokens = new ValueDictionary(moves);
    this.field = {
      ...template,
      dictionary: this.#dictionary,
      tokenDictionary: this.#tokens,
      signatures: new Int32Array(64),
      tokenCounts: new Uint32Array(0),
      tokenOffsets: new Uint32Array(65),
      tokens: new Int32Array(256),
      isNumber: new Uint8Array(64),
    };
    this.#counts = { counts: new Uint32Array(64), total: totals[template.name]?.total ?? 1 };
    this.#tokenCounts = { counts: new Uint32Array(64).fill(1), total: totals[tokensName]?.total ?? 1 };
    this.frequencies = { [template.name]: this.#counts, [tokensName]: this.#tokenCounts };
    this.#addCounted();
  }

  /** Tokens that the model counted and that are not known yet. */
  #addCounted(): void {
    if (this.#counted === undefined) return;
    const texts = [...this.#counted.counts.keys()].filter((text) => text !== "").sort();
    const strings = PackedStrings.from(texts);
    const dictionary = { strings, masks: letterMasks(strings) };
    const { counts } = lookUpCounts(this.#counted, texts.length, (index) => texts[index]!);
    texts.forEach((text, index) => {
      this.#internToken(dictionary, index, { count: counts[index]!, isNumber: /\d/.test(text) ? 1 : 0 }, true);
    });
  }

  translate(from: Field, slots: SlotFrequencies, source: RowPlace, target: RowPlace, isLasting: boolean): void {
    const other = from as TokenField;
    const code = source.cells[source.at + other.slot.position]!;
    target.cells[target.at + this.field.slot.position] = code < 0 ? -1 : this.#intern(other, code, slots, isLasting);
  }

  /** Tokens stay in the order of their texts, in which the batch has them. */
  #intern(other: TokenField, index: number, slots: SlotFrequencies, isLasting: boolean): number {
    const known = this.#dictionary.find(other.dictionary.strings, index);
    if (known >= 0) return known;
    const code = this.#dictionary.add(other.dictionary, index, isLasting);
    const { field } = this;
    field.signatures = widen(field.signatures, code + 1, this.#moves);
    field.signatures[code] = other.signatures[index]!;
    this.#counts.counts = widen(this.#counts.counts, code + 1, this.#moves);
    this.#counts.counts[code] = slots[other.name]!.counts[index]!;
    const tokenCounts = slots[`${other.name}.tokens`]!.counts;
    const from = other.tokenOffsets[index]!;
    const to = other.tokenOffsets[index + 1]!;
    field.tokenOffsets = widen(field.tokenOffsets, code + 2, this.#moves);
    const start = field.tokenOffsets[code]!;
    field.tokens = widen(field.tokens, start + to - from, this.#moves);
    for (let i = from; i < to; i += 1) {
      const token = other.tokens[i]!;
      const facts = { count: tokenCounts[token]!, isNumber: other.isNumber[token]! };
      field.tokens[start + i - from] = this.#internToken(other.tokenDictionary, token, facts, isLasting);
    }
    field.tokenOffsets[code + 1] = start + to - from;
    return code;
  }

  #internToken(
    dictionary: Dictionary,
    index: number,
    { count, isNumber }: { readonly count: number; readonly isNumber: number },
    isLasting: boolean,
  ): number {
    const known = this.#tokens.find(dictionary.strings, index);
    if (known >= 0) return known;
    const code = this.#tokens.add(dictionary, index, isLasting);
    const { field } = this;
    field.isNumber = widen(field.isNumber, code + 1, this.#moves);
    field.isNumber[code] = isNumber;
    const room = this.#tokenCounts.counts.length;
    this.#tokenCounts.counts = widen(this.#tokenCounts.counts, code + 1, this.#moves);
    this.#tokenCounts.counts.fill(1, room);
    this.#tokenCounts.counts[code] = count;
    return code;
  }

  dropScratch(): void {
    this.#dictionary.strings.dropScratch();
    this.#tokens.strings.dropScratch();
  }

  adopt(from: Field, slots: SlotFrequencies): void {
    const other = from as TokenField;
    const { count } = other.dictionary.strings;
    const room = count + (count >> 2) + 64;
    const { field } = this;
    this.#dictionary.adopt(other.dictionary);
    field.signatures = copyWithRoom(other.signatures, room);
    this.#counts.counts = copyWithRoom(slots[other.name]!.counts, room);
    this.#adoptTokens(other.tokenDictionary, other.isNumber, slots[`${other.name}.tokens`]!.counts);
    field.tokenOffsets = copyWithRoom(other.tokenOffsets, room + 1);
    field.tokens = copyWithRoom(other.tokens, other.tokens.length + (other.tokens.length >> 2));
    const codeOf = this.#codesOf(other.tokenDictionary.strings);
    if (codeOf !== null) for (let i = 0; i < other.tokens.length; i += 1) field.tokens[i] = codeOf[other.tokens[i]!]!;
    this.#moves.count += 1;
  }

  #adoptTokens(dictionary: Dictionary, isNumber: Uint8Array, counts: Uint32Array): void {
    for (let token = 0; token < dictionary.strings.count; token += 1) {
      this.#internToken(dictionary, token, { count: counts[token]!, isNumber: isNumber[token]! }, true);
    }
  }

  /** Codes here of the tokens of another dictionary; null where they are the same. */
  #codesOf(strings: PackedStrings): Int32Array | null {
    const codes = new Int32Array(strings.count);
    for (let token = 0; token < codes.length; token += 1) codes[token] = this.#tokens.find(strings, token);
    return codes.every((code, token) => code === token) ? null : codes;
  }

  freeze(): { field: TokenField; slots: SlotFrequencies } {
    const { field } = this;
    const { count } = field.dictionary.strings;
    const tokenCount = this.#tokens.strings.count;
    const { counts, total } = this.#counts;
    const tokens = this.#tokenCounts;
    return {
      field: {
        ...field,
        signatures: field.signatures.subarray(0, count),
        tokenOffsets: field.tokenOffsets.subarray(0, count + 1),
        tokens: field.tokens.subarray(0, field.tokenOffsets[count]),
        isNumber: field.isNumber.subarray(0, tokenCount),
      },
      slots: {
        [field.name]: { counts: counts.subarray(0, count), total },
        [`${field.name}.tokens`]: { counts: tokens.counts.subarray(0, tokenCount), total: tokens.total },
      },
    };
  }

  texts({ cells, at }: RowPlace): Record<string, string | null> {
    const code = cells[at + this.field.slot.position]!;
    return { [this.field.name]: code < 0 ? null : this.#dictionary.strings.at(code) };
  }
}
