// Fields of one text: equality by code first, then a relation of the two texts that depends on the kind of field.
import type { PackedStrings } from "../../../shared/packedStrings.ts";
import type { StandardRecords, TextField } from "../../standardise/standardRecords.ts";
import { isByBirthDate } from "../../standardise/values/birthDateMark.ts";
import type { SlotCounts } from "../frequencies.ts";
import { LogFrequencies } from "../logFrequencies.ts";
import type { NamedEmails } from "../namedEmails.ts";
import type { Comparator, PairEvidence } from "../pairEvidence.ts";
import { RelationCache } from "../relationCache.ts";
import { mayBeOneEdit } from "../similarity/editSignature.ts";
import { indelSimilarity } from "../similarity/indelSimilarity.ts";
import { isWithinOneEdit } from "../similarity/isWithinOneEdit.ts";
import { jaroWinkler } from "../similarity/jaroWinkler.ts";
import { jaroWinklerUpperBound } from "../similarity/jaroWinklerUpperBound.ts";
import { mayBeSimilar } from "../similarity/letterSignature.ts";
import { osaDistance } from "../similarity/osaDistance.ts";
import { osaLowerBound } from "../similarity/osaLowerBound.ts";
import { NumberSeries } from "../told/numberSeries.ts";
import type { ToldValues } from "../told/toldValues.ts";

/**
 * Numbers that are one person's own are nearly never shared by chance: counts are mixed with this many pseudo-records
 * at this frequency, so that two records that share one are not taken for a common value.
 */
const documentSpreadRecords = 500;
const documentFrequency = 1e-7;

/** The level of numbers that an error of writing may part. */
const documentEditLevel = 2;

export function textLogFrequencies(kind: TextField["kind"], total: number): LogFrequencies {
  if (kind !== "document") return new LogFrequencies(total);
  return new LogFrequencies(total, documentSpreadRecords * documentFrequency, documentSpreadRecords);
}

export class TextComparator implements Comparator {
  readonly comparisonCount = 1;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #position: number;
  readonly #counts: Uint32Array;
  readonly #logFrequencies: LogFrequencies;
  readonly #relate: (a: number, b: number) => number;
  readonly #named: NamedEmails | null;
  readonly #told: ToldValues | null;
  readonly #series: NumberSeries | null;
  /** Of ages: their texts, of which those by dates of birth are not compared with each other. */
  readonly #ages: PackedStrings | null;

  /** `named`: of e-mail addresses, where the model tells how alike those of namesakes are; `told`: where another field tells it. */
  constructor(
    records: StandardRecords,
    field: TextField,
    frequencies: SlotCounts,
    { named = null, told = null }: { readonly named?: NamedEmails | null; readonly told?: ToldValues | null } = {},
  ) {
    this.#named = named;
    this.#told = told;
    this.#series = NumberSeries.of(records, field);
    this.#ages = field.kind === "number" ? field.dictionary.strings : null;
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#position = field.slot.position;
    this.#counts = frequencies.counts;
    this.#logFrequencies = textLogFrequencies(field.kind, frequencies.total);
    const relate = relationOf(field.kind);
    this.#relate = repeats.has(field.kind)
      ? bindCache(new RelationCache((low, high) => relate(field, low, high), field.dictionary.strings))
      : (a, b) => relate(field, a, b);
  }

