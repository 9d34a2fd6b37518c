// Names: given name, surname, middle name and the order they stand in, compared straight and crossed. Crossed counts
// only where it explains the two names clearly better, since chance has two tries then.
import { decodeBytes } from "../../../shared/packedStrings.ts";
import { lookUpName } from "../../profile/lexicon/nameLexicon.ts";
import { shareGroup } from "../../standardise/nicknameLists.ts";
import type { NameField, StandardRecords } from "../../standardise/standardRecords.ts";
import type { SlotCounts } from "../frequencies.ts";
import { LogFrequencies } from "../logFrequencies.ts";
import type { NameCompanions } from "../nameCompanions.ts";
import type { Comparator, PairEvidence } from "../pairEvidence.ts";
import { RelationCache } from "../relationCache.ts";
import { isWithinOneEdit } from "../similarity/isWithinOneEdit.ts";
import { jaroWinkler } from "../similarity/jaroWinkler.ts";
import { jaroWinklerUpperBound } from "../similarity/jaroWinklerUpperBound.ts";
import { areSameStem } from "../similarity/nameParticles.ts";
import { osaDistance } from "../similarity/osaDistance.ts";
import { osaLowerBound } from "../similarity/osaLowerBound.ts";
import { soundAlike } from "./soundAlike.ts";

export const nameLevel = {
  missing: 0,
  exact: 1,
  nearRare: 2,
  near: 3,
  nickname: 4,
  initial: 5,
  similar: 6,
  middle: 7,
  differentRare: 8,
  different: 9,
} as const;

/**
 * How well a level explains two names as one person's. The crossed reading must be better by `crossedGainMin`, and explain
 * something: two surnames that differ are not excused where there is nothing to hold them against crosswise.
 */
const quality = [0, 3, 2, 2, 2, 0.5, 0.3, 0.3, -2, -2] as const;
const crossedGainMin = 1.5;

/** Names agree as far as this. */
const agreeMax = nameLevel.nickname;
const agrees = (level: number): boolean => level > 0 && level <= agreeMax;

/**
 * `bothAgree` is in place too: given name and surname are not independent (each culture has its own of both), so that
 * strangers who share one share the other more often than by chance; its weight takes that back.
 */
export const orderLevel = { missing: 0, inPlace: 1, swapped: 2, displaced: 3, bothAgree: 4 } as const;

export interface NameFrequencies {
  readonly given: SlotCounts;
  readonly surname: SlotCounts;
}

/** Codes of a record's names; −1 where missing. */
interface Names {
  given: number;
  middle: number;
  surname: number;
}

/** A whole name read with its words in another order, beside a name that stands as it is. */
interface Turned {
  /** Levels of the two. */
  givenLevel: number;
  surnameLevel: number;
  middleLevel: number;
  /** The turned record's given name and surname as they are read now. */
  given: number;
  surname: number;
}

const createTurned = (): Turned => ({ givenLevel: 0, surnameLevel: 0, middleLevel: 0, given: -1, surname: -1 });

export class NameComparator implements Comparator {
  readonly comparisonCount: number;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #field: NameField;
  readonly #given: number;
  readonly #surname: number;
  readonly #middle: number;
  readonly #hasOrder: boolean;
  readonly #mayTurn: boolean;
  readonly #cache: RelationCache;
  readonly #givenCounts: Uint32Array;
  readonly #surnameCounts: Uint32Array;
  readonly #logGiven: LogFrequencies;
  readonly #logSurname: LogFrequencies;
  readonly #companions: NameCompanions | null;
  /** Names in which two records agree; reused. */
  readonly #agreeingA = { given: -1, surname: -1 };
  readonly #agreeingB = { given: -1, surname: -1 };
  /** Names of two records, and either of them turned beside the other; reused. */
  readonly #namesA: Names = { given: -1, middle: -1, surname: -1 };
  readonly #namesB: Names = { given: -1, middle: -1, surname: -1 };
  readonly #turnedA = createTurned();
  readonly #turnedB = createTurned();
  /** Middle names agree as far as this: of forms of one name another may be meant, of a writing without vowels it is not. */
  readonly #middleMax: number;
  readonly #rareGivenMax: number;
  readonly #rareSurnameMax: number;

