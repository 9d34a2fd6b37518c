// A field whose dictionary grows as records arrive. Its `field` is what comparers read: the same object for ever, whose
// arrays are replaced when they move. Values of a batch come with everything derived from them by the bulk code and are
// copied, never derived again.
import type { SlotCounts } from "../compare/frequencies.ts";
import { originKinds, originSlot } from "../compare/nameOrigins.ts";
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { Field } from "../standardise/standardRecords.ts";

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type SlotFrequencies = AlignedFrequencies["slots"];

/** Empty slots with one number a code: of how common values are and, where the model tells them, of their origins. */
export function slotsOfCodes(name: string, totals: SlotFrequencies, room: number): [string, Mutable<SlotCounts>][] {
  const origins = originKinds.map((kind) => originSlot(name, kind)).filter((slot) => totals[slot] !== undefined);
  const names = [name, ...origins];
  return names.map((slot) => [slot, { counts: new Uint32Array(room), total: totals[slot]?.total ?? 1 }]);
}

/** A row of codes: where it stands in `cells`. */
export interface RowPlace {
  readonly cells: Int32Array;
  readonly at: number;
}

export interface LiveField {
  readonly field: Field;
  /** Counts by slot name, as PairComparer takes them. */
  readonly frequencies: Readonly<Record<string, SlotCounts>>;
  /**
   * Writes the codes of a record of a batch, whose dictionaries are its own, as codes of this field. Unknown values are
   * added: for good, or until dropScratch.
   */
  translate(from: Field, slots: SlotFrequencies, source: RowPlace, target: RowPlace, isLasting: boolean): void;
  dropScratch(): void;
  /** Takes over a whole field with its codes. Must be empty. */
  adopt(field: Field, slots: SlotFrequencies): void;
  /** The lasting part as a plain field with arrays of exact lengths, and its counts. */
  freeze(): { field: Field; slots: SlotFrequencies };
  /** Standardised texts of a row by the names of comparisons; null where missing. */
  texts(source: RowPlace): Record<string, string | null>;
}
