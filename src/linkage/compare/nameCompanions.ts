// What agreement of names says less where other values agree that come with the same origin: strangers who share a surname
// of few people often share a given name of its culture and a nationality too.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { SlotCounts } from "./frequencies.ts";
import { NameOrigins, originShares, originSlot } from "./nameOrigins.ts";

type Slots = Readonly<Record<string, SlotCounts>>;

interface Companion {
  /** In the record's row of cells. */
  readonly position: number;
  /** Packed origins by code. */
  readonly packed: Uint32Array;
}

export class NameCompanions {
  readonly #records: StandardRecords;
  readonly #origins: NameOrigins;
  readonly #given: Uint32Array;
  readonly #surname: Uint32Array;
  readonly #codes: readonly Companion[];
  /** Of given name, surname and codes; reused. */
  readonly #packed: Uint32Array;

  /** Null where the model tells no origins. */
  static from(records: StandardRecords, slots: Slots): NameCompanions | null {
    const shares = slots[originShares];
    const given = slots[originSlot("name.given")];
    const surname = slots[originSlot("name.surname")];
    if (shares === undefined || given === undefined || surname === undefined) return null;
    return new NameCompanions(records, new NameOrigins(shares), given.counts, surname.counts, slots);
  }

  private constructor(
    records: StandardRecords,
    origins: NameOrigins,
    given: Uint32Array,
    surname: Uint32Array,
    slots: Slots,
  ) {
    this.#records = records;
    this.#origins = origins;
    this.#given = given;
    this.#surname = surname;
    this.#codes = records.fields.flatMap((field) => {
      const packed = field.kind === "code" ? slots[originSlot(field.name)] : undefined;
      return field.kind === "code" && packed !== undefined
        ? [{ position: field.slot.position, packed: packed.counts }]
        : [];
    });
    this.#packed = new Uint32Array(2 + this.#codes.length);
  }

  /**
   * Natural log of how much more often strangers share these names, and the codes that the two rows share, than if all were
   * independent; at least 0. A name is −1 where the records do not agree in it. Symmetric.
   */
  logDependence(left: number, right: number, namesLeft: NamesOfRecord, namesRight: NamesOfRecord): number {
    const codes = this.#shareCodes(left, right);
    const own = this.#ofRecord(namesLeft, codes);
    if (namesLeft.given === namesRight.given && namesLeft.surname === namesRight.surname) return own;
    return (own + this.#ofRecord(namesRight, codes)) / 2;
  }

  /** Packed origins of the codes that both rows have stand in #packed from 2 on. @returns where they end */
  #shareCodes(left: number, right: number): number {
    const { cells, stride } = this.#records;
    let end = 2;
    for (const { position, packed } of this.#codes) {
      const code = cells[left * stride + position]!;
      if (code < 0 || code !== cells[right * stride + position]) continue;
      this.#packed[end] = packed[code] ?? 0;
      end += 1;
    }
    return end;
  }

  #ofRecord({ given, surname }: NamesOfRecord, end: number): number {
    this.#packed[0] = given < 0 ? 0 : (this.#given[given] ?? 0);
    this.#packed[1] = surname < 0 ? 0 : (this.#surname[surname] ?? 0);
    return this.#origins.logDependence(this.#packed, end);
  }
}

/** Codes of the name dictionary. */
export interface NamesOfRecord {
  readonly given: number;
  readonly surname: number;
}