  /** `companions`: null where the model tells no origins of names. */
  constructor(
    records: StandardRecords,
    field: NameField,
    frequencies: NameFrequencies,
    companions: NameCompanions | null = null,
  ) {
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#field = field;
    this.#given = field.given?.position ?? -1;
    this.#surname = field.surname?.position ?? -1;
    this.#middle = field.middle?.position ?? -1;
    this.#hasOrder = this.#given >= 0 && this.#surname >= 0;
    this.#mayTurn = this.#hasOrder && this.#middle >= 0 && field.isOfWholes;
    this.comparisonCount =
      [field.given, field.surname, field.middle].filter((slot) => slot !== null).length + (this.#hasOrder ? 1 : 0);
    this.#cache = new RelationCache((low, high) => relateNames(field, low, high), field.dictionary.strings);
    this.#givenCounts = frequencies.given.counts;
    this.#surnameCounts = frequencies.surname.counts;
    this.#logGiven = new LogFrequencies(frequencies.given.total);
    this.#logSurname = new LogFrequencies(frequencies.surname.total);
    this.#companions = companions;
    this.#middleMax = field.hasUnvowelled ? nameLevel.nickname : nameLevel.near;
    this.#rareGivenMax = Math.max(2, 2e-5 * frequencies.given.total);
    this.#rareSurnameMax = Math.max(2, 2e-5 * frequencies.surname.total);
  }

  compare(left: number, right: number, evidence: PairEvidence, first: number): void {
    const a = left * this.#stride;
    const b = right * this.#stride;
    const cells = this.#cells;
    const givenA = this.#given < 0 ? -1 : cells[a + this.#given]!;
    const givenB = this.#given < 0 ? -1 : cells[b + this.#given]!;
    const surnameA = this.#surname < 0 ? -1 : cells[a + this.#surname]!;
    const surnameB = this.#surname < 0 ? -1 : cells[b + this.#surname]!;
    const middleA = this.#middle < 0 ? -1 : cells[a + this.#middle]!;
    const middleB = this.#middle < 0 ? -1 : cells[b + this.#middle]!;
    const { levels, logUAdjust } = evidence;

    let givenLevel = this.#partLevel(givenA, givenB, this.#givenCounts, this.#rareGivenMax);
    let surnameLevel = this.#partLevel(surnameA, surnameB, this.#surnameCounts, this.#rareSurnameMax);
    let order: number = orderLevel.inPlace;
    let isCrossed = false;
    let isLeftInPlace = true;
    let givenAdjust = givenLevel === 1 ? this.#logGiven.at(this.#givenCounts[givenA]!) : 0;
    let surnameAdjust = surnameLevel === 1 ? this.#logSurname.at(this.#surnameCounts[surnameA]!) : 0;

    if (this.#hasOrder && !(givenLevel === 1 && surnameLevel === 1)) {
      const straight = quality[givenLevel]! + quality[surnameLevel]!;
      if (straight < 4) {
        const gain = this.#placement(givenA, surnameA) - this.#placement(givenB, surnameB);
        isLeftInPlace = gain > 0 || (gain === 0 && this.#standsFirst(givenA, surnameA, givenB, surnameB));
        const crossedGivenA = isLeftInPlace ? givenA : surnameA;
        const crossedGivenB = isLeftInPlace ? surnameB : givenB;
        const crossedSurnameA = isLeftInPlace ? surnameA : givenA;
        const crossedSurnameB = isLeftInPlace ? givenB : surnameB;
        const crossedGiven = this.#partLevel(crossedGivenA, crossedGivenB, this.#givenCounts, this.#rareGivenMax);
        const crossedSurname = this.#partLevel(
          crossedSurnameA,
          crossedSurnameB,
          this.#surnameCounts,
          this.#rareSurnameMax,
        );
        const [ofGiven, ofSurname] = [quality[crossedGiven]!, quality[crossedSurname]!];
        if (Math.max(ofGiven, ofSurname) > 0 && ofGiven + ofSurname >= straight + crossedGainMin) {
          order = crossedGiven > 0 && crossedSurname > 0 ? orderLevel.swapped : orderLevel.displaced;
          givenLevel = crossedGiven;
          surnameLevel = crossedSurname;
          givenAdjust = crossedGiven === 1 ? this.#logCommonest(crossedGivenA) : 0;
          surnameAdjust = crossedSurname === 1 ? this.#logCommonest(crossedSurnameA) : 0;
          isCrossed = true;
        }
      }
    }
    const turned =
      this.#mayTurn && (middleA >= 0 || middleB >= 0) && !(agrees(givenLevel) && agrees(surnameLevel))
        ? this.#turn(a, b, quality[givenLevel]! + quality[surnameLevel]!)
        : null;
    if (turned !== null) {
      order = orderLevel.swapped;
      givenLevel = turned.givenLevel;
      surnameLevel = turned.surnameLevel;
      givenAdjust = givenLevel === 1 ? this.#logCommonest(turned.given) : 0;
      surnameAdjust = surnameLevel === 1 ? this.#logCommonest(turned.surname) : 0;
    }
    let shared = -1;
    if (givenLevel >= nameLevel.similar && order === orderLevel.inPlace) {
      if (this.#isJoined(givenA, givenB, middleB) || this.#isJoined(givenB, givenA, middleA)) {
        givenLevel = this.#nearLevel(givenA, givenB, this.#givenCounts, this.#rareGivenMax);
      } else {
        shared = this.#amongMiddle(givenA, middleA, givenB, middleB);
        if (shared >= 0) givenLevel = nameLevel.middle;
      }
    }
    if (order === orderLevel.inPlace && agrees(givenLevel) && agrees(surnameLevel)) order = orderLevel.bothAgree;
    const isGivenAlike = agrees(givenLevel) || givenLevel === nameLevel.middle;
    const isSurnameAlike = agrees(surnameLevel);
    if (this.#companions !== null && (isGivenAlike || isSurnameAlike)) {
      // The record that does not stand in its places was read crossed.
      const isCrossedA = isCrossed && !isLeftInPlace;
      const isCrossedB = isCrossed && isLeftInPlace;
      const ofA = this.#agreeingA;
      const ofB = this.#agreeingB;
      ofA.given = isGivenAlike ? (isCrossedA ? surnameA : givenA) : -1;
      ofA.surname = isSurnameAlike ? (isCrossedA ? givenA : surnameA) : -1;
      ofB.given = isGivenAlike ? (isCrossedB ? surnameB : givenB) : -1;
      ofB.surname = isSurnameAlike ? (isCrossedB ? givenB : surnameB) : -1;
      if (shared >= 0) ofA.given = ofB.given = shared;
      if (turned === this.#turnedA) Object.assign(ofA, { given: turned.given, surname: turned.surname });
      else if (turned !== null) Object.assign(ofB, { given: turned.given, surname: turned.surname });
      const dependence = this.#companions.logDependence(left, right, ofA, ofB);
      // A name is no commoner among people of one origin than all of them are.
      if (isGivenAlike) givenAdjust = givenLevel === 1 ? Math.min(0, givenAdjust + dependence) : dependence;
      else surnameAdjust = surnameLevel === 1 ? Math.min(0, surnameAdjust + dependence) : dependence;
    }
    let index = first;
    if (this.#given >= 0) {
      levels[index] = givenLevel;
      logUAdjust[index] = givenAdjust;
      index += 1;
    }
    if (this.#surname >= 0) {
      levels[index] = surnameLevel;
      logUAdjust[index] = surnameAdjust;
      index += 1;
    }
    if (this.#middle >= 0) {
      if (turned !== null) levels[index] = turned.middleLevel;
      else if (middleA < 0 || middleB < 0) levels[index] = 0;
      else if (shared >= 0 && this.#areTurned(shared, givenA, middleA, givenB, middleB)) levels[index] = 1;
      else levels[index] = this.#middleLevel(middleA, middleB);
      logUAdjust[index] = 0;
      index += 1;
    }
    if (this.#hasOrder) {
      levels[index] = givenLevel === 0 && surnameLevel === 0 ? orderLevel.missing : order;
      logUAdjust[index] = 0;
    }
  }

  /**
   * One of two whole names with its words in another order, where both names agree then, one of them to the letter, and explain
   * the pair better than `straight`; null where they do not. `a` and `b`: where the records' cells begin.
   */
  #turn(a: number, b: number, straight: number): Turned | null {
    const namesA = this.#readNames(a, this.#namesA);
    const namesB = this.#readNames(b, this.#namesB);
    const ofB = this.#turnBeside(namesA, namesB, this.#turnedB);
    const ofA = this.#turnBeside(namesB, namesA, this.#turnedA);
    const best = Math.max(ofA, ofB);
    if (best < straight + crossedGainMin) return null;
    if (ofA !== ofB) return best === ofA ? this.#turnedA : this.#turnedB;
    const gain = this.#placement(namesA.given, namesA.surname) - this.#placement(namesB.given, namesB.surname);
    const isLeftInPlace =
      gain > 0 || (gain === 0 && this.#standsFirst(namesA.given, namesA.surname, namesB.given, namesB.surname));
    return isLeftInPlace ? this.#turnedB : this.#turnedA;
  }

  #readNames(row: number, names: Names): Names {
    names.given = this.#cells[row + this.#given]!;
    names.middle = this.#cells[row + this.#middle]!;
    names.surname = this.#cells[row + this.#surname]!;
    return names;
  }

  /** Turns `other` beside names in place; the quality of both names then, −∞ where they do not agree. */
  #turnBeside(fixed: Names, other: Names, found: Turned): number {
    let best = Number.NEGATIVE_INFINITY;
    if (fixed.given < 0 || fixed.surname < 0 || other.given < 0 || other.surname < 0 || other.middle < 0) return best;
    const { tokenOffsets, tokens } = this.#field;
    const first = tokenOffsets[other.middle]!;
    const last = tokenOffsets[other.middle + 1]! - 1;
    if (tokens[first] === fixed.given && this.#isWrittenOut(fixed.given)) {
      // Read with the given names first, it has its surname there: Smith John Paul.
      const level = this.#partLevel(fixed.surname, other.given, this.#surnameCounts, this.#rareSurnameMax);
      if (agrees(level)) {
        best = quality[nameLevel.exact] + quality[level]!;
        found.givenLevel = nameLevel.exact;
        found.surnameLevel = level;
        found.given = fixed.given;
        found.surname = other.given;
        found.middleLevel = this.#middleBeside(fixed.middle, other, first, other.surname);
      }
    }
    if (tokens[last] === fixed.surname && this.#isWrittenOut(fixed.surname)) {
      // Read with the surname first, it has it at the end: John Paul Smith.
      const level = this.#partLevel(fixed.given, other.surname, this.#givenCounts, this.#rareGivenMax);
      if (agrees(level) && quality[nameLevel.exact] + quality[level]! > best) {
        best = quality[nameLevel.exact] + quality[level]!;
        found.givenLevel = level;
        found.surnameLevel = nameLevel.exact;
        found.given = other.surname;
        found.surname = fixed.surname;
        found.middleLevel = this.#middleBeside(fixed.middle, other, last, other.given);
      }
    }
    return best;
  }

  /** Strangers' initials stand in all orders. */
  #isWrittenOut(name: number): boolean {
    const { offsets } = this.#field.dictionary.strings;
    return offsets[name + 1]! - offsets[name]! > 1;
  }

