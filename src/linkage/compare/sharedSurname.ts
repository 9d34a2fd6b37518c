// Families share a surname, and a relative's name holds it: two strangers of one surname have mothers of one surname. What both
// records say by their own surname is not told once more by the relative's.
import type { PackedStrings } from "../../shared/packedStrings.ts";
import type { NameField, StandardRecords, TokenField } from "../standardise/standardRecords.ts";
import type { SlotCounts } from "./frequencies.ts";
import { LogFrequencies } from "./logFrequencies.ts";

const none: readonly number[] = [];

export class SharedSurname {
  readonly #records: StandardRecords;
  readonly #position: number;
  readonly #names: NameField;
  readonly #relatives: TokenField;
  readonly #counts: Uint32Array;
  readonly #logFrequencies: LogFrequencies;

  /** Null where the records have no surnames. @param frequencies of surnames */
  static of(records: StandardRecords, field: TokenField, frequencies: SlotCounts): SharedSurname | null {
    const names = records.fields.find((candidate) => candidate.kind === "name");
    if (field.kind !== "relative" || names === undefined || names.surname === null) return null;
    return new SharedSurname(records, names, names.surname.position, field, frequencies);
  }

  private constructor(
    records: StandardRecords,
    names: NameField,
    position: number,
    relatives: TokenField,
    { counts, total }: SlotCounts,
  ) {
    this.#records = records;
    this.#names = names;
    this.#position = position;
    this.#relatives = relatives;
    this.#counts = counts;
    this.#logFrequencies = new LogFrequencies(total);
  }

  /** The code of the surname that both records have; −1 where they have none in common. */
  of(left: number, right: number): number {
    const { cells, stride } = this.#records;
    const surname = cells[left * stride + this.#position]!;
    return surname === cells[right * stride + this.#position]! ? surname : -1;
  }

  /** Natural log of the surname's frequency. */
  logFrequency(surname: number): number {
    return this.#logFrequencies.at(Math.max(1, this.#counts[surname] ?? 1));
  }

  /** Tokens of the surname that the relatives' names a and b both hold; none where one of these would have no others. */
  tokensIn(surname: number, a: number, b: number): readonly number[] {
    const { tokenOffsets, tokens } = this.#relatives;
    const sizeOf = (set: number): number => tokenOffsets[set + 1]! - tokenOffsets[set]!;
    let found: number[] | null = null;
    for (let i = tokenOffsets[a]!; i < tokenOffsets[a + 1]!; i += 1) {
      const token = tokens[i]!;
      if (!this.#isOf(surname, token) || !this.#holds(b, token)) continue;
      found ??= [];
      found.push(token);
    }
    if (found === null || found.length >= Math.min(sizeOf(a), sizeOf(b))) return none;
    return found;
  }

  #holds(set: number, token: number): boolean {
    const { tokenOffsets, tokens } = this.#relatives;
    for (let i = tokenOffsets[set]!; i < tokenOffsets[set + 1]!; i += 1) if (tokens[i] === token) return true;
    return false;
  }

  /** Whether the token is one of the surname's words. */
  #isOf(surname: number, token: number): boolean {
    const { tokenOffsets, tokens, dictionary } = this.#names;
    const { strings } = this.#relatives.tokenDictionary;
    for (let i = tokenOffsets[surname]!; i < tokenOffsets[surname + 1]!; i += 1) {
      if (areEqual(dictionary.strings, tokens[i]!, strings, token)) return true;
    }
    return false;
  }
}

function areEqual(one: PackedStrings, a: number, other: PackedStrings, b: number): boolean {
  const from = one.offsets[a]!;
  const length = one.offsets[a + 1]! - from;
  const otherFrom = other.offsets[b]!;
  if (other.offsets[b + 1]! - otherFrom !== length) return false;
  for (let i = 0; i < length; i += 1) if (one.bytes[from + i] !== other.bytes[otherFrom + i]) return false;
  return true;
}
