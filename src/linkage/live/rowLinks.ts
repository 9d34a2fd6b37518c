// Links between rows, found on demand: rows that share a usable key are candidates, and those that score the component
// floor are links. What was found is remembered, and forgotten exactly where a row comes or goes.
import type { Model } from "../model.ts";
import { dropped } from "../score/boundedScorer.ts";
import { slotCount } from "../score/bounds/boundColumn.ts";
import { firstInOrder } from "./firstInOrder.ts";
import { type FoundLinks, LinkMemory } from "./linkMemory.ts";
import type { LiveFields } from "./liveFields.ts";
import { Postings } from "./postings.ts";
import type { RecordKeys } from "./recordKeys.ts";
import type { RowStore } from "./rowStore.ts";

/** Keys under which a row is looked up: rule and key side by side. */
export interface KeyList {
  readonly count: number;
  rule(index: number): number;
  key(index: number): number;
}

export class RowLinks {
  readonly postings: readonly Postings[];
  readonly memory = new LinkMemory();
  readonly #rows: RowStore;
  readonly #fields: LiveFields;
  readonly #recordKeys: RecordKeys;
  readonly #ceiling: number;
  readonly #comparesAll: boolean;
  readonly #isAcross: boolean;
  readonly #floor: number;
  #candidates = new Int32Array(4096);
  readonly #possible = new Int32Array(slotCount);
  #stamps = new Uint32Array(1024);
  #stamp = 0;

  constructor(model: Model, rows: RowStore, fields: LiveFields, recordKeys: RecordKeys) {
    const { rules, blockSizeCeiling } = model.blocking;
    this.postings = rules.map(() => new Postings());
    this.#rows = rows;
    this.#fields = fields;
    this.#recordKeys = recordKeys;
    this.#ceiling = blockSizeCeiling;
    this.#comparesAll = rules.some((names) => names.length === 0);
    this.#isAcross = model.acrossOnly || model.clustering.isOnePerSource;
    this.#floor = model.thresholds.component;
  }

  /** All links of a row at or above the component floor, in no particular order. */
  of(row: number): FoundLinks {
    this.find(row);
    return this.memory.read(row);
  }