  /** The level of middle names beside those of a turned name: all but the token at `taken`, and the part `more`. */
  #middleBeside(middle: number, other: Names, taken: number, more: number): number {
    if (middle < 0) return 0;
    const { tokenOffsets, tokens } = this.#field;
    let best = this.#middleLevel(middle, more);
    for (let i = tokenOffsets[other.middle]!; i < tokenOffsets[other.middle + 1]!; i += 1) {
      if (i !== taken) best = Math.min(best, this.#middleLevel(middle, tokens[i]!));
    }
    return best;
  }

  /**
   * How much likelier a record's names are in the places where they stand than swapped, as a natural log. Of two records
   * that agree crosswise the one with less of it is taken for the swapped one, so that a given name is always compared
   * as a given name: pooling over many pairs would else count it as a surname too.
   */
  #placement(given: number, surname: number): number {
    let placement = 0;
    if (given >= 0) placement += this.#logGivenOverSurname(given);
    if (surname >= 0) placement -= this.#logGivenOverSurname(surname);
    return placement;
  }

  /** Breaks ties by the names' bytes, so that which record comes first changes nothing. */
  #standsFirst(givenA: number, surnameA: number, givenB: number, surnameB: number): boolean {
    return (this.#compareBytes(givenA, givenB) || this.#compareBytes(surnameA, surnameB)) <= 0;
  }

  /** Below 0 where name a stands before name b in the order of bytes; a missing name stands first. */
  #compareBytes(a: number, b: number): number {
    if (a === b || a < 0 || b < 0) return a === b ? 0 : a < 0 ? -1 : 1;
    const { bytes, offsets } = this.#field.dictionary.strings;
    const length = Math.min(offsets[a + 1]! - offsets[a]!, offsets[b + 1]! - offsets[b]!);
    for (let i = 0; i < length; i += 1) {
      const difference = bytes[offsets[a]! + i]! - bytes[offsets[b]! + i]!;
      if (difference !== 0) return difference;
    }
    return offsets[a + 1]! - offsets[a]! - (offsets[b + 1]! - offsets[b]!);
  }

  #logGivenOverSurname(code: number): number {
    return this.#logGiven.at(this.#givenCounts[code]!) - this.#logSurname.at(this.#surnameCounts[code]!);
  }

  /** A value met in both fields is as common as where it is commoner: chance had both fields to hit it. */
  #logCommonest(code: number): number {
    return Math.max(this.#logGiven.at(this.#givenCounts[code]!), this.#logSurname.at(this.#surnameCounts[code]!));
  }

  #partLevel(a: number, b: number, counts: Uint32Array, rareMax: number): number {
    if (a < 0 || b < 0) return nameLevel.missing;
    if (a === b) return nameLevel.exact;
    const relation = this.#cache.get(a, b);
    if (relation === nameLevel.near) return this.#nearLevel(a, b, counts, rareMax);
    if (relation !== nameLevel.different) return relation;
    return isRarer(a, b, counts, rareMax) ? nameLevel.differentRare : nameLevel.different;
  }

  #nearLevel(a: number, b: number, counts: Uint32Array, rareMax: number): number {
    return isRarer(a, b, counts, rareMax) ? nameLevel.nearRare : nameLevel.near;
  }

  /** Whether a name is two others in one word: Yuanmei is Yuan Mei. */
  #isJoined(whole: number, first: number, rest: number): boolean {
    if (rest < 0) return false;
    const { bytes, offsets } = this.#field.dictionary.strings;
    const end = offsets[whole + 1]!;
    let at = offsets[whole]!;
    for (let i = offsets[first]!; i < offsets[first + 1]!; i += 1) if (bytes[at++] !== bytes[i]) return false;
    for (let i = offsets[rest]!; i < offsets[rest + 1]!; i += 1) {
      if (bytes[i] !== spaceByte && (at >= end || bytes[at++] !== bytes[i])) return false;
    }
    return at === end;
  }

  /** The given name of one that stands among the middle names of the other; the first by its bytes if both do, −1 if none. */
  #amongMiddle(givenA: number, middleA: number, givenB: number, middleB: number): number {
    const a = this.#isAmong(givenA, middleB) ? givenA : -1;
    const b = this.#isAmong(givenB, middleA) ? givenB : -1;
    if (a < 0 || b < 0) return Math.max(a, b);
    return this.#compareBytes(a, b) <= 0 ? a : b;
  }

  #isAmong(name: number, names: number): boolean {
    if (name < 0 || names < 0) return false;
    const { tokenOffsets, tokens } = this.#field;
    for (let i = tokenOffsets[names]!; i < tokenOffsets[names + 1]!; i += 1) if (tokens[i] === name) return true;
    return false;
  }

  /**
   * Whether each record's given name stands, or nearly so, among the other's middle names: two given names in the other order.
   * `shared`, the one that is met, is written out: strangers' initials stand in all orders.
   */
  #areTurned(shared: number, givenA: number, middleA: number, givenB: number, middleB: number): boolean {
    if (!this.#isWrittenOut(shared)) return false;
    return this.#isNearAmong(givenA, middleB) && this.#isNearAmong(givenB, middleA);
  }

  #isNearAmong(name: number, names: number): boolean {
    const { tokenOffsets, tokens } = this.#field;
    for (let i = tokenOffsets[names]!; i < tokenOffsets[names + 1]!; i += 1) {
      const token = tokens[i]!;
      if (token === name || this.#cache.get(token, name) <= nameLevel.initial) return true;
    }
    return false;
  }

  #middleLevel(a: number, b: number): number {
    if (a === b) return 1;
    const { tokenOffsets, tokens, dictionary } = this.#field;
    let best = 3;
    for (let i = tokenOffsets[a]!; i < tokenOffsets[a + 1]!; i += 1) {
      for (let j = tokenOffsets[b]!; j < tokenOffsets[b + 1]!; j += 1) {
        const x = tokens[i]!;
        const y = tokens[j]!;
        const lengthX = dictionary.strings.offsets[x + 1]! - dictionary.strings.offsets[x]!;
        const lengthY = dictionary.strings.offsets[y + 1]! - dictionary.strings.offsets[y]!;
        if (x === y) best = Math.min(best, lengthX > 1 ? 1 : 2);
        else if (this.#cache.get(x, y) <= this.#middleMax) best = 1;
        else if ((lengthX === 1 || lengthY === 1) && this.#cache.get(x, y) === nameLevel.initial)
          best = Math.min(best, 2);
      }
    }
    return best;
  }
}

