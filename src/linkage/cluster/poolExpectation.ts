// What clustering expects to have got right, in pairs of records: sums over what was put together and what was left apart.
import { probabilityOf } from "../score/pairScorer.ts";

/** Natural log odds by which probabilities are moved: the middle is the estimate, the outer ones bound a biased model. */
export const oddsShifts = [-2.5, 0, 2.5] as const;

export interface PoolExpectation {
  /** Pairs of records put together. */
  readonly joinedPairs: number;
  /** Of those, expected to be one person, under each of `oddsShifts`. */
  readonly joinedTrue: Float64Array;
  /** Pairs left apart though compared, expected to be one person. */
  readonly missedTrue: Float64Array;
  /** Of the pairs put together, those of unlike rows, and how many pairs of rows they are. */
  readonly joinedUnlikePairs: number;
  readonly joinedRowPairs: number;
}

export class ExpectationSums implements PoolExpectation {
  joinedPairs = 0;
  joinedUnlikePairs = 0;
  joinedRowPairs = 0;
  readonly joinedTrue = new Float64Array(oddsShifts.length);
  readonly missedTrue = new Float64Array(oddsShifts.length);

  /** `pairs` pairs of records of unlike rows, `rowPairs` pairs of rows, put together with these log odds. */
  addJoined(odds: number, pairs: number, rowPairs: number): void {
    this.addCopies(odds, pairs);
    this.joinedUnlikePairs += pairs;
    this.joinedRowPairs += rowPairs;
  }

  /** Pairs of records of one row put together. */
  addCopies(odds: number, pairs: number): void {
    this.joinedPairs += pairs;
    addTo(this.joinedTrue, odds, pairs);
  }

  /** Adds what was expected elsewhere. */
  add(other: PoolExpectation): void {
    this.joinedPairs += other.joinedPairs;
    this.joinedUnlikePairs += other.joinedUnlikePairs;
    this.joinedRowPairs += other.joinedRowPairs;
    for (let shift = 0; shift < oddsShifts.length; shift += 1) {
      this.joinedTrue[shift]! += other.joinedTrue[shift]!;
      this.missedTrue[shift]! += other.missedTrue[shift]!;
    }
  }

  addMissed(odds: number, pairs: number): void {
    addTo(this.missedTrue, odds, pairs);
  }
}

function addTo(sums: Float64Array, odds: number, pairs: number): void {
  for (let shift = 0; shift < oddsShifts.length; shift += 1) {
    sums[shift]! += pairs * probabilityOf(odds + oddsShifts[shift]!);
  }
}
