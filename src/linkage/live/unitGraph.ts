// What clustering moves as one, and what it is linked to, as a graph that is asked piece by piece: the units and links of
// cluster/planUnits.ts, found around a unit alone. A unit is a row, by its number; of a row of several records of which
// decisions name some, each of those is a unit, by −1 − its number, and the row is what is left of it.
import { firstInOrder } from "./firstInOrder.ts";
import type { DecisionGraph, LiveParts } from "./liveParts.ts";
import { selfOdds } from "./selfOdds.ts";

/** Natural log odds of what decisions say is the same: no level drops it. */
const certain = Number.POSITIVE_INFINITY;

export class UnitGraph {
  readonly parts: LiveParts;
  readonly #decisions: DecisionGraph;
  /** Per row of several records its units in canonical order of their first records; null where it is one. */
  readonly #splits = new Map<number, readonly number[] | null>();
  readonly #sides = new Map<number, number>();

  constructor(parts: LiveParts, decisions: DecisionGraph) {
    this.parts = parts;
    this.#decisions = decisions;
  }

  rowOf(unit: number): number {
    return unit >= 0 ? unit : this.parts.rows.rowOf(-1 - unit);
  }

  /** True where a row has several records. */
  isShared(row: number): boolean {
    const { rows } = this.parts;
    return rows.nextOf(rows.firstOf(row)) >= 0;
  }

  unitsOf(row: number): readonly number[] {
    return this.#splitOf(row) ?? [row];
  }

  recordsOf(unit: number): readonly number[] {
    if (unit < 0) return [-1 - unit];
    const { rows } = this.parts;
    const isSplit = this.#splitOf(unit) !== null;
    const records: number[] = [];
    for (let record = rows.firstOf(unit); record >= 0; record = rows.nextOf(record)) {
      if (!isSplit || !this.#isDecided(record)) records.push(record);
    }
    return records;
  }

  /** True where a decision names a record of the unit. */
  isRuled(unit: number): boolean {
    if (unit < 0) return true;
    const { rows } = this.parts;
    const first = rows.firstOf(unit);
    // A row of several records of which one is named is split, and what is left of it is named by none.
    return rows.nextOf(first) < 0 ? this.#isDecided(first) : false;
  }

  /** True where the unit is a part of a row. */
  isPart(unit: number): boolean {
    return unit < 0 || this.#splitOf(unit) !== null;
  }

  /**
   * Calls `visit` with each unit that a link of at least `floor` joins to this one, and its natural log odds; some perhaps
   * more than once.
   */
  forEachLink(unit: number, floor: number, visit: (other: number, logOdds: number) => void): void {
    const { links } = this.parts;
    const { memory } = links;
    const row = this.rowOf(unit);
    const own = this.#splitOf(row);
    const isFirst = own === null || own[0] === unit;
    this.#visitSame(unit, own, visit);
    if (own !== null) this.#visitParts(own, own.indexOf(unit), floor, visit);
    links.find(row);
    const end = memory.endOf(row);
    for (let i = memory.startOf(row); i < end; i += 1) {
      const odds = memory.oddsAt(i);
      if (odds < floor) continue;
      const other = memory.rowAt(i);
      const split = this.#splitOf(other);
      if (split === null) visit(other, odds);
      else if (isFirst) for (const part of split) visit(part, odds);
      else visit(split[0]!, odds);
    }
  }

  /** Side of a unit's first record. */
  sideOf(unit: number): number {
    const known = this.#sides.get(unit);
    if (known !== undefined) return known;
    const { rows, recordKeys } = this.parts;
    const first = this.isPart(unit)
      ? this.recordsOf(unit).reduce((least, record) => (recordKeys.compare(record, least) < 0 ? record : least))
      : firstInOrder(rows, recordKeys, unit);
    const side = recordKeys.sideOf(first);
    this.#sides.set(unit, side);
    return side;
  }

  #visitSame(unit: number, split: readonly number[] | null, visit: (other: number, logOdds: number) => void): void {
    if (unit >= 0 && split !== null) return;
    const { rows } = this.parts;
    for (let record = unit < 0 ? -1 - unit : rows.firstOf(unit); record >= 0; record = rows.nextOf(record)) {
      for (const other of this.#decisions.sameOf(record)) {
        const row = rows.rowOf(other);
        if (row !== 0) visit(this.#splitOf(row) === null ? row : -1 - other, certain);
      }
      if (unit < 0) return;
    }
  }

  #visitParts(
    parts: readonly number[],
    at: number,
    floor: number,
    visit: (other: number, logOdds: number) => void,
  ): void {
    const odds = selfOdds(this.parts, this.rowOf(parts[at]!));
    if (odds < floor) return;
    if (at > 0) visit(parts[at - 1]!, odds);
    if (at + 1 < parts.length) visit(parts[at + 1]!, odds);
  }

  #isDecided(record: number): boolean {
    return this.#decisions.sameOf(record).length > 0 || this.#decisions.differentOf(record).length > 0;
  }

  #splitOf(row: number): readonly number[] | null {
    if (!this.isShared(row)) return null;
    const known = this.#splits.get(row);
    if (known !== undefined) return known;
    const split = this.#split(row);
    this.#splits.set(row, split);
    return split;
  }

  #split(row: number): readonly number[] | null {
    const { rows, recordKeys } = this.parts;
    const records: number[] = [];
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) records.push(record);
    if (!records.some((record) => this.#isDecided(record))) return null;
    const units = new Set<number>();
    for (const record of records.sort(recordKeys.compare)) units.add(this.#isDecided(record) ? -1 - record : row);
    return [...units];
  }
}