const spaceByte = 32;

/** One of the two stands so seldom in a file that it says more. */
const isRarer = (a: number, b: number, counts: Uint32Array, rareMax: number): boolean =>
  counts[a]! <= rareMax || counts[b]! <= rareMax;

/** How two different names relate, rarity aside: near, nickname, initial, similar or different (a `nameLevel`). */
export function relateNames(field: NameField, a: number, b: number): number {
  const { bytes, offsets } = field.dictionary.strings;
  const fromA = offsets[a]!;
  const toA = offsets[a + 1]!;
  const fromB = offsets[b]!;
  const toB = offsets[b + 1]!;
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (lengthA === 1 || lengthB === 1) return bytes[fromA] === bytes[fromB] ? nameLevel.initial : nameLevel.different;
  if (isWifeOf(field, a, b) || isWifeOf(field, b, a)) return nameLevel.different;
  const maskA = field.dictionary.masks[a]!;
  const maskB = field.dictionary.masks[b]!;
  const shortest = Math.min(lengthA, lengthB);
  const editsMin = osaLowerBound(maskA, maskB, lengthA, lengthB);
  const edits = editsMin > 2 ? 3 : osaDistance(bytes, fromA, toA, fromB, toB, 2);
  const winklerMax = jaroWinklerUpperBound(maskA, maskB, lengthA, lengthB, 4);
  const isReplaced = replacesPart(field, a, b);
  const winkler = winklerMax < 0.85 || isReplaced ? 0 : jaroWinkler(bytes, fromA, toA, fromB, toB);
  if ((edits <= 1 && shortest >= 3) || winkler >= 0.92) return nameLevel.near;
  if (haveSameParts(field, a, b)) return nameLevel.near;
  if (shareGroup(field, a, b)) return nameLevel.nickname;
  const isClose = edits <= 1 || (edits <= 2 && shortest >= 5) || winkler >= 0.85;
  // Vowels are written by ear: Yusuf is Yousof, and Khatun Khatoon.
  if (isClose && soundAlike(field, a, b)) return nameLevel.near;
  if (isClose) return nameLevel.similar;
  if (isReplaced) return nameLevel.different;
  const isSimilar = shareToken(field, a, b) || hasPartNear(field, a, b) || hasPartNear(field, b, a);
  return isSimilar || soundAlike(field, a, b) ? nameLevel.similar : nameLevel.different;
}

