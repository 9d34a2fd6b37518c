// Pooled linkage: a component's records are joined best first, and two clusters are compared as the persons they stand
// for: per field the mean of the likelihood ratios of all their pairs. The mean of ratios says "agrees with one of the
// values this person is known by", pays for the number of values tried, and fills one record's gaps with another's.
// A pure function of the component's records, the decisions among them, and the model.
import type { PairComparer } from "../compare/pairComparer.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { ExpectationSums } from "./poolExpectation.ts";
import { addRatios, createSums, pooledOdds, putRatios } from "./pooledOdds.ts";
import type { MemberRulings } from "./unitRulings.ts";

export interface PoolOptions {
  /** Natural log odds above which two clusters are one person. */
  readonly threshold: number;
  /** Per record its source where a cluster may hold one record of a source only; else null. */
  readonly exclusiveSourceOf: Uint16Array | null;
  /** … but where odds are so much higher, as a natural log: how much rarer it is that a source holds a person twice. Absent: never. */
  readonly logRarerWithin?: number;
}

/** What the log odds of two clusters with records of these sources are less by; +∞ where they can be no one person. */
export function rarityOfBoth(
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
  { logRarerWithin = Number.POSITIVE_INFINITY }: PoolOptions,
): number {
  return one.isDisjointFrom(other) ? 0 : logRarerWithin;
}

/** What a component's members bring beside their values. */
export interface PoolMembers {
  /** Record indexes for the comparer, in canonical order. */
  readonly members: Int32Array;
  /** Per member the records that it stands for; null where each is one. For expectations alone. */
  readonly copies: Float64Array | null;
  /** What decisions say among the members; null where none do. */
  readonly rulings: MemberRulings | null;
}

/** Clusters on the way; each is known by its first member, and one that was absorbed has size 0. */
interface PoolState {
  /** Members of each cluster. */
  readonly sizes: Int32Array;
  /** Records of each cluster; null where each member is one. */
  readonly copies: Float64Array | null;
  readonly clusterOf: Int32Array;
  readonly sources: Set<number>[] | null;
  readonly isApart: Uint8Array | null;
}

const recordsOf = ({ sizes, copies }: PoolState, cluster: number): number => (copies ?? sizes)[cluster]!;

export class ComponentPool {
  readonly expectation = new ExpectationSums();
  readonly #comparer: PairComparer;
  readonly #tables: WeightTables;
  readonly #options: PoolOptions;
  #sums = createSums(0);
  #score = new Float64Array(0);
  #width = 0;

  constructor(comparer: PairComparer, tables: WeightTables, options: PoolOptions) {
    this.#comparer = comparer;
    this.#tables = tables;
    this.#options = options;
  }

  /**
   * Cluster number of each member (the index of the cluster's first member). What decisions say is the same is joined
   * before anything is weighed; what they say is different never is. Time grows with the cube of the members: callers
   * keep components below a few hundred.
   */
  cluster({ members, copies, rulings }: PoolMembers): Int32Array {
    this.#reserve(members.length);
    this.#width = members.length;
    const state = this.#start(members, copies, rulings);
    this.#measureAll(members);
    if (rulings !== null) this.#joinSame(state, rulings);
    this.#rescoreAll(state);
    for (let best = this.#best(state.sizes); best !== null; best = this.#best(state.sizes)) {
      const [into, from] = best;
      this.#expectJoined(state, into, from);
      this.#join(state, into, from);
      for (let other = 0; other < this.#width; other += 1) {
        if (other !== into && state.sizes[other] !== 0) {
          this.#rescore(state, Math.min(into, other), Math.max(into, other));
        }
      }
    }
    this.#expectMissed(state);
    return state.clusterOf;
  }

