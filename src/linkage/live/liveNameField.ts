// Names that grow as records arrive: parts, tokens and nickname groups over one dictionary.
import type { SlotCounts } from "../compare/frequencies.ts";
import type { Field, NameField, Slot } from "../standardise/standardRecords.ts";
import { type LiveField, type Mutable, type RowPlace, type SlotFrequencies, slotsOfCodes } from "./liveField.ts";
import { ValueDictionary } from "./valueDictionary.ts";
import { copyWithRoom, type Moves, widen } from "./widen.ts";

const parts = ["given", "middle", "surname"] as const;
type Part = (typeof parts)[number];
const comparisonOf: Record<Part, string> = { given: "given_name", middle: "middle_name", surname: "surname" };

export class LiveNameField implements LiveField {
  readonly field: Mutable<NameField>;
  readonly frequencies: Readonly<Record<string, Mutable<SlotCounts>>>;
  readonly #moves: Moves;
  readonly #dictionary: ValueDictionary;
  readonly #parts: readonly Part[];

  /** `totals`: records behind the counts of each slot. */
  constructor(template: NameField, totals: SlotFrequencies, moves: Moves) {
    this.#moves = moves;
    this.#dictionary = new ValueDictionary(moves);
    this.#parts = parts.filter((part) => template[part] !== null);
    this.field = {
      ...template,
      dictionary: this.#dictionary,
      tokenOffsets: new Uint32Array(65),
      tokens: new Int32Array(64),
      nicknameOffsets: new Uint32Array(65),
      nicknameGroups: new Int32Array(64),
    };
    this.frequencies = Object.fromEntries(this.#parts.flatMap((part) => slotsOfCodes(`name.${part}`, totals, 64)));
  }

  translate(from: Field, slots: SlotFrequencies, source: RowPlace, target: RowPlace, isLasting: boolean): void {
    const other = from as NameField;
    for (const part of this.#parts) {
      const code = source.cells[source.at + (other[part] as Slot).position]!;
      const to = target.at + (this.field[part] as Slot).position;
      target.cells[to] = code < 0 ? -1 : this.#intern(other, code, slots, isLasting);
    }
  }

  /** A name of several tokens comes after each of them. */
  #intern(other: NameField, index: number, slots: SlotFrequencies, isLasting: boolean): number {
    const known = this.#dictionary.find(other.dictionary.strings, index);
    if (known >= 0) return known;
    const from = other.tokenOffsets[index]!;
    const to = other.tokenOffsets[index + 1]!;
    const tokens: number[] = [];
    for (let i = from; i < to; i += 1) {
      const token = other.tokens[i]!;
      tokens.push(token === index ? -1 : this.#intern(other, token, slots, isLasting));
    }
    const code = this.#dictionary.add(other.dictionary, index, isLasting);
    this.#setTokens(code, tokens);
    this.#setNicknames(code, other, index);
    for (const [name, slot] of Object.entries(this.frequencies)) {
      slot.counts = widen(slot.counts, code + 1, this.#moves);
      slot.counts[code] = slots[name]!.counts[index]!;
    }
    return code;
  }

  /** −1 stands for the name itself. */
  #setTokens(code: number, tokens: readonly number[]): void {
    const { field } = this;
    field.tokenOffsets = widen(field.tokenOffsets, code + 2, this.#moves);
    const start = field.tokenOffsets[code]!;
    field.tokens = widen(field.tokens, start + tokens.length, this.#moves);
    for (let i = 0; i < tokens.length; i += 1) field.tokens[start + i] = tokens[i]! < 0 ? code : tokens[i]!;
    field.tokenOffsets[code + 1] = start + tokens.length;
  }

  #setNicknames(code: number, other: NameField, index: number): void {
    const { field } = this;
    const from = other.nicknameOffsets[index]!;
    const to = other.nicknameOffsets[index + 1]!;
    field.nicknameOffsets = widen(field.nicknameOffsets, code + 2, this.#moves);
    const start = field.nicknameOffsets[code]!;
    field.nicknameGroups = widen(field.nicknameGroups, start + to - from, this.#moves);
    for (let i = from; i < to; i += 1) field.nicknameGroups[start + i - from] = other.nicknameGroups[i]!;
    field.nicknameOffsets[code + 1] = start + to - from;
  }

  dropScratch(): void {
    this.#dictionary.strings.dropScratch();
  }

  adopt(from: Field, slots: SlotFrequencies): void {
    const other = from as NameField;
    const { count } = other.dictionary.strings;
    const room = count + (count >> 2) + 64;
    this.#dictionary.adopt(other.dictionary);
    const { field } = this;
    field.tokenOffsets = copyWithRoom(other.tokenOffsets, room + 1);
    field.tokens = copyWithRoom(other.tokens, room + (other.tokens.length >> 2));
    field.nicknameOffsets = copyWithRoom(other.nicknameOffsets, room + 1);
    field.nicknameGroups = copyWithRoom(other.nicknameGroups, other.nicknameGroups.length + (room >> 3));
    for (const [name, slot] of Object.entries(this.frequencies)) slot.counts = copyWithRoom(slots[name]!.counts, room);
    this.#moves.count += 1;
  }

  freeze(): { field: NameField; slots: SlotFrequencies } {
    const { field } = this;
    const { count } = field.dictionary.strings;
    const slots = Object.entries(this.frequencies).map(([name, { counts, total }]) => {
      return [name, { counts: counts.subarray(0, count), total }] as const;
    });
    return {
      field: {
        ...field,
        tokenOffsets: field.tokenOffsets.subarray(0, count + 1),
        tokens: field.tokens.subarray(0, field.tokenOffsets[count]),
        nicknameOffsets: field.nicknameOffsets.subarray(0, count + 1),
        nicknameGroups: field.nicknameGroups.subarray(0, field.nicknameOffsets[count]),
      },
      slots: Object.fromEntries(slots),
    };
  }

  texts({ cells, at }: RowPlace): Record<string, string | null> {
    const entries = this.#parts.map((part) => {
      const code = cells[at + (this.field[part] as Slot).position]!;
      return [comparisonOf[part], code < 0 ? null : this.#dictionary.strings.at(code)] as const;
    });
    return Object.fromEntries(entries);
  }
}