  compare(left: number, right: number, evidence: PairEvidence, first: number): void {
    const a = this.#cells[left * this.#stride + this.#position]!;
    const b = this.#cells[right * this.#stride + this.#position]!;
    evidence.logUAdjust[first] = 0;
    if (a < 0 || b < 0 || (this.#ages !== null && isByBirthDate(this.#ages, a) && isByBirthDate(this.#ages, b))) {
      evidence.levels[first] = 0;
    } else if (a === b) {
      evidence.levels[first] = 1;
      evidence.logUAdjust[first] = this.#told?.logShare(left, right, a) ?? this.#logFrequencies.at(this.#counts[a]!);
    } else {
      const level = this.#relate(a, b);
      const isOfOtherSeries = level > documentEditLevel && this.#series !== null && this.#series.differ(left, right);
      evidence.levels[first] = isOfOtherSeries ? 0 : level;
      if (this.#named !== null) evidence.logUAdjust[first] = this.#named.logExcess(left, right, level);
      else if (this.#told !== null) evidence.logUAdjust[first] = this.#told.logUnlikeOf(left, right);
    }
  }
}

/** Kinds with few distinct values, whose pairs come again; of the others remembering would only cost memory. */
const repeats: ReadonlySet<TextField["kind"]> = new Set(["town", "code", "number", "houseNumber", "text"]);

const bindCache = (cache: RelationCache) => (a: number, b: number) => cache.get(a, b);

type Relate = (field: TextField, a: number, b: number) => number;

/** The level of two different values of such a field, by code: 2 and above. */
export function relationOf(kind: TextField["kind"]): Relate {
  switch (kind) {
    case "email":
      return relateEmails;
    case "postcode":
      return relatePostcodes;
    case "town":
      return relateTowns;
    case "phone":
      return relatePhones;
    case "document":
      return (f, a, b) => (areNeighbours(f, a, b) ? 3 : isOneEdit(f, a, b, 4) ? documentEditLevel : 4);
    case "number":
      return relateNumbers;
    case "houseNumber":
      return (f, a, b) => (isOneEdit(f, a, b, 2) ? 2 : 3);
    case "sex":
    case "suffix":
      return () => 2;
    default:
      return (f, a, b) => (isWithin(f, a, b, 1, 5) || isNearWinkler(f, a, b) ? 2 : 3);
  }
}

/** True where at most one edit parts the two texts, the shorter having at least `lengthMin` characters. */
function isOneEdit({ dictionary, signatures }: TextField, a: number, b: number, lengthMin: number): boolean {
  if (!mayBeOneEdit(signatures[a]!, signatures[b]!)) return false;
  const { bytes, offsets } = dictionary.strings;
  const fromA = offsets[a]!;
  const toA = offsets[a + 1]!;
  const fromB = offsets[b]!;
  const toB = offsets[b + 1]!;
  return Math.min(toA - fromA, toB - fromB) >= lengthMin && isWithinOneEdit(bytes, fromA, toA, fromB, toB);
}

/** Numbers given out this far apart may be one family's. */
const neighboursMax = 20;
/** Digits at the end in which neighbours differ. */
const lastDigits = 2;

/** True of two numbers that end in digits and are so near each other that they were given out together, as to a family. */
function areNeighbours({ dictionary }: TextField, a: number, b: number): boolean {
  const { bytes, offsets } = dictionary.strings;
  const length = offsets[a + 1]! - offsets[a]!;
  if (offsets[b + 1]! - offsets[b]! !== length || length < neighboursLengthMin) return false;
  const [fromA, fromB] = [offsets[a]!, offsets[b]!];
  let apart = 0;
  for (let i = 0; i < length; i += 1) {
    const [x, y] = [bytes[fromA + i]!, bytes[fromB + i]!];
    if (i < length - lastDigits) {
      if (x !== y) return false;
    } else if (!isDigit(x) || !isDigit(y)) return false;
    else apart = apart * 10 + x - y;
  }
  return Math.abs(apart) <= neighboursMax;
}

/** Shorter ones are few, and near each other by chance. */
const neighboursLengthMin = 5;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** True where at most `edits` edits part the two texts, the shorter having at least `lengthMin` characters. */
function isWithin({ dictionary }: TextField, a: number, b: number, edits: number, lengthMin: number): boolean {
  const { bytes, offsets } = dictionary.strings;
  const lengthA = offsets[a + 1]! - offsets[a]!;
  const lengthB = offsets[b + 1]! - offsets[b]!;
  if (lengthA < lengthMin || lengthB < lengthMin) return false;
  if (osaLowerBound(dictionary.masks[a]!, dictionary.masks[b]!, lengthA, lengthB) > edits) return false;
  return osaDistance(bytes, offsets[a]!, offsets[a + 1]!, offsets[b]!, offsets[b + 1]!, edits) <= edits;
}

function isNearWinkler({ dictionary }: TextField, a: number, b: number): boolean {
  const { bytes, offsets } = dictionary.strings;
  const lengthA = offsets[a + 1]! - offsets[a]!;
  const lengthB = offsets[b + 1]! - offsets[b]!;
  if (Math.min(lengthA, lengthB) < 4) return false;
  if (jaroWinklerUpperBound(dictionary.masks[a]!, dictionary.masks[b]!, lengthA, lengthB) < 0.92) return false;
  return jaroWinkler(bytes, offsets[a]!, offsets[a + 1]!, offsets[b]!, offsets[b + 1]!) >= 0.92;
}

/** indelSimilarity from which two e-mail addresses count as similar. */
export const emailSimilarityMin = 0.75;

const relateEmails: Relate = (field, a, b) => {
  const { bytes, offsets } = field.dictionary.strings;
  const mayBe =
    mayBeSimilar(field.signatures[a]!, field.signatures[b]!, emailSimilarityMin) &&
    !haveOtherNumbers(field.dictionary.strings, a, b);
  if (mayBe && isWithin(field, a, b, 2, 6)) return 2;
  const similarity = mayBe ? indelSimilarity(bytes, offsets[a]!, offsets[a + 1]!, offsets[b]!, offsets[b + 1]!) : 0;
  if (similarity >= 0.88) return 2;
  if (field.local !== null && field.local[a] !== 0 && field.local[a] === field.local[b]) return 3;
  if (similarity >= emailSimilarityMin) return 4;
  if (field.coarse !== null && field.coarse[a] !== 0 && field.coarse[a] === field.coarse[b]) return 5;
  return 6;
};

/**
 * True where the local parts of two addresses both have digits, which more than an edit parts: anna.berg62 and anna.berg85 are
 * namesakes' addresses, however alike the texts are.
 */
function haveOtherNumbers({ bytes, offsets }: PackedStrings, a: number, b: number): boolean {
  const left = copyDigits(bytes, offsets[a]!, offsets[a + 1]!, 0);
  const right = copyDigits(bytes, offsets[b]!, offsets[b + 1]!, digitsMax);
  if (left === 0 || right === 0) return false;
  return !isWithinOneEdit(digits, 0, left, digitsMax, digitsMax + right);
}

const digitsMax = 64;
/** Of the left address, and from `digitsMax` on of the right one. */
const digits = new Uint8Array(2 * digitsMax);

/** Copies the digits before the @ to where they are wanted, and says how many; of more than fit, the first. */
function copyDigits(bytes: Uint8Array, from: number, to: number, at: number): number {
  let count = 0;
  for (let i = from; i < to && count < digitsMax; i += 1) {
    const byte = bytes[i]!;
    if (byte === 64) break;
    if (byte >= 48 && byte <= 57) digits[at + count++] = byte;
  }
  return count;
}

const relatePostcodes: Relate = (field, a, b) => {
  if (isOneEdit(field, a, b, 4)) return 2;
  return field.coarse !== null && field.coarse[a] !== 0 && field.coarse[a] === field.coarse[b] ? 3 : 4;
};

const relateTowns: Relate = (field, a, b) => (isWithin(field, a, b, 1, 4) || isNearWinkler(field, a, b) ? 2 : 3);

/** Seven equal last digits are one number written with and without its area. */
const relatePhones: Relate = (field, a, b) => {
  if (!mayBeOneEdit(field.signatures[a]!, field.signatures[b]!)) return 3;
  if (isOneEdit(field, a, b, 6)) return 2;
  const { bytes, offsets } = field.dictionary.strings;
  const length = Math.min(offsets[a + 1]! - offsets[a]!, offsets[b + 1]! - offsets[b]!);
  if (length < 7) return 3;
  for (let i = 1; i <= length; i += 1) if (bytes[offsets[a + 1]! - i] !== bytes[offsets[b + 1]! - i]) return 3;
  return 2;
};

const relateNumbers: Relate = (field, a, b) => {
  const apart = Math.abs((field.numbers?.[a] ?? Number.NaN) - (field.numbers?.[b] ?? Number.NaN));
  // By an age the one, by a date of birth the other.
  if (apart === 0) return 1;
  if (apart <= 1) return 2;
  return apart <= 5 ? 3 : 4;
};
