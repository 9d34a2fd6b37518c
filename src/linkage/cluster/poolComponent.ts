// Pooled linkage: a component's records are joined best first, and two clusters are compared as the persons they stand
// for: per field the mean of the likelihood ratios of all their pairs. The mean of ratios says "agrees with one of the
// values this person is known by", pays for the number of values tried, and fills one record's gaps with another's.
// A pure function of the component's records and the model.
import type { PairComparer } from "../compare/pairComparer.ts";
import { householdRatio, logOdds, matchRatio, probabilityOf } from "../score/pairScorer.ts";
import type { WeightTables } from "../score/scoringModel.ts";

/** Log likelihood ratios are cut to this range before pooling, so that one field of one pair cannot decide alone. */
const ratioMin = -7;
const ratioMax = 16;

export interface PoolOptions {
  /** Natural log odds above which two clusters are one person. */
  readonly threshold: number;
  /** Per record its source where a cluster may hold one record of a source only; else null. */
  readonly exclusiveSourceOf: Uint16Array | null;
}

/**
 * What joining and not joining is expected to have got right, in pairs of records, under probabilities moved by each of
 * `oddsShifts` (natural log odds): the middle one is the estimate, the outer ones bound what a biased model could mean.
 */
export interface PoolExpectation {
  /** Pairs of records put together. */
  joinedPairs: number;
  /** Of those, expected to be one person. */
  readonly joinedTrue: Float64Array;
  /** Pairs left apart though compared, expected to be one person. */
  readonly missedTrue: Float64Array;
}

export const oddsShifts = [-2.5, 0, 2.5] as const;

export class ComponentPool {
  readonly expectation: PoolExpectation = {
    joinedPairs: 0,
    joinedTrue: new Float64Array(oddsShifts.length),
    missedTrue: new Float64Array(oddsShifts.length),
  };
  readonly #comparer: PairComparer;
  readonly #tables: WeightTables;
  readonly #options: PoolOptions;
  #match = new Float64Array(0);
  #household = new Float64Array(0);
  #present = new Float64Array(0);
  #score = new Float64Array(0);
  #width = 0;

  constructor(comparer: PairComparer, tables: WeightTables, options: PoolOptions) {
    this.#comparer = comparer;
    this.#tables = tables;
    this.#options = options;
  }

  /**
   * Cluster number of each member (the index of the cluster's first member). `members`: record indexes, ascending.
   * Time grows with the cube of the members: callers keep components below a few hundred.
   */
  cluster(members: Int32Array): Int32Array {
    const width = members.length;
    this.#reserve(width);
    this.#width = width;
    const sizes = new Int32Array(width).fill(1);
    const clusterOf = Int32Array.from(members, (_, index) => index);
    const sources = this.#sourceSets(members);
    this.#measureAll(members);
    for (let a = 0; a < width; a += 1) for (let b = a + 1; b < width; b += 1) this.#rescore(a, b, sizes, sources);
    for (;;) {
      const best = this.#best(sizes);
      if (best === null) break;
      const [into, from] = best;
      this.#expect(into, from, sizes, this.expectation.joinedTrue);
      this.expectation.joinedPairs += sizes[into]! * sizes[from]!;
      this.#absorb(into, from, sizes);
      sizes[into]! += sizes[from]!;
      sizes[from] = 0;
      if (sources !== null) for (const source of sources[from]!) sources[into]!.add(source);
      for (let i = 0; i < width; i += 1) if (clusterOf[i] === from) clusterOf[i] = into;
      for (let other = 0; other < width; other += 1) {
        if (other === into || sizes[other] === 0) continue;
        this.#rescore(Math.min(into, other), Math.max(into, other), sizes, sources);
      }
    }
    for (let a = 0; a < width; a += 1) {
      for (let b = a + 1; b < width; b += 1) {
        if (sizes[a] !== 0 && sizes[b] !== 0) this.#expect(a, b, sizes, this.expectation.missedTrue);
      }
    }
    return clusterOf;
  }

