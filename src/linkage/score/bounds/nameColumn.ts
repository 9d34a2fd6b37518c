// Ceilings of names: given name, surname, middle name and order, straight and crossed. The dearest of the columns, so it
// comes last, when most pairs are out.
import { nameLevel, orderLevel } from "../../compare/comparators/nameComparator.ts";
import type { SlotCounts } from "../../compare/frequencies.ts";
import { LogFrequencies } from "../../compare/logFrequencies.ts";
import type { NameField } from "../../standardise/standardRecords.ts";
import { type BoundColumn, slack, slotCount } from "./boundColumn.ts";
import { kinCeilings } from "./kinCeilings.ts";
import type { LevelRatios } from "./levelRatios.ts";
import { anyWords, bitOf, isSeveral, kinship, kinshipOf, mayBeJoined, NameTraits, traitCount } from "./nameTraits.ts";
import { RoughNames } from "./roughNames.ts";
import { createTurnedNames, type TurnedNames } from "./turnedNames.ts";

export interface NameWeights {
  readonly cells: Int32Array;
  readonly field: NameField;
  readonly givenCounts: SlotCounts;
  readonly surnameCounts: SlotCounts;
  /** Null where the field lacks the part. */
  readonly given: LevelRatios | null;
  readonly surname: LevelRatios | null;
  readonly middle: LevelRatios | null;
  readonly order: LevelRatios | null;
}

/** Traits of a place: given name, surname, middle name. */
const placeStride = traitCount * 3;
const surnameAt = traitCount;
const middleAt = traitCount * 2;

/** quality of nameComparator.ts at best, by kinship; missing counts 0, exact 3. */
const qualityOf = [2, 2, 0.5, 0.3, -2] as const;
const exactQuality = 3;
const crossedGainMin = 1.5;

export class NameColumn implements BoundColumn {
  readonly isDear = true;
  readonly rough: RoughNames;
  /** Where the cells of the record in a place begin. */
  readonly #rows = new Int32Array(slotCount);
  readonly #cells: Int32Array;
  readonly #givenPosition: number;
  readonly #surnamePosition: number;
  readonly #middlePosition: number;
  readonly #traits = new Int32Array(slotCount * placeStride);
  readonly #kept: NameTraits;
  readonly #given = new Int32Array(slotCount);
  readonly #surname = new Int32Array(slotCount);
  readonly #middle = new Int32Array(slotCount);
  readonly #givenExact = new Float64Array(slotCount);
  readonly #surnameExact = new Float64Array(slotCount);
  readonly #givenCounts: Uint32Array;
  readonly #surnameCounts: Uint32Array;
  readonly #logGiven: LogFrequencies;
  readonly #logSurname: LogFrequencies;
  readonly #exactGiven: number;
  readonly #exactSurname: number;
  /** Ceilings by kinship. */
  readonly #givenKin: Float64Array;
  readonly #surnameKin: Float64Array;
  readonly #amongMiddle: number;
  readonly #middleAgrees: number;
  readonly #middleInitial: number;
  readonly #middleConflict: number;
  /** Kinship as far as which middle names agree. */
  readonly #middleKin: number;
  readonly #inPlace: number;
  readonly #bothAgree: number;
  readonly #crossedOrder: number;
  readonly #hasOrder: boolean;
  readonly #turns: TurnedNames | null;

