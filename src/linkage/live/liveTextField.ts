// A field of one text that grows: e-mail, phone, document, postcode, town, sex, codes, numbers.
import type { SlotCounts } from "../compare/frequencies.ts";
import type { Field, TextField } from "../standardise/standardRecords.ts";
import { type LiveField, type Mutable, type RowPlace, type SlotFrequencies, slotsOfCodes } from "./liveField.ts";
import { ValueDictionary } from "./valueDictionary.ts";
import { copyWithRoom, type Moves, widen } from "./widen.ts";

export class LiveTextField implements LiveField {
  readonly field: Mutable<TextField>;
  readonly frequencies: Readonly<Record<string, Mutable<SlotCounts>>>;
  readonly #moves: Moves;
  readonly #dictionary: ValueDictionary;

  /** `template`: the field of no records, at its place in the row; `totals`: records behind the counts of each slot. */
  constructor(template: TextField, totals: SlotFrequencies, moves: Moves) {
    this.#moves = moves;
    this.#dictionary = new ValueDictionary(moves);
    const room = 32;
    this.field = {
      ...template,
      dictionary: this.#dictionary,
      signatures: new Int32Array(room),
      coarse: template.coarse === null ? null : new Int32Array(room),
      local: template.local === null ? null : new Int32Array(room),
      numbers: template.numbers === null ? null : new Float64Array(room),
    };
    this.frequencies = Object.fromEntries(slotsOfCodes(template.name, totals, room));
  }

  translate(from: Field, slots: SlotFrequencies, source: RowPlace, target: RowPlace, isLasting: boolean): void {
    const other = from as TextField;
    const code = source.cells[source.at + other.slot.position]!;
    target.cells[target.at + this.field.slot.position] = code < 0 ? -1 : this.#intern(other, code, slots, isLasting);
  }

  #intern(other: TextField, index: number, slots: SlotFrequencies, isLasting: boolean): number {
    const known = this.#dictionary.find(other.dictionary.strings, index);
    if (known >= 0) return known;
    const code = this.#dictionary.add(other.dictionary, index, isLasting);
    const { field } = this;
    field.signatures = widen(field.signatures, code + 1, this.#moves);
    field.signatures[code] = other.signatures[index]!;
    if (field.coarse !== null) {
      field.coarse = widen(field.coarse, code + 1, this.#moves);
      field.coarse[code] = other.coarse?.[index] ?? 0;
    }
    if (field.local !== null) {
      field.local = widen(field.local, code + 1, this.#moves);
      field.local[code] = other.local?.[index] ?? 0;
    }
    if (field.numbers !== null) {
      field.numbers = widen(field.numbers, code + 1, this.#moves);
      field.numbers[code] = other.numbers?.[index] ?? Number.NaN;
    }
    for (const [name, slot] of Object.entries(this.frequencies)) {
      slot.counts = widen(slot.counts, code + 1, this.#moves);
      slot.counts[code] = slots[name]!.counts[index]!;
    }
    return code;
  }

  dropScratch(): void {
    this.#dictionary.strings.dropScratch();
  }

  adopt(from: Field, slots: SlotFrequencies): void {
    const other = from as TextField;
    const { count } = other.dictionary.strings;
    const room = count + (count >> 2) + 64;
    this.#dictionary.adopt(other.dictionary);
    const { field } = this;
    field.signatures = copyWithRoom(other.signatures, room);
    if (field.coarse !== null) field.coarse = copyWithRoom(other.coarse ?? new Int32Array(0), room);
    if (field.local !== null) field.local = copyWithRoom(other.local ?? new Int32Array(0), room);
    if (field.numbers !== null) field.numbers = copyWithRoom(other.numbers ?? new Float64Array(0), room);
    for (const [name, slot] of Object.entries(this.frequencies)) slot.counts = copyWithRoom(slots[name]!.counts, room);
    this.#moves.count += 1;
  }

  freeze(): { field: TextField; slots: SlotFrequencies } {
    const { field } = this;
    const { count } = field.dictionary.strings;
    return {
      field: {
        ...field,
        signatures: field.signatures.subarray(0, count),
        coarse: field.coarse?.subarray(0, count) ?? null,
        local: field.local?.subarray(0, count) ?? null,
        numbers: field.numbers?.subarray(0, count) ?? null,
      },
      slots: Object.fromEntries(
        Object.entries(this.frequencies).map(([name, { counts, total }]) => {
          return [name, { counts: counts.subarray(0, count), total }];
        }),
      ),
    };
  }

  texts({ cells, at }: RowPlace): Record<string, string | null> {
    const code = cells[at + this.field.slot.position]!;
    return { [this.field.name]: code < 0 ? null : this.#dictionary.strings.at(code) };
  }
}