/** Shorter parts are near too many others. */
const nearPartLengthMin = 5;

/** Whether a name of one word is, but for an edit, a part of one of several: Chavess of Pinheiro Chaves. */
function hasPartNear({ tokenOffsets, tokens, dictionary }: NameField, several: number, one: number): boolean {
  const [first, end] = [tokenOffsets[several]!, tokenOffsets[several + 1]!];
  if (end - first < 2 || tokenOffsets[one + 1]! - tokenOffsets[one]! > 1) return false;
  const { bytes, offsets } = dictionary.strings;
  const [from, to] = [offsets[one]!, offsets[one + 1]!];
  if (to - from < nearPartLengthMin) return false;
  for (let i = first; i < end; i += 1) {
    const [fromPart, toPart] = [offsets[tokens[i]!]!, offsets[tokens[i]! + 1]!];
    if (toPart - fromPart >= nearPartLengthMin && isWithinOneEdit(bytes, from, to, fromPart, toPart)) return true;
  }
  return false;
}

/** In Hungary Szabolcsné is the wife of Szabolcs. Jeanne is a name of her own. */
function isWifeOf({ dictionary: { strings } }: NameField, wife: number, husband: number): boolean {
  const { bytes, offsets } = strings;
  const [from, own] = [offsets[wife]!, offsets[husband]!];
  const length = offsets[husband + 1]! - own;
  const end = from + length;
  if (offsets[wife + 1]! - end !== 2 || bytes[end] !== letterN || bytes[end + 1] !== letterE) return false;
  for (let i = 0; i < length; i += 1) if (bytes[from + i] !== bytes[own + i]) return false;
  // On other threads the strings have lost their methods.
  return (
    (lookUpName(decodeBytes(bytes, own, own + length))?.male ?? 0) > 0 &&
    lookUpName(decodeBytes(bytes, from, end + 2)) === undefined
  );
}

