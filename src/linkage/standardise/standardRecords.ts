// Records in comparable form: one row of integer codes a record, and per field a dictionary of its distinct values.
// Everything is in shared memory, so that worker threads read it without copying.
import type { PackedStrings } from "../../shared/packedStrings.ts";

/** Distinct comparable values (ASCII) of a field. Codes follow first appearance in the order of raw values: not of rows. */
export interface Dictionary {
  readonly strings: PackedStrings;
  /** Per value the set of its letters and digits as 32 bits (compare/similarity/letterMask.ts). */
  readonly masks: Int32Array;
}

/** Values that one slot of the records takes, and how often. */
export interface Slot {
  /** Position in the record's row of `cells`. */
  readonly position: number;
  /** Per dictionary code the number of records with that value in this slot. */
  readonly counts: Uint32Array;
  /** Records that have a value here. */
  readonly total: number;
}

/** A person's name in parts; all parts share one dictionary, so that crossed and displaced names compare by code. */
export interface NameField {
  readonly kind: "name";
  readonly name: "name";
  readonly dictionary: Dictionary;
  readonly given: Slot | null;
  readonly middle: Slot | null;
  readonly surname: Slot | null;
  /** Per dictionary code where its tokens stand in `tokens` (count + 1 offsets). */
  readonly tokenOffsets: Uint32Array;
  /** Codes of single tokens, in the order of the name; a name of one token has its own code. */
  readonly tokens: Int32Array;
  /** Per dictionary code the offset range of its nickname groups, ascending, in `nicknameGroups`. */
  readonly nicknameOffsets: Uint32Array;
  readonly nicknameGroups: Int32Array;
  /** Whether names were split from whole ones, whose words may stand in another order than they were read in. */
  readonly isOfWholes: boolean;
  /** Whether names without vowels, marked as such, are among them, which meet others by their consonants. */
  readonly hasUnvowelled: boolean;
}

export interface DateField {
  readonly kind: "date";
  readonly name: string;
  readonly slot: Slot;
  /** Per code the date as yyyymmdd; unknown month or day are 0. */
  readonly dates: Int32Array;
}

/** Kinds of fields that are one comparable text. */
export type TextKind =
  | "suffix"
  | "sex"
  | "email"
  | "phone"
  | "document"
  | "postcode"
  | "town"
  | "code"
  | "number"
  | "houseNumber"
  | "text";

export interface TextField {
  readonly kind: TextKind;
  readonly name: string;
  readonly slot: Slot;
  readonly dictionary: Dictionary;
  /**
   * Per code the hash (shared/hashText.ts) of a coarser value: the domain of an e-mail, the district of a postcode; 0
   * where none. Null for other kinds.
   */
  readonly coarse: Int32Array | null;
  /** E-mail alone: per code the hash of its local part; 0 where none. */
  readonly local: Int32Array | null;
  /** Per code what proves most other values to be unlike: compare/similarity/editSignature.ts, of e-mails letterSignature.ts. */
  readonly signatures: Int32Array;
  /** Of a code: name of another field that tells it (compare/told/findTold.ts); absent where none does. */
  readonly toldBy?: string;
  /** Of a document: names of other fields that say of which series its number is (compare/told/findSeries.ts); absent where none does. */
  readonly seriesBy?: readonly string[];
  /** Of codes and places: values that sources write otherwise, each with the one that stands for it; absent where there are none. */
  readonly writings?: Readonly<Record<string, string>>;
  /** Code-like numbers alone (age, year): per code its number, NaN where none. */
  readonly numbers: Float64Array | null;
}

/** Texts compared as sets of tokens: an address of one or several columns, the name of an organisation or of a relative. */
export interface TokenField {
  readonly kind: "address" | "organisation" | "relative";
  readonly name: string;
  readonly slot: Slot;
  readonly dictionary: Dictionary;
  /** Codes follow the order of the tokens' texts, so that what is summed over a value's tokens has one order everywhere. */
  readonly tokenDictionary: Dictionary;
  /** Per value a bit set by each of its tokens: values whose bits differ are different sets. */
  readonly signatures: Int32Array;
  /** Per token the number of distinct values that hold it. */
  readonly tokenCounts: Uint32Array;
  /** Per value the codes of its tokens in ascending order, without repeats. */
  readonly tokenOffsets: Uint32Array;
  readonly tokens: Int32Array;
  /** Per token 1 where it holds a digit. */
  readonly isNumber: Uint8Array;
}

export type Field = NameField | DateField | TextField | TokenField;

export const isTokenKind = (kind: Field["kind"]): kind is TokenField["kind"] =>
  kind === "address" || kind === "organisation" || kind === "relative";

export const isTokenField = (field: Field): field is TokenField => isTokenKind(field.kind);

export interface StandardRecords {
  readonly recordCount: number;
  /** Integers a record; `cells[record * stride + slot.position]` is a code or −1. */
  readonly stride: number;
  readonly cells: Int32Array;
  readonly fields: readonly Field[];
  readonly sourceOf: Uint16Array;
  readonly sourceCount: number;
  /** Per row the number of identical records that it stands for; null where each row is one record. */
  readonly multiplicity: Uint32Array | null;
}