  #start(members: Int32Array, copies: Float64Array | null, rulings: MemberRulings | null): PoolState {
    return {
      sizes: new Int32Array(members.length).fill(1),
      copies,
      clusterOf: Int32Array.from(members, (_, index) => index),
      sources: this.#sourceSets(members),
      isApart: rulings?.isApart ?? null,
    };
  }

  /** Contracts each group, whatever its weights; a decision is as good as certain. */
  #joinSame(state: PoolState, { firstSame }: MemberRulings): void {
    for (let member = 0; member < this.#width; member += 1) {
      const first = firstSame[member]!;
      if (first === member) continue;
      const pairs = recordsOf(state, first) * recordsOf(state, member);
      this.expectation.addJoined(Number.POSITIVE_INFINITY, pairs, state.sizes[first]! * state.sizes[member]!);
      this.#join(state, first, member);
    }
  }

  #join(state: PoolState, into: number, from: number): void {
    const { sizes, copies, clusterOf, sources, isApart } = state;
    this.#absorb(into, from, sizes);
    sizes[into]! += sizes[from]!;
    sizes[from] = 0;
    if (copies !== null) copies[into]! += copies[from]!;
    if (sources !== null) for (const source of sources[from]!) sources[into]!.add(source);
    for (let i = 0; i < this.#width; i += 1) if (clusterOf[i] === from) clusterOf[i] = into;
    for (let other = 0; isApart !== null && other < this.#width; other += 1) {
      if (isApart[from * this.#width + other] === 0) continue;
      isApart[into * this.#width + other] = 1;
      isApart[other * this.#width + into] = 1;
    }
  }

  #expectJoined(state: PoolState, into: number, from: number): void {
    const pairs = recordsOf(state, into) * recordsOf(state, from);
    const odds = this.#score[Math.min(into, from) * this.#width + Math.max(into, from)]!;
    this.expectation.addJoined(odds, pairs, state.sizes[into]! * state.sizes[from]!);
  }

  #expectMissed(state: PoolState): void {
    const { sizes } = state;
    for (let a = 0; a < this.#width; a += 1) {
      for (let b = a + 1; b < this.#width; b += 1) {
        if (sizes[a] === 0 || sizes[b] === 0) continue;
        const pairs = recordsOf(state, a) * recordsOf(state, b);
        this.expectation.addMissed(this.#score[a * this.#width + b]!, pairs);
      }
    }
  }

  #reserve(width: number): void {
    const cells = width * width * this.#tables.comparisonCount;
    if (this.#sums.match.length >= cells) return;
    this.#sums = createSums(cells);
    this.#score = new Float64Array(width * width);
  }

  #sourceSets(members: Int32Array): Set<number>[] | null {
    const { exclusiveSourceOf } = this.#options;
    return exclusiveSourceOf === null ? null : Array.from(members, (record) => new Set([exclusiveSourceOf[record]!]));
  }

  #measureAll(members: Int32Array): void {
    for (let a = 0; a < this.#width; a += 1) {
      for (let b = a + 1; b < this.#width; b += 1) {
        const at = (a * this.#width + b) * this.#tables.comparisonCount;
        putRatios(this.#sums, at, this.#tables, this.#comparer.compare(members[a]!, members[b]!));
      }
    }
  }

  #rescoreAll(state: PoolState): void {
    for (let a = 0; a < this.#width; a += 1) {
      for (let b = a + 1; b < this.#width; b += 1) {
        if (state.sizes[a] !== 0 && state.sizes[b] !== 0) this.#rescore(state, a, b);
      }
    }
  }

  #rescore({ sizes, sources, isApart }: PoolState, a: number, b: number): void {
    const cell = a * this.#width + b;
    const rarer = sources === null ? 0 : rarityOfBoth(sources[a]!, sources[b]!, this.#options);
    if (rarer === Number.POSITIVE_INFINITY || (isApart !== null && isApart[cell] === 1)) {
      this.#score[cell] = Number.NEGATIVE_INFINITY;
      return;
    }
    const at = cell * this.#tables.comparisonCount;
    this.#score[cell] = pooledOdds(this.#tables, this.#sums, at, Math.min(sizes[a]!, sizes[b]!)) - rarer;
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
      addRatios(this.#sums, target, source, count);
    }
  }
}
