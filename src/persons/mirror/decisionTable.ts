// Decisions as the mirror holds them: by identifier, by record, and as the graph that clustering obeys. A split is one
// fact and stands for "different" between every two records of two of its groups; within a group it rules nothing.
import type { DecisionRow, RecordNumber } from "../../store/personStore.ts";

type Counts = Map<RecordNumber, Map<RecordNumber, number>>;
const none: readonly number[] = [];

export class DecisionTable {
  readonly #rows: DecisionRow[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #ofRecord = new Map<RecordNumber, Set<number>>();
  /** How many decisions in force say so of two records, either way round. */
  readonly #same: Counts = new Map();
  readonly #different: Counts = new Map();

  /** Numbers given out, withdrawn decisions too. */
  get count(): number {
    return this.#rows.length;
  }

  at(number: number): DecisionRow | null {
    return this.#rows[number] ?? null;
  }

  byId(id: string): DecisionRow | null {
    const number = this.#numberOf.get(id);
    return number === undefined ? null : this.at(number);
  }

  /** Decisions that name the record, withdrawn ones too, by number. */
  ofRecord(record: RecordNumber): DecisionRow[] {
    const numbers = [...(this.#ofRecord.get(record) ?? [])].sort((a, b) => a - b);
    return numbers.flatMap((number) => this.#rows[number] ?? []);
  }

  /** Decisions in force, by number. */
  *inForce(): IterableIterator<DecisionRow> {
    for (const row of this.#rows) if (row.withdrawnAt === null) yield row;
  }

  /** Records that decisions in force say are the same as this one. */
  sameOf(record: RecordNumber): readonly RecordNumber[] {
    const others = this.#same.get(record);
    return others === undefined ? none : [...others.keys()];
  }

  /** Records that decisions in force say are different from this one. */
  differentOf(record: RecordNumber): readonly RecordNumber[] {
    const others = this.#different.get(record);
    return others === undefined ? none : [...others.keys()];
  }

  /** Adds the next decision, or replaces what is known of one. */
  put(row: DecisionRow): void {
    const before = this.#rows[row.number];
    if (before !== undefined && before.withdrawnAt === null) this.#count(before, -1);
    this.#rows[row.number] = row;
    this.#numberOf.set(row.id, row.number);
    if (row.withdrawnAt === null) this.#count(row, 1);
    for (const record of row.groups.flat()) {
      const numbers = this.#ofRecord.get(record);
      if (numbers === undefined) this.#ofRecord.set(record, new Set([row.number]));
      else numbers.add(row.number);
    }
  }

  /** Forgets the last decisions, so that `count` are left. */
  truncate(count: number): void {
    for (const row of this.#rows.splice(count)) {
      if (row.withdrawnAt === null) this.#count(row, -1);
      this.#numberOf.delete(row.id);
      for (const record of row.groups.flat()) this.#ofRecord.get(record)?.delete(row.number);
    }
  }

  #count(row: DecisionRow, step: 1 | -1): void {
    const counts = row.kind === "same" ? this.#same : this.#different;
    for (const [left, right] of pairsOf(row)) {
      addTo(counts, left, right, step);
      addTo(counts, right, left, step);
    }
  }
}

/** Pairs of records that a decision rules on: the two of its one group (same), or every two of different groups. */
export function* pairsOf({ kind, groups }: Pick<DecisionRow, "kind" | "groups">): Generator<[number, number]> {
  if (kind === "same") {
    const [first, second] = groups[0] ?? [];
    if (first !== undefined && second !== undefined) yield [first, second];
    return;
  }
  for (let a = 0; a < groups.length; a += 1) {
    for (let b = a + 1; b < groups.length; b += 1) {
      for (const left of groups[a] ?? []) for (const right of groups[b] ?? []) yield [left, right];
    }
  }
}

function addTo(counts: Counts, record: RecordNumber, other: RecordNumber, step: 1 | -1): void {
  const others = counts.get(record) ?? new Map<RecordNumber, number>();
  const count = (others.get(other) ?? 0) + step;
  if (count > 0) others.set(other, count);
  else others.delete(other);
  if (others.size > 0) counts.set(record, others);
  else counts.delete(record);
}
