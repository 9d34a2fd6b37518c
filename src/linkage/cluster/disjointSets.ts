// Disjoint sets of records (union–find with path compression); each set is known by its smallest record, so that the
// order of joining leaves no trace.

export class DisjointSets {
  readonly #parent: Int32Array;
  readonly #sizes: Uint32Array;

  /** Each of `count` records on its own. */
  constructor(count: number) {
    this.#parent = new Int32Array(count);
    for (let record = 0; record < count; record += 1) this.#parent[record] = record;
    this.#sizes = new Uint32Array(count).fill(1);
  }

  /** Smallest record of the set that `record` is in. */
  find(record: number): number {
    const parent = this.#parent;
    let root = record;
    while (parent[root]! !== root) root = parent[root]!;
    while (parent[record]! !== root) {
      const next = parent[record]!;
      parent[record] = root;
      record = next;
    }
    return root;
  }

  /** Joins the sets of two records, unless the joined set would have more than `sizeMax` records. */
  join(left: number, right: number, sizeMax = Number.POSITIVE_INFINITY): void {
    const a = this.find(left);
    const b = this.find(right);
    if (a === b || this.#sizes[a]! + this.#sizes[b]! > sizeMax) return;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    this.#parent[high] = low;
    this.#sizes[low]! += this.#sizes[high]!;
  }
}