  constructor(weights: NameWeights) {
    const { cells, field, givenCounts, surnameCounts, given, surname, middle, order } = weights;
    this.#turns = createTurnedNames(weights);
    this.rough = new RoughNames(weights, this.#turns);
    this.#cells = cells;
    this.#givenPosition = field.given?.position ?? -1;
    this.#surnamePosition = field.surname?.position ?? -1;
    this.#middlePosition = field.middle?.position ?? -1;
    this.#kept = new NameTraits(field);
    this.#givenCounts = givenCounts.counts;
    this.#surnameCounts = surnameCounts.counts;
    this.#logGiven = new LogFrequencies(givenCounts.total);
    this.#logSurname = new LogFrequencies(surnameCounts.total);
    this.#exactGiven = (given?.of(1) ?? 0) + slack;
    this.#exactSurname = (surname?.of(1) ?? 0) + slack;
    this.#givenKin = kinCeilings(given);
    this.#surnameKin = kinCeilings(surname);
    this.#amongMiddle = (given?.of(nameLevel.middle) ?? 0) + slack;
    this.#middleAgrees = (middle?.bestFrom(1) ?? 0) + slack;
    this.#middleInitial = (middle?.bestFrom(2) ?? 0) + slack;
    this.#middleKin = field.hasUnvowelled ? kinship.nickname : kinship.near;
    this.#middleConflict = (middle?.of(3) ?? 0) + slack;
    this.#hasOrder = order !== null;
    this.#inPlace = order?.of(orderLevel.inPlace) ?? 0;
    this.#bothAgree = order?.of(orderLevel.bothAgree) ?? 0;
    this.#crossedOrder = (order?.bestOf(orderLevel.swapped, orderLevel.displaced) ?? 0) + slack;
  }

  load(rows: Int32Array, from: number, to: number): void {
    for (let slot = from; slot < to; slot += 1) this.#loadOne(slot, rows[slot]!);
  }

  #loadOne(slot: number, row: number): void {
    const given = this.#givenPosition < 0 ? -1 : this.#cells[row + this.#givenPosition]!;
    const surname = this.#surnamePosition < 0 ? -1 : this.#cells[row + this.#surnamePosition]!;
    const middle = this.#middlePosition < 0 ? -1 : this.#cells[row + this.#middlePosition]!;
    const at = slot * placeStride;
    this.#rows[slot] = row;
    this.#given[slot] = given;
    this.#surname[slot] = surname;
    this.#middle[slot] = middle;
    if (given >= 0) {
      this.#kept.copy(given, this.#traits, at);
      this.#givenExact[slot] = this.#exactGiven - this.#logGiven.at(this.#givenCounts[given]!);
    }
    if (surname >= 0) {
      this.#kept.copy(surname, this.#traits, at + surnameAt);
      this.#surnameExact[slot] = this.#exactSurname - this.#logSurname.at(this.#surnameCounts[surname]!);
    }
    if (middle >= 0) this.#kept.copy(middle, this.#traits, at + middleAt);
  }

  #logCommonest(code: number): number {
    return Math.max(this.#logGiven.at(this.#givenCounts[code]!), this.#logSurname.at(this.#surnameCounts[code]!));
  }

