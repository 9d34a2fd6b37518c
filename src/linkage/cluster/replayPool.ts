// Pooled linkage of members of which some were pooled before: what ComponentPool finds, to the last bit, without comparing
// every two of them. What was pooled before, alone, joins as it did then, for best first is what makes that exact: as long
// as clusters are as they were, no two of them score above the join that came next then. Only clusters that hold something
// new, or that miss a join because another took its partner, are weighed against all others; these are called open.
import type { PairComparer } from "../compare/pairComparer.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { type PoolOptions, rarityOfBoth } from "./poolComponent.ts";
import { addRatios, createSums, pooledOdds, putRatios } from "./pooledOdds.ts";

export interface KnownPool {
  readonly comparer: PairComparer;
  /** Record indexes for the comparer, in canonical order. */
  readonly members: Int32Array;
  /**
   * Per member the first member (its place) of its cluster when those that were pooled before were pooled alone; −1 for
   * the others.
   */
  readonly knownAs: Int32Array;
  /** By the first member of a cluster that was pooled before, its joins in the order in which they came, where they are known. */
  readonly knownJoins?: ReadonlyMap<number, readonly Join[]>;
}

/** Two clusters, each known by its first member, that become one; into < from. */
export interface Join {
  readonly into: number;
  readonly from: number;
  /** Natural log odds. */
  readonly odds: number;
}

export class ReplayPool {
  readonly #tables: WeightTables;
  #pool: KnownPool = { comparer: null as never, members: new Int32Array(0), knownAs: new Int32Array(0) };
  #options: PoolOptions = { threshold: Number.NaN, exclusiveSourceOf: null };
  #width = 0;
  #sums = createSums(0);
  #score = new Float64Array(0);
  /** Members of each cluster, by its first member; 0 where it was absorbed. */
  #sizes = new Int32Array(0);
  #clusterOf = new Int32Array(0);
  #isOpen = new Uint8Array(0);
  #open: number[] = [];
  #sources: Set<number>[] | null = null;
  /** Joins of clusters that were not open. */
  #closedJoins: Join[] = [];
  #joins: Join[] = [];

  constructor(tables: WeightTables) {
    this.#tables = tables;
  }

  /** Joins of the last pooling, in the order in which they came. */
  get joins(): readonly Join[] {
    return this.#joins;
  }

  /** Cluster of each member, by its first member, as ComponentPool gives it. */
  cluster(pool: KnownPool, options: PoolOptions): Int32Array {
    this.#pool = pool;
    this.#options = options;
    this.#reserve(pool.members.length);
    this.#separate();
    const known = this.#recall();
    this.#separate();
    for (let member = 0; member < this.#width; member += 1) if (pool.knownAs[member]! < 0) this.#openUp(member);
    for (let next = 0; ; ) {
      const best = this.#best(this.#open);
      const join = known[next];
      if (join === undefined && best === null) return this.#clusterOf;
      const isKept = join !== undefined && this.#isClosed(join.into) && this.#isClosed(join.from);
      if (best !== null && (join === undefined || isBefore(best, join, isKept))) {
        this.#joinOpen(best);
      } else if (join !== undefined) {
        next += 1;
        if (isKept) this.#joinClosed(join);
        else for (const one of [join.into, join.from]) if (this.#isClosed(one)) this.#openUp(one);
      }
    }
  }

  /** Joins of what was pooled before, in the order in which they came: of each cluster's next joins the best is the next of all. */
  #recall(): Join[] {
    const groups = new Map<number, number[]>();
    this.#pool.knownAs.forEach((first, member) => {
      if (first < 0) return;
      const group = groups.get(first);
      if (group === undefined) groups.set(first, [member]);
      else group.push(member);
    });
    const { knownJoins } = this.#pool;
    const lists = [...groups]
      .filter(([, { length }]) => length > 1)
      .map(([first, group]) => knownJoins?.get(first) ?? this.#joinAlone(group));
    const heads = lists.map(() => 0);
    const all: Join[] = [];
    for (;;) {
      let best = -1;
      let bestJoin: Join | null = null;
      for (let i = 0; i < lists.length; i += 1) {
        const join = lists[i]![heads[i]!];
        if (join === undefined || (bestJoin !== null && !isBefore(join, bestJoin, true))) continue;
        best = i;
        bestJoin = join;
      }
      if (bestJoin === null) return all;
      heads[best]! += 1;
      all.push(bestJoin);
    }
  }