  /** Sees to it that the links of a row are remembered. */
  find(row: number): void {
    if (!this.memory.isKnown(row)) this.memory.set(row, this.#search(row));
  }

  /**
   * Enters the keys of a row, which has records by now. Calls `visit` with each other row whose candidates changed
   * because a key became too common.
   */
  enter(row: number, visit: (row: number) => void): void {
    const rows = this.#rows;
    for (let i = rows.keyCount(row) - 1; i >= 0; i -= 1) {
      const postings = this.postings[rows.keyRule(row, i)]!;
      const key = rows.key(row, i);
      if (postings.add(key, row) === this.#ceiling + 1) this.#visitKey(postings, key, visit);
    }
    this.#link(row);
  }

  /** Takes the keys of a row out, likewise, before it is released. */
  leave(row: number, visit: (row: number) => void): void {
    this.#unlink(row);
    const rows = this.#rows;
    for (let i = rows.keyCount(row) - 1; i >= 0; i -= 1) {
      const postings = this.postings[rows.keyRule(row, i)]!;
      const key = rows.key(row, i);
      if (postings.remove(key, row) === this.#ceiling) this.#visitKey(postings, key, visit);
    }
  }

  /**
   * Candidates of row 0, scored: those of at least `floor`. Keys are those of the query, which counts as a further row
   * of each unless it is identical to a row, `same`; that row is a candidate in any case.
   */
  query(keys: KeyList, floor: number, same: number): FoundLinks {
    let count = this.#gather(keys, same === 0 ? this.#ceiling - 1 : this.#ceiling);
    if (same !== 0 && !this.#comparesAll && this.#stamps[same] !== this.#stamp) {
      this.#candidates[count] = same;
      count += 1;
    }
    return this.#scoreCandidates(0, count, floor);
  }

  #search(row: number): FoundLinks {
    const store = this.#rows;
    const keys: KeyList = {
      count: store.keyCount(row),
      rule: (index) => store.keyRule(row, index),
      key: (index) => store.key(row, index),
    };
    const count = this.#gather(keys, this.#ceiling);
    const source = store.sourceOf[row]!;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const other = this.#candidates[i]!;
      if (other === row || (this.#isAcross && store.sourceOf[other] === source)) continue;
      this.#candidates[kept] = other;
      kept += 1;
    }
    return this.#scoreCandidates(row, kept, this.#floor);
  }

  /** The first `count` candidates that score at least `floor` with a row; row 0 stands left of all. */
  #scoreCandidates(row: number, count: number, floor: number): FoundLinks {
    const scorer = this.#fields.scorer(this.#rows, floor);
    const candidates = this.#candidates;
    const found: FoundLinks = { rows: [], odds: [] };
    scorer.load(0, row);
    for (let from = 0; from < count; from += slotCount - 1) {
      const end = Math.min(count, from + slotCount - 1);
      scorer.loadAll(1, candidates, from, end);
      const possible = scorer.keepPossible(0, 1, 1 + end - from, this.#possible);
      for (let i = 0; i < possible; i += 1) {
        const other = candidates[from + this.#possible[i]! - 1]!;
        const odds = this.#isBefore(row, other) ? scorer.scorePossible(row, other) : scorer.scorePossible(other, row);
        if (odds === dropped || odds < floor) continue;
        found.rows.push(other);
        found.odds.push(odds);
      }
    }
    return found;
  }

  /** True where a row's first record stands before the other's in canonical order, as bulk runs compare them. */
  #isBefore(row: number, other: number): boolean {
    if (row === 0) return true;
    const first = firstInOrder(this.#rows, this.#recordKeys, row);
    return this.#recordKeys.compare(first, firstInOrder(this.#rows, this.#recordKeys, other)) < 0;
  }

  /** Distinct rows that share a key which at most `most` rows have stand in `#candidates`; their number. */
  #gather(keys: KeyList, most: number): number {
    this.#nextStamp();
    if (this.#comparesAll) return this.#gatherAll();
    let count = 0;
    for (let i = keys.count - 1; i >= 0; i -= 1) {
      if (this.#candidates.length <= count + most) {
        const wider = new Int32Array((count + most) * 2);
        wider.set(this.#candidates);
        this.#candidates = wider;
      }
      const found = this.postings[keys.rule(i)]!.copy(keys.key(i), this.#candidates, count, most);
      if (found > most) continue;
      const end = count + found;
      for (let at = count; at < end; at += 1) {
        const row = this.#candidates[at]!;
        if (this.#stamps[row] === this.#stamp) continue;
        this.#stamps[row] = this.#stamp;
        this.#candidates[count] = row;
        count += 1;
      }
    }
    return count;
  }

  #gatherAll(): number {
    const { end } = this.#rows;
    if (this.#candidates.length < end) this.#candidates = new Int32Array(end * 2);
    let count = 0;
    for (let row = 1; row < end; row += 1) {
      if (this.#rows.firstOf(row) < 0) continue;
      this.#candidates[count] = row;
      count += 1;
    }
    return count;
  }

  #nextStamp(): void {
    if (this.#stamps.length < this.#rows.end) this.#stamps = new Uint32Array(Math.ceil(this.#rows.end * 1.5));
    if (this.#stamp === 0xffffffff) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
    this.#stamp += 1;
  }

  #visitKey(postings: Postings, key: number, visit: (row: number) => void): void {
    const members = new Int32Array(this.#ceiling + 1);
    const count = postings.copy(key, members, 0, members.length);
    for (let i = 0; i < count; i += 1) {
      this.memory.forget(members[i]!);
      visit(members[i]!);
    }
  }

  /** Adds a new row to what is remembered of its neighbours. */
  #link(row: number): void {
    if (this.memory.isEmpty) return;
    const { rows, odds } = this.of(row);
    for (let i = 0; i < rows.length; i += 1) this.memory.add(rows[i]!, row, odds[i]!);
  }

  #unlink(row: number): void {
    if (this.memory.isEmpty) return;
    for (const other of this.of(row).rows) this.memory.remove(other, row);
    this.memory.forget(row);
  }
}
