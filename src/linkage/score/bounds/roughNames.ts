// A first ceiling of names from their codes alone: equal ones weigh what they weigh, unlike ones as if they were near.
// It costs a few comparisons, so that most pairs never have their letters looked at.
import { orderLevel } from "../../compare/comparators/nameComparator.ts";
import { LogFrequencies } from "../../compare/logFrequencies.ts";
import { slack } from "./boundColumn.ts";
import { kinCeilings } from "./kinCeilings.ts";
import type { NameWeights } from "./nameColumn.ts";
import type { TurnedNames } from "./turnedNames.ts";

export class RoughNames {
  readonly #cells: Int32Array;
  readonly #givenPosition: number;
  readonly #surnamePosition: number;
  readonly #middlePosition: number;
  readonly #givenCounts: Uint32Array;
  readonly #surnameCounts: Uint32Array;
  readonly #logGiven: LogFrequencies;
  readonly #logSurname: LogFrequencies;
  readonly #exactGiven: number;
  readonly #exactSurname: number;
  readonly #nearGiven: number;
  readonly #nearSurname: number;
  readonly #middle: number;
  readonly #hasOrder: boolean;
  readonly #bothAgree: number;
  readonly #straight: number;
  readonly #crossed: number;
  readonly #turns: TurnedNames | null;

  constructor(weights: NameWeights, turns: TurnedNames | null) {
    const { cells, field, givenCounts, surnameCounts, given, surname, middle, order } = weights;
    this.#turns = turns;
    this.#cells = cells;
    this.#givenPosition = field.given?.position ?? -1;
    this.#surnamePosition = field.surname?.position ?? -1;
    this.#middlePosition = middle === null ? -1 : (field.middle?.position ?? -1);
    this.#givenCounts = givenCounts.counts;
    this.#surnameCounts = surnameCounts.counts;
    this.#logGiven = new LogFrequencies(givenCounts.total);
    this.#logSurname = new LogFrequencies(surnameCounts.total);
    this.#exactGiven = (given?.of(1) ?? 0) + slack;
    this.#exactSurname = (surname?.of(1) ?? 0) + slack;
    this.#nearGiven = Math.max(...kinCeilings(given), (given?.bestFrom(2) ?? 0) + slack);
    this.#nearSurname = Math.max(...kinCeilings(surname));
    this.#middle = (middle?.bestFrom(1) ?? 0) + slack;
    this.#hasOrder = order !== null;
    this.#bothAgree = order === null ? 0 : order.of(orderLevel.bothAgree) + slack;
    this.#straight = order === null ? 0 : Math.max(0, order.of(orderLevel.inPlace), this.#bothAgree) + slack;
    this.#crossed = (order?.bestOf(orderLevel.swapped, orderLevel.displaced) ?? 0) + slack;
  }

  /** The ceiling of the records whose cells begin at rows `a` and `b`. */
  of(a: number, b: number): number {
    const cells = this.#cells;
    const givenA = this.#givenPosition < 0 ? -1 : cells[a + this.#givenPosition]!;
    const givenB = this.#givenPosition < 0 ? -1 : cells[b + this.#givenPosition]!;
    const surnameA = this.#surnamePosition < 0 ? -1 : cells[a + this.#surnamePosition]!;
    const surnameB = this.#surnamePosition < 0 ? -1 : cells[b + this.#surnamePosition]!;
    let best = 0;
    if (givenA >= 0 && givenB >= 0) {
      best += givenA === givenB ? this.#exactGiven - this.#logGiven.at(this.#givenCounts[givenA]!) : this.#nearGiven;
    }
    if (surnameA >= 0 && surnameB >= 0) {
      best +=
        surnameA === surnameB
          ? this.#exactSurname - this.#logSurname.at(this.#surnameCounts[surnameA]!)
          : this.#nearSurname;
    }
    if (this.#hasOrder) {
      if (givenA >= 0 && surnameA >= 0 && givenA === givenB && surnameA === surnameB) best += this.#bothAgree;
      else best = Math.max(best + this.#straight, this.#crosswise(givenA, surnameB, surnameA, givenB));
    }
    const hasMiddle =
      this.#middlePosition >= 0 && cells[a + this.#middlePosition]! >= 0 && cells[b + this.#middlePosition]! >= 0;
    if (hasMiddle) best += this.#middle;
    return this.#turns === null ? best : Math.max(best, this.#turns.of(a, b));
  }

  /** Given name against surname and surname against given name, the better of which counts as the given name. */
  #crosswise(givenA: number, surnameB: number, surnameA: number, givenB: number): number {
    let firstAsGiven = 0;
    let firstAsSurname = 0;
    let secondAsGiven = 0;
    let secondAsSurname = 0;
    if (givenA >= 0 && surnameB >= 0) {
      const common = givenA === surnameB ? this.#logCommonest(givenA) : 0;
      firstAsGiven = givenA === surnameB ? this.#exactGiven - common : this.#nearGiven;
      firstAsSurname = givenA === surnameB ? this.#exactSurname - common : this.#nearSurname;
    }
    if (surnameA >= 0 && givenB >= 0) {
      const common = surnameA === givenB ? this.#logCommonest(surnameA) : 0;
      secondAsGiven = surnameA === givenB ? this.#exactGiven - common : this.#nearGiven;
      secondAsSurname = surnameA === givenB ? this.#exactSurname - common : this.#nearSurname;
    }
    return Math.max(0, this.#crossed) + Math.max(firstAsGiven + secondAsSurname, secondAsGiven + firstAsSurname);
  }

  #logCommonest(code: number): number {
    return Math.max(this.#logGiven.at(this.#givenCounts[code]!), this.#logSurname.at(this.#surnameCounts[code]!));
  }
}
