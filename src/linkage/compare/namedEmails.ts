// E-mail addresses are made of names: those of two namesakes are alike because their names are, and must not count as one
// more agreement. How alike they are by the names alone is counted when a model is trained (origins/countNamedEmails.ts)
// and frozen with the frequencies.
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import type { NameField, StandardRecords, TextField } from "../standardise/standardRecords.ts";
import type { FrequencyTable, FrequencyTables, SlotCounts } from "./frequencies.ts";

/** Names that both records and both addresses share: none, the given name or one of the other's part, the surname, two. */
const sharings = 4;
/** Levels of the comparison of e-mail addresses, and 0 for missing. */
export const emailLevels = 7;
/** Added to each level's count, as where u is counted. */
const pseudoCount = 0.3;
/** Shorter names are in many an address by chance. */
const lettersMin = 3;

const tableName = (field: string, sharing: number): string => `${field}.named${sharing}`;

/** Tables to freeze. @param counts by sharing · emailLevels + level; a sharing without counts has no table */
export function createNamedTables(field: string, counts: Uint32Array): [string, FrequencyTable][] {
  return Array.from({ length: sharings }, (_, sharing) => sharing).flatMap((sharing) => {
    const own = counts.subarray(sharing * emailLevels, (sharing + 1) * emailLevels);
    const total = own.reduce((sum, count) => sum + count, 0);
    const entries = Array.from(own, (count, level) => [String(level), count] as const);
    if (total === 0) return [];
    return [[tableName(field, sharing), { total, counts: new Map(entries.filter(([, count]) => count > 0)) }]];
  });
}

/** Counts by level under the names of the tables. */
export function alignNamedEmails(tables: FrequencyTables, field: string): Record<string, SlotCounts> {
  const slots: Record<string, SlotCounts> = {};
  for (let sharing = 0; sharing < sharings; sharing += 1) {
    const table = tables.get(tableName(field, sharing));
    if (table === undefined) continue;
    const counts = sharedUint32(emailLevels);
    for (const [level, count] of table.counts) counts[Number(level)] = count;
    slots[tableName(field, sharing)] = { counts, total: table.total };
  }
  return slots;
}

type Slots = Readonly<Record<string, SlotCounts>>;

export class NamedEmails {
  readonly #records: StandardRecords;
  readonly #position: number;
  readonly #given: number;
  readonly #surname: number;
  readonly #names: NameField;
  readonly #emails: TextField;
  /** By sharing · emailLevels + level. */
  readonly #excess: Float64Array;

  /** Null where the model does not tell. */
  static from(records: StandardRecords, field: TextField, slots: Slots): NamedEmails | null {
    const name = records.fields.find((candidate) => candidate.kind === "name");
    if (name === undefined || slots[tableName(field.name, 0)] === undefined) return null;
    return new NamedEmails(records, name, field, tabulateExcess(field.name, slots));
  }

  private constructor(records: StandardRecords, name: NameField, emails: TextField, excess: Float64Array) {
    this.#records = records;
    this.#position = emails.slot.position;
    this.#given = name.given?.position ?? -1;
    this.#surname = name.surname?.position ?? -1;
    this.#names = name;
    this.#emails = emails;
    this.#excess = excess;
  }

  /**
   * Natural log of how much more often the addresses of strangers who share the names that both addresses hold are at this
   * level than those of any two; at least 0. Symmetric.
   */
  logExcess(left: number, right: number, level: number): number {
    const given = this.#excess[emailLevels + level]!;
    const surname = this.#excess[2 * emailLevels + level]!;
    if (given === 0 && surname === 0 && this.#excess[3 * emailLevels + level] === 0) return 0;
    return this.#excess[this.#sharingOf(left, right) * emailLevels + level]!;
  }

  #sharingOf(left: number, right: number): number {
    const given = this.#codeOf(left, this.#given);
    const surname = this.#codeOf(left, this.#surname);
    const sharesGiven = this.#isShared(left, right, given);
    const sharesSurname = surname !== given && this.#isShared(left, right, surname);
    if (sharesGiven && sharesSurname) return 3;
    // One name, in whatever part either record has it.
    if (sharesSurname && surname === this.#codeOf(right, this.#surname)) return 2;
    return sharesGiven || sharesSurname ? 1 : 0;
  }

  /** A cell of a row; −1 without such a part. */
  #codeOf(row: number, position: number): number {
    return position < 0 ? -1 : this.#records.cells[row * this.#records.stride + position]!;
  }

  /** True where the right record has the name too and both addresses hold it. */
  #isShared(left: number, right: number, name: number): boolean {
    if (name < 0) return false;
    if (name !== this.#codeOf(right, this.#given) && name !== this.#codeOf(right, this.#surname)) return false;
    const emails = this.#emails.dictionary.strings;
    const names = this.#names.dictionary.strings;
    return (
      findName(emails, this.#codeOf(left, this.#position), names, name) !== null &&
      findName(emails, this.#codeOf(right, this.#position), names, name) !== null
    );
  }
}

function tabulateExcess(field: string, slots: Slots): Float64Array {
  const excess = new Float64Array(sharings * emailLevels);
  const shareOf = ({ counts, total }: SlotCounts, level: number): number =>
    (counts[level]! + pseudoCount) / (total + pseudoCount * (emailLevels - 1));
  const any = slots[tableName(field, 0)]!;
  for (let sharing = 1; sharing < sharings; sharing += 1) {
    const named = slots[tableName(field, sharing)];
    if (named === undefined) continue;
    // Equal addresses are one person's, whatever they are made of.
    for (let level = 2; level < emailLevels; level += 1) {
      excess[sharing * emailLevels + level] = Math.max(0, Math.log(shareOf(named, level) / shareOf(any, level)));
    }
  }
  return excess;
}

/** A stretch of bytes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const at = 64;
const isLetter = (byte: number): boolean => byte >= 97 && byte <= 122;

/** Where the local part of an address holds a name, signs and spaces in either aside; null where it does not, or it is short. */
export function findName(emails: PackedStrings, email: number, names: PackedStrings, name: number): Stretch | null {
  if (email < 0) return null;
  const start = emails.offsets[email]!;
  let end = emails.offsets[email + 1]!;
  for (let i = end - 1; i > start; i -= 1) {
    if (emails.bytes[i] === at) {
      end = i;
      break;
    }
  }
  const nameFrom = names.offsets[name]!;
  const nameTo = names.offsets[name + 1]!;
  if (countLetters(names.bytes, nameFrom, nameTo) < lettersMin) return null;
  for (let from = start; from < end; from += 1) {
    if (!isLetter(emails.bytes[from]!)) continue;
    const to = matchLetters(emails.bytes, from, end, names.bytes, nameFrom, nameTo);
    if (to >= 0) return { from, to };
  }
  return null;
}

function countLetters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if (isLetter(bytes[i]!)) count += 1;
  return count;
}

/** Behind the last letter of `name` where the letters of `text` from there on begin with all of them; else −1. */
function matchLetters(
  text: Uint8Array,
  from: number,
  to: number,
  name: Uint8Array,
  nameFrom: number,
  nameTo: number,
): number {
  let i = from;
  for (let j = nameFrom; j < nameTo; j += 1) {
    if (!isLetter(name[j]!)) continue;
    while (i < to && !isLetter(text[i]!)) i += 1;
    if (i === to || text[i] !== name[j]) return -1;
    i += 1;
  }
  return i;
}