const letterN = 110;
const letterE = 101;

/** Whether two names are the same parts, in any order, but for particles: dos Santos Lima is Lima Santos. */
function haveSameParts(field: NameField, a: number, b: number): boolean {
  const { tokenOffsets } = field;
  const count = tokenOffsets[a + 1]! - tokenOffsets[a]!;
  if (tokenOffsets[b + 1]! - tokenOffsets[b]! !== count || count > partsMax) return false;
  let met = 0;
  for (let i = tokenOffsets[a]!; i < tokenOffsets[a + 1]!; i += 1) {
    let isMet = false;
    for (let j = 0; j < count && !isMet; j += 1) {
      if ((met & (1 << j)) !== 0 || !isSamePart(field, field.tokens[i]!, field.tokens[tokenOffsets[b]! + j]!)) continue;
      met |= 1 << j;
      isMet = true;
    }
    if (!isMet) return false;
  }
  return true;
}

/** Names of more parts are not looked at in every order. */
const partsMax = 8;

function isSamePart({ dictionary }: NameField, a: number, b: number): boolean {
  if (a === b) return true;
  const { bytes, offsets } = dictionary.strings;
  const [toA, toB] = [offsets[a + 1]!, offsets[b + 1]!];
  // Most parts end otherwise, and are no same ones whatever stands before.
  if (bytes[toA - 1] !== bytes[toB - 1] || bytes[toA - 2] !== bytes[toB - 2]) return false;
  return areSameStem({ bytes, from: offsets[a]!, to: toA }, { bytes, from: offsets[b]!, to: toB });
}

