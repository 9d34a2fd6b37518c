// What agreement of names says less where other values agree that come with the same people: strangers who share a surname
// of few people often share a given name of its culture and a nationality too, and those who share a given name the sex.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { SlotCounts } from "./frequencies.ts";
import { NameOrigins, type OriginKind, originKinds, originShares, originSlot } from "./nameOrigins.ts";

type Slots = Readonly<Record<string, SlotCounts>>;

/** Fields beside the names whose values are told of. */
const companionKind = { origin: "code", sex: "sex" } as const;

export class NameCompanions {
  readonly #kinds: readonly CompanionsOfKind[];

  /** Null where the model tells of no names. */
  static from(records: StandardRecords, slots: Slots): NameCompanions | null {
    const kinds = originKinds.flatMap((kind) => CompanionsOfKind.from(records, slots, kind) ?? []);
    return kinds.length === 0 ? null : new NameCompanions(kinds);
  }

  private constructor(kinds: readonly CompanionsOfKind[]) {
    this.#kinds = kinds;
  }

  /**
   * Natural log of how much more often strangers share these names, and the codes that the two rows share, than if all were
   * independent; at least 0. A name is −1 where the records do not agree in it. Symmetric.
   */
  logDependence(left: number, right: number, namesLeft: NamesOfRecord, namesRight: NamesOfRecord): number {
    let sum = 0;
    for (let i = 0; i < this.#kinds.length; i += 1) {
      sum += this.#kinds[i]!.logDependence(left, right, namesLeft, namesRight);
    }
    return sum;
  }
}

/** Codes of the name dictionary. */
export interface NamesOfRecord {
  readonly given: number;
  readonly surname: number;
}

interface Companion {
  /** In the record's row of cells. */
  readonly position: number;
  /** Packed origins by code. */
  readonly packed: Uint32Array;
}

const none = new Uint32Array(0);

/** By one kind of origins. */
class CompanionsOfKind {
  readonly #records: StandardRecords;
  readonly #origins: NameOrigins;
  readonly #given: Uint32Array;
  readonly #surname: Uint32Array;
  readonly #codes: readonly Companion[];
  /** Of given name, surname and codes; reused. */
  readonly #packed: Uint32Array;

  static from(records: StandardRecords, slots: Slots, kind: OriginKind): CompanionsOfKind | null {
    const shares = slots[originShares(kind)];
    return shares === undefined ? null : new CompanionsOfKind(records, shares, slots, kind);
  }

  private constructor(records: StandardRecords, shares: SlotCounts, slots: Slots, kind: OriginKind) {
    this.#records = records;
    this.#origins = new NameOrigins(shares);
    this.#given = slots[originSlot("name.given", kind)]?.counts ?? none;
    this.#surname = slots[originSlot("name.surname", kind)]?.counts ?? none;
    this.#codes = records.fields.flatMap((field) => {
      const packed = field.kind === companionKind[kind] ? slots[originSlot(field.name, kind)] : undefined;
      return field.kind === "name" || packed === undefined
        ? []
        : [{ position: field.slot.position, packed: packed.counts }];
    });
    this.#packed = new Uint32Array(2 + this.#codes.length);
  }

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
    for (let i = 0; i < this.#codes.length; i += 1) {
      const { position, packed } = this.#codes[i]!;
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