  most(i: number): number {
    const near = Math.max(this.#givenKin[0]!, this.#surnameKin[0]!, this.#amongMiddle);
    // Crosswise a name weighs as the part it is met as, and no more than if it were as rare as in its own place.
    const more = this.#exactSurname - this.#exactGiven;
    const given = this.#given[i]! < 0 ? 0 : Math.max(0, this.#givenExact[i]! + Math.max(0, more), near);
    const surname = this.#surname[i]! < 0 ? 0 : Math.max(0, this.#surnameExact[i]! + Math.max(0, -more), near);
    const order = Math.max(0, this.#inPlace, this.#bothAgree, this.#crossedOrder);
    if (this.#middle[i]! < 0) return given + surname + order;
    const both = Math.max(given + surname, this.#turns?.most ?? 0);
    return both + order + Math.max(0, this.#middleAgrees);
  }

  #at(i: number, j: number): number {
    const atI = i * placeStride;
    const atJ = j * placeStride;
    const givenI = this.#given[i]!;
    const givenJ = this.#given[j]!;
    const surnameI = this.#surname[i]!;
    const surnameJ = this.#surname[j]!;
    let straight = 0;
    let quality = 0;
    let isClose = true;
    if (givenI >= 0 && givenJ >= 0) {
      if (givenI === givenJ) {
        straight = this.#givenExact[i]!;
        quality = 3;
      } else {
        const kin = kinshipOf(this.#traits, atI, this.#traits, atJ);
        straight = this.#givenKin[kin]!;
        quality = -2;
        isClose = kin <= kinship.nickname;
        if (straight < this.#amongMiddle && this.#mayBeAmong(i, j)) straight = this.#amongMiddle;
        if (!isClose && this.#mayBeJoined(i, j)) {
          straight = Math.max(straight, this.#givenKin[kinship.near]!);
          isClose = true;
        }
      }
    } else isClose = false;
    if (surnameI >= 0 && surnameJ >= 0) {
      if (surnameI === surnameJ) {
        straight += this.#surnameExact[i]!;
        quality += 3;
      } else {
        const kin = kinshipOf(this.#traits, atI + surnameAt, this.#traits, atJ + surnameAt);
        straight += this.#surnameKin[kin]!;
        quality -= 2;
        if (kin > kinship.nickname) isClose = false;
      }
    } else isClose = false;
    let bound = straight;
    if (this.#hasOrder) {
      if (quality === 6) bound += this.#bothAgree;
      else {
        bound += isClose ? Math.max(this.#inPlace, this.#bothAgree) : Math.max(0, this.#inPlace);
        if (quality < 4) bound = Math.max(bound, this.#crossed(i, j, quality + crossedGainMin));
      }
    }
    if (this.#middle[i]! >= 0 && this.#middle[j]! >= 0) bound += this.#middleAt(i, j);
    if (this.#turns === null) return bound;
    return Math.max(bound, this.#turns.of(this.#rows[i]!, this.#rows[j]!));
  }

  #mayBeAmong(i: number, j: number): boolean {
    const wordsI = this.#middle[i]! < 0 ? 0 : this.#traits[i * placeStride + middleAt + anyWords]!;
    const wordsJ = this.#middle[j]! < 0 ? 0 : this.#traits[j * placeStride + middleAt + anyWords]!;
    return (bitOf(this.#given[i]!) & wordsJ) !== 0 || (bitOf(this.#given[j]!) & wordsI) !== 0;
  }

  #mayBeJoined(i: number, j: number): boolean {
    const traits = this.#traits;
    const [atI, atJ] = [i * placeStride, j * placeStride];
    if (this.#middle[j]! >= 0 && mayBeJoined({ traits, whole: atI }, atJ, atJ + middleAt)) return true;
    return this.#middle[i]! >= 0 && mayBeJoined({ traits, whole: atJ }, atI, atI + middleAt);
  }

  /** The names crosswise, where they may explain the pair better: −∞ where their quality is below `qualityMin`. */
  #crossed(i: number, j: number, qualityMin: number): number {
    const atI = i * placeStride;
    const atJ = j * placeStride;
    let quality = 0;
    let isAny = false;
    let firstAsGiven = 0;
    let firstAsSurname = 0;
    if (this.#given[i]! >= 0 && this.#surname[j]! >= 0) {
      isAny = true;
      if (this.#given[i] === this.#surname[j]) {
        quality = 3;
        const common = this.#logCommonest(this.#given[i]!);
        firstAsGiven = this.#exactGiven - common;
        firstAsSurname = this.#exactSurname - common;
      } else {
        const kin = kinshipOf(this.#traits, atI, this.#traits, atJ + surnameAt);
        quality = qualityOf[kin]!;
        firstAsGiven = this.#givenKin[kin]!;
        firstAsSurname = this.#surnameKin[kin]!;
      }
    }
    if (quality + exactQuality < qualityMin) return Number.NEGATIVE_INFINITY;
    let secondAsGiven = 0;
    let secondAsSurname = 0;
    if (this.#surname[i]! >= 0 && this.#given[j]! >= 0) {
      isAny = true;
      if (this.#surname[i] === this.#given[j]) {
        quality += 3;
        const common = this.#logCommonest(this.#surname[i]!);
        secondAsGiven = this.#exactGiven - common;
        secondAsSurname = this.#exactSurname - common;
      } else {
        const kin = kinshipOf(this.#traits, atI + surnameAt, this.#traits, atJ);
        quality += qualityOf[kin]!;
        secondAsGiven = this.#givenKin[kin]!;
        secondAsSurname = this.#surnameKin[kin]!;
      }
    }
    if (quality < qualityMin) return Number.NEGATIVE_INFINITY;
    // Names that meet nothing are not read crosswise.
    if (!isAny) return Number.NEGATIVE_INFINITY;
    return this.#crossedOrder + Math.max(firstAsGiven + secondAsSurname, secondAsGiven + firstAsSurname);
  }

  #middleAt(i: number, j: number): number {
    // Where a given name stands among the other's middle names, both may stand in the other order.
    if (this.#middle[i] === this.#middle[j] || this.#mayBeAmong(i, j)) return this.#middleAgrees;
    const atI = i * placeStride + middleAt;
    const atJ = j * placeStride + middleAt;
    if (this.#traits[atI + isSeveral] !== 0 || this.#traits[atJ + isSeveral] !== 0) return this.#middleAgrees;
    const kin = kinshipOf(this.#traits, atI, this.#traits, atJ);
    if (kin <= this.#middleKin) return this.#middleAgrees;
    return kin === kinship.initial ? this.#middleInitial : this.#middleConflict;
  }

  addTo(best: Float64Array, i: number, from: number, to: number, enough: number): void {
    const row = this.#rows[i]!;
    const after = enough + this.most(i);
    for (let j = from; j < to; j += 1) {
      const before = best[j]!;
      if (before < enough) continue;
      const rough = before + this.rough.of(row, this.#rows[j]!);
      best[j] = rough < after ? rough : before + this.#at(i, j);
    }
  }
}