/** Shorter parts are particles and initials, which come and go. */
const partLengthMin = 4;

/**
 * Of two names of several parts each, whether one has a part where the other has another: Muñoz García is not Delgado García,
 * while García alone may be either. In any order; a part that is misspelt is met.
 */
function replacesPart(field: NameField, a: number, b: number): boolean {
  const { tokenOffsets } = field;
  const countA = tokenOffsets[a + 1]! - tokenOffsets[a]!;
  const countB = tokenOffsets[b + 1]! - tokenOffsets[b]!;
  if (countA < 2 || countB < 2) return false;
  return (countA > countB || lacksPart(field, a, b)) && (countB > countA || lacksPart(field, b, a));
}

function lacksPart(field: NameField, few: number, many: number): boolean {
  const { tokenOffsets, tokens, dictionary } = field;
  const { bytes, offsets } = dictionary.strings;
  for (let i = tokenOffsets[few]!; i < tokenOffsets[few + 1]!; i += 1) {
    const [from, to] = [offsets[tokens[i]!]!, offsets[tokens[i]! + 1]!];
    if (to - from < partLengthMin) continue;
    let isMet = false;
    for (let j = tokenOffsets[many]!; j < tokenOffsets[many + 1]! && !isMet; j += 1) {
      const [fromOther, toOther] = [offsets[tokens[j]!]!, offsets[tokens[j]! + 1]!];
      isMet = isSamePart(field, tokens[i]!, tokens[j]!) || jaroWinkler(bytes, from, to, fromOther, toOther) >= 0.85;
    }
    if (!isMet) return true;
  }
  return false;
}

function shareToken({ tokenOffsets, tokens, dictionary }: NameField, a: number, b: number): boolean {
  for (let i = tokenOffsets[a]!; i < tokenOffsets[a + 1]!; i += 1) {
    const token = tokens[i]!;
    if (dictionary.strings.offsets[token + 1]! - dictionary.strings.offsets[token]! < 2) continue;
    for (let j = tokenOffsets[b]!; j < tokenOffsets[b + 1]!; j += 1) if (token === tokens[j]) return true;
  }
  return false;
}