  /** The joins of members that nothing else gets between. */
  #joinAlone(group: readonly number[]): Join[] {
    for (const a of group) {
      for (const b of group) {
        if (a >= b) continue;
        this.#measure(a, b);
        this.#rescore(a, b);
      }
    }
    const joins: Join[] = [];
    for (let best = this.#best(group, group); best !== null; best = this.#best(group, group)) {
      joins.push(best);
      this.#join(best, group);
    }
    return joins;
  }

  #joinClosed(join: Join): void {
    this.#closedJoins.push(join);
    this.#join(join, this.#open);
  }

  #joinOpen(join: Join): void {
    const { into, from } = join;
    for (const one of [into, from]) if (this.#isClosed(one)) this.#openUp(one);
    this.#open = this.#open.filter((one) => one !== from);
    this.#join(join, null);
  }

  /** Makes `into` of both, and weighs it against the clusters `others`; null: against all. */
  #join(join: Join, others: readonly number[] | null): void {
    const { into, from } = join;
    const sizes = this.#sizes;
    const count = others === null ? this.#width : others.length;
    this.#joins.push(join);
    sizes[into]! += sizes[from]!;
    sizes[from] = 0;
    if (this.#sources !== null) for (const source of this.#sources[from]!) this.#sources[into]!.add(source);
    for (let i = 0; i < this.#width; i += 1) if (this.#clusterOf[i] === from) this.#clusterOf[i] = into;
    for (let i = 0; i < count; i += 1) {
      const other = others === null ? i : others[i]!;
      if (other === into || sizes[other] === 0) continue;
      this.#add(into, other, from, other);
      this.#rescore(Math.min(into, other), Math.max(into, other));
    }
  }

  /**
   * Weighs a closed cluster against every other. Its members are compared with those of the other closed clusters, and the
   * ratios added in the order in which the clusters were joined, since sums in another order differ in their last bits.
   */
  #openUp(cluster: number): void {
    const clusterOf = this.#clusterOf;
    const own: number[] = [];
    const closed: number[] = [];
    for (let member = 0; member < this.#width; member += 1) {
      if (clusterOf[member] === cluster) own.push(member);
      else if (this.#isOpen[clusterOf[member]!] === 0) closed.push(member);
    }
    for (const a of own) for (const b of closed) this.#measure(Math.min(a, b), Math.max(a, b));
    const isAbsorbed = new Uint8Array(this.#width);
    for (const { into, from } of this.#closedJoins) {
      const now = clusterOf[into]!;
      if (this.#isOpen[now] === 1) continue;
      for (const other of now === cluster ? closed : own) {
        if (isAbsorbed[other] === 0) this.#add(into, other, from, other);
      }
      isAbsorbed[from] = 1;
    }
    this.#isOpen[cluster] = 1;
    this.#open.push(cluster);
    for (const other of closed) {
      if (isAbsorbed[other] === 0) this.#rescore(Math.min(cluster, other), Math.max(cluster, other));
    }
  }

  /** The best pair of one of `some` with any cluster (of `others`, where given) above the threshold; of equals the first. */
  #best(some: readonly number[], others: readonly number[] | null = null): Join | null {
    const sizes = this.#sizes;
    const count = others === null ? this.#width : others.length;
    let [into, from, odds] = [-1, -1, this.#options.threshold];
    for (const one of some) {
      if (sizes[one] === 0) continue;
      for (let i = 0; i < count; i += 1) {
        const other = others === null ? i : others[i]!;
        if (other === one || sizes[other] === 0) continue;
        const [a, b] = one < other ? [one, other] : [other, one];
        const score = this.#score[a * this.#width + b]!;
        if (score < odds || (score === odds && (into < 0 || a > into || (a === into && b >= from)))) continue;
        [into, from, odds] = [a, b, score];
      }
    }
    return into < 0 ? null : { into, from, odds };
  }

  #isClosed(cluster: number): boolean {
    return this.#sizes[cluster] !== 0 && this.#isOpen[cluster] === 0;
  }

  #measure(a: number, b: number): void {
    const { comparer, members } = this.#pool;
    const at = (a * this.#width + b) * this.#tables.comparisonCount;
    putRatios(this.#sums, at, this.#tables, comparer.compare(members[a]!, members[b]!));
  }

  /** Adds the sums of one pair to those of another. */
  #add(toA: number, toB: number, fromA: number, fromB: number): void {
    const count = this.#tables.comparisonCount;
    const target = (Math.min(toA, toB) * this.#width + Math.max(toA, toB)) * count;
    const source = (Math.min(fromA, fromB) * this.#width + Math.max(fromA, fromB)) * count;
    addRatios(this.#sums, target, source, count);
  }

  #rescore(a: number, b: number): void {
    const cell = a * this.#width + b;
    const sources = this.#sources;
    const rarer = sources === null ? 0 : rarityOfBoth(sources[a]!, sources[b]!, this.#options);
    if (rarer === Number.POSITIVE_INFINITY) {
      this.#score[cell] = Number.NEGATIVE_INFINITY;
      return;
    }
    const smaller = Math.min(this.#sizes[a]!, this.#sizes[b]!);
    this.#score[cell] = pooledOdds(this.#tables, this.#sums, cell * this.#tables.comparisonCount, smaller) - rarer;
  }

  /** Every member is a cluster of its own, and none is open. */
  #separate(): void {
    const { members } = this.#pool;
    const { exclusiveSourceOf } = this.#options;
    this.#sizes = new Int32Array(this.#width).fill(1);
    this.#clusterOf = Int32Array.from(members, (_, place) => place);
    this.#isOpen = new Uint8Array(this.#width);
    this.#open = [];
    this.#closedJoins = [];
    this.#joins = [];
    this.#sources =
      exclusiveSourceOf === null ? null : Array.from(members, (member) => new Set([exclusiveSourceOf[member]!]));
  }

  #reserve(width: number): void {
    this.#width = width;
    const cells = width * width * this.#tables.comparisonCount;
    if (this.#sums.match.length >= cells) return;
    this.#sums = createSums(cells);
    this.#score = new Float64Array(width * width);
  }
}

/** True where a join comes before another: by odds, then, if the other is sure to come, by the members joined. */
function isBefore(one: Join, other: Join, isSure: boolean): boolean {
  if (one.odds !== other.odds) return one.odds > other.odds;
  return isSure && (one.into < other.into || (one.into === other.into && one.from < other.from));
}