  #expect(a: number, b: number, sizes: Int32Array, sums: Float64Array): void {
    const odds = this.#score[Math.min(a, b) * this.#width + Math.max(a, b)]!;
    const pairs = sizes[a]! * sizes[b]!;
    for (let shift = 0; shift < oddsShifts.length; shift += 1) {
      sums[shift]! += pairs * probabilityOf(odds + oddsShifts[shift]!);
    }
  }

  #reserve(width: number): void {
    const cells = width * width * this.#tables.comparisonCount;
    if (this.#match.length >= cells) return;
    this.#match = new Float64Array(cells);
    this.#household = new Float64Array(cells);
    this.#present = new Float64Array(cells);
    this.#score = new Float64Array(width * width);
  }

  #sourceSets(members: Int32Array): Set<number>[] | null {
    const { exclusiveSourceOf } = this.#options;
    return exclusiveSourceOf === null ? null : Array.from(members, (record) => new Set([exclusiveSourceOf[record]!]));
  }

  #measureAll(members: Int32Array): void {
    const count = this.#tables.comparisonCount;
    for (let a = 0; a < this.#width; a += 1) {
      for (let b = a + 1; b < this.#width; b += 1) {
        const evidence = this.#comparer.compare(members[a]!, members[b]!);
        const row = (a * this.#width + b) * count;
        for (let c = 0; c < count; c += 1) {
          const isPresent = evidence.levels[c] !== 0;
          this.#present[row + c] = isPresent ? 1 : 0;
          this.#match[row + c] = isPresent ? clippedRatio(matchRatio(this.#tables, evidence, c)) : 0;
          this.#household[row + c] = isPresent ? clippedRatio(householdRatio(this.#tables, evidence, c)) : 0;
        }
      }
    }
  }

  #rescore(a: number, b: number, sizes: Int32Array, sources: Set<number>[] | null): void {
    const cell = a * this.#width + b;
    if (sources !== null && shares(sources[a]!, sources[b]!)) {
      this.#score[cell] = Number.NEGATIVE_INFINITY;
      return;
    }
    const count = this.#tables.comparisonCount;
    const compounding = Math.sqrt(Math.min(sizes[a]!, sizes[b]!));
    let matchSum = 0;
    let householdSum = 0;
    for (let c = 0, at = cell * count; c < count; c += 1, at += 1) {
      const present = this.#present[at]!;
      if (present === 0) continue;
      const pooled = Math.log(this.#match[at]! / present);
      matchSum += pooled < 0 && this.#tables.isPermanent[c] === 1 ? pooled * compounding : pooled;
      householdSum += Math.log(this.#household[at]! / present);
    }
    this.#score[cell] = logOdds(this.#tables, matchSum, householdSum);
  }

  #best(sizes: Int32Array): [number, number] | null {
    let best: [number, number] | null = null;
    let bestScore = this.#options.threshold;
    for (let a = 0; a < this.#width; a += 1) {
      if (sizes[a] === 0) continue;
      for (let b = a + 1; b < this.#width; b += 1) {
        if (sizes[b] === 0) continue;
        const score = this.#score[a * this.#width + b]!;
        if (score > bestScore) {
          bestScore = score;
          best = [a, b];
        }
      }
    }
    return best;
  }

  /** Adds what cluster `from` shares with each other cluster to what `into` shares with it. */
  #absorb(into: number, from: number, sizes: Int32Array): void {
    const count = this.#tables.comparisonCount;
    for (let other = 0; other < this.#width; other += 1) {
      if (other === into || other === from || sizes[other] === 0) continue;
      const target = (Math.min(into, other) * this.#width + Math.max(into, other)) * count;
      const source = (Math.min(from, other) * this.#width + Math.max(from, other)) * count;
      for (let c = 0; c < count; c += 1) {
        this.#match[target + c]! += this.#match[source + c]!;
        this.#household[target + c]! += this.#household[source + c]!;
        this.#present[target + c]! += this.#present[source + c]!;
      }
    }
  }
}

const clippedRatio = (ratio: number): number => Math.exp(Math.min(ratioMax, Math.max(ratioMin, ratio)));

function shares(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const source of a) if (b.has(source)) return true;
  return false;
}
