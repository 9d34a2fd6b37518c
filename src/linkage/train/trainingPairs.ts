// Candidate pairs with their evidence, kept for training alone, as columns.
import { sharedFloat64, sharedUint8 } from "../../shared/sharedArrays.ts";
import type { PairEvidence } from "../compare/pairEvidence.ts";

export interface TrainingPairs {
  readonly count: number;
  readonly comparisonCount: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** count · comparisonCount, row by row. */
  readonly levels: Uint8Array;
  readonly logUAdjust: Float64Array;
  /** Per pair the number of pairs of records that it stands for. */
  readonly weights: Float64Array;
  /** Per pair the pairs of rows that it stands for, 1 but where only a sample was looked at. */
  readonly standsFor: Float64Array;
  /** Per pair its natural log odds under the model that it was collected by, before anything was learnt. */
  readonly startOdds: Float64Array;
}

type Column = Int32Array | Uint8Array | Float64Array;

/** Takes pairs one by one; room grows by doubling. */
export class TrainingPairsBuilder {
  readonly #width: number;
  #count = 0;
  #left = new Int32Array(256);
  #right = new Int32Array(256);
  #levels: Uint8Array;
  #logUAdjust: Float64Array;
  #weights = new Float64Array(256);
  #standsFor = new Float64Array(256);
  #startOdds = new Float64Array(256);

  constructor(comparisonCount: number) {
    this.#width = comparisonCount;
    this.#levels = new Uint8Array(256 * comparisonCount);
    this.#logUAdjust = new Float64Array(256 * comparisonCount);
  }

  push(
    left: number,
    right: number,
    { levels, logUAdjust }: PairEvidence,
    {
      weight,
      standsFor,
      startOdds,
    }: { readonly weight: number; readonly standsFor: number; readonly startOdds: number },
  ): void {
    const pair = this.#count;
    if (pair === this.#left.length) this.#grow();
    this.#left[pair] = left;
    this.#right[pair] = right;
    this.#weights[pair] = weight;
    this.#standsFor[pair] = standsFor;
    this.#startOdds[pair] = startOdds;
    const row = pair * this.#width;
    for (let c = 0; c < this.#width; c += 1) {
      this.#levels[row + c] = levels[c]!;
      this.#logUAdjust[row + c] = logUAdjust[c]!;
    }
    this.#count += 1;
  }

  finish(): TrainingPairs {
    const count = this.#count;
    return {
      count,
      comparisonCount: this.#width,
      left: this.#left.slice(0, count),
      right: this.#right.slice(0, count),
      levels: this.#levels.slice(0, count * this.#width),
      logUAdjust: this.#logUAdjust.slice(0, count * this.#width),
      weights: this.#weights.slice(0, count),
      standsFor: this.#standsFor.slice(0, count),
      startOdds: this.#startOdds.slice(0, count),
    };
  }

  #grow(): void {
    const room = this.#count * 2;
    this.#left = widen(this.#left, room);
    this.#right = widen(this.#right, room);
    this.#levels = widen(this.#levels, room * this.#width);
    this.#logUAdjust = widen(this.#logUAdjust, room * this.#width);
    this.#weights = widen(this.#weights, room);
    this.#standsFor = widen(this.#standsFor, room);
    this.#startOdds = widen(this.#startOdds, room);
  }
}

function widen<T extends Column>(from: T, length: number): T {
  const to = new (from.constructor as new (length: number) => T)(length);
  to.set(from);
  return to;
}

/** Places of the pairs of two rows that are rather one person than not, before anything is learnt: m and u are sane whatever the data. */
export function listLikely({ count, left, right, startOdds }: TrainingPairs): number[] {
  const likely: number[] = [];
  for (let pair = 0; pair < count; pair += 1) if (startOdds[pair]! > 0 && left[pair] !== right[pair]) likely.push(pair);
  return likely;
}

/** These pairs alone, by place; what classifying reads is in shared memory. */
export function takeTrainingPairs(pairs: TrainingPairs, places: readonly number[]): TrainingPairs {
  const { comparisonCount: width } = pairs;
  const levels = sharedUint8(places.length * width);
  const logUAdjust = sharedFloat64(places.length * width);
  const weights = sharedFloat64(places.length);
  weights.set(places.map((pair) => pairs.weights[pair]!));
  for (let index = 0, to = 0; index < places.length; index += 1) {
    for (let from = places[index]! * width, end = from + width; from < end; from += 1, to += 1) {
      levels[to] = pairs.levels[from]!;
      logUAdjust[to] = pairs.logUAdjust[from]!;
    }
  }
  return {
    count: places.length,
    comparisonCount: width,
    left: Int32Array.from(places, (pair) => pairs.left[pair]!),
    right: Int32Array.from(places, (pair) => pairs.right[pair]!),
    levels,
    logUAdjust,
    weights,
    standsFor: Float64Array.from(places, (pair) => pairs.standsFor[pair]!),
    startOdds: Float64Array.from(places, (pair) => pairs.startOdds[pair]!),
  };
}

/** Parts one after another; what classifying reads is in shared memory. */
export function joinTrainingPairs(parts: readonly TrainingPairs[], comparisonCount: number): TrainingPairs {
  const join = <T extends Column>(columnOf: (part: TrainingPairs) => T, create: (length: number) => T): T => {
    const joined = create(parts.reduce((sum, part) => sum + columnOf(part).length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(columnOf(part), at);
      at += columnOf(part).length;
    }
    return joined;
  };
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    count,
    comparisonCount,
    left: join(
      (part) => part.left,
      (length) => new Int32Array(length),
    ),
    right: join(
      (part) => part.right,
      (length) => new Int32Array(length),
    ),
    levels: join((part) => part.levels, sharedUint8),
    logUAdjust: join((part) => part.logUAdjust, sharedFloat64),
    weights: join((part) => part.weights, sharedFloat64),
    standsFor: join(
      (part) => part.standsFor,
      (length) => new Float64Array(length),
    ),
    startOdds: join(
      (part) => part.startOdds,
      (length) => new Float64Array(length),
    ),
  };
}
