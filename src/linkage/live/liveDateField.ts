// Birth dates that grow as records arrive.
import { mixBits } from "../../shared/hashText.ts";
import type { SlotCounts } from "../compare/frequencies.ts";
import type { DateField, Field } from "../standardise/standardRecords.ts";
import { CodeTable } from "./codeTable.ts";
import type { LiveField, Mutable, RowPlace, SlotFrequencies } from "./liveField.ts";
import { copyWithRoom, type Moves, widen } from "./widen.ts";

export class LiveDateField implements LiveField {
  readonly field: Mutable<DateField>;
  readonly frequencies: Readonly<Record<string, Mutable<SlotCounts>>>;
  readonly #moves: Moves;
  readonly #counts: Mutable<SlotCounts>;
  readonly #table: CodeTable;
  /** Lasting dates; those of a query stand from here to `#end`. */
  #count = 0;
  #end = 0;

  constructor(template: DateField, total: number, moves: Moves) {
    this.#moves = moves;
    this.field = { ...template, dates: new Int32Array(64) };
    this.#counts = { counts: new Uint32Array(64), total };
    this.frequencies = { [template.name]: this.#counts };
    this.#table = new CodeTable((code) => mixBits(this.field.dates[code]!));
  }

  translate(from: Field, slots: SlotFrequencies, source: RowPlace, target: RowPlace, isLasting: boolean): void {
    const other = from as DateField;
    const code = source.cells[source.at + other.slot.position]!;
    target.cells[target.at + this.field.slot.position] =
      code < 0 ? -1 : this.#intern(other.dates[code]!, slots[other.name]!.counts[code]!, isLasting);
  }

  #intern(date: number, count: number, isLasting: boolean): number {
    const { dates } = this.field;
    const known = this.#table.find(mixBits(date), (code) => dates[code] === date);
    if (known >= 0) return known;
    for (let scratch = this.#count; scratch < this.#end; scratch += 1) if (dates[scratch] === date) return scratch;
    const code = this.#end;
    this.field.dates = widen(dates, code + 1, this.#moves);
    this.field.dates[code] = date;
    this.#counts.counts = widen(this.#counts.counts, code + 1, this.#moves);
    this.#counts.counts[code] = count;
    this.#end = code + 1;
    if (isLasting) {
      this.#count = this.#end;
      this.#table.add(mixBits(date), code);
    }
    return code;
  }

  dropScratch(): void {
    this.#end = this.#count;
  }

  adopt(from: Field, slots: SlotFrequencies): void {
    const { dates, name } = from as DateField;
    const room = dates.length + (dates.length >> 2) + 64;
    this.field.dates = copyWithRoom(dates, room);
    this.#counts.counts = copyWithRoom(slots[name]!.counts, room);
    this.#count = this.#end = dates.length;
    this.#table.reserve(dates.length);
    for (let code = 0; code < dates.length; code += 1) this.#table.add(mixBits(dates[code]!), code);
    this.#moves.count += 1;
  }

  freeze(): { field: DateField; slots: SlotFrequencies } {
    const { counts, total } = this.#counts;
    return {
      field: { ...this.field, dates: this.field.dates.subarray(0, this.#count) },
      slots: { [this.field.name]: { counts: counts.subarray(0, this.#count), total } },
    };
  }

  texts({ cells, at }: RowPlace): Record<string, string | null> {
    const code = cells[at + this.field.slot.position]!;
    return { [this.field.name]: code < 0 ? null : writeDate(this.field.dates[code]!) };
  }
}

/** "1980-05-17", "1980-05" or "1980"; a day without its month is left out. */
function writeDate(date: number): string {
  const pad = (number: number, width: number): string => String(number).padStart(width, "0");
  const year = pad(Math.floor(date / 10000), 4);
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  if (month === 0) return year;
  return day === 0 ? `${year}-${pad(month, 2)}` : `${year}-${pad(month, 2)}-${pad(day, 2)}`;
}
