// Walks over links, equality and decisions from a row, to the end of its component or until it is known to be large.
import type { DecisionGraph, LiveParts } from "./liveParts.ts";

export interface WalkOptions {
  /** Natural log odds of links that are followed. */
  readonly floor: number;
  /** Most rows; the walk stops beyond. */
  readonly most: number;
  readonly decisions: DecisionGraph;
  /** Rows that are not entered. */
  readonly without?: ReadonlySet<number>;
  /** Rows that were found to be in a component of more than `most`, by walks of the same kind: a walk ends where it meets one. */
  readonly large?: Set<number>;
}

export interface Walk {
  readonly rows: readonly number[];
  /** False where there is more than `most` rows. */
  readonly isWhole: boolean;
  /** True where a decision names a record of the rows. */
  readonly isRuled: boolean;
  /** True where a decision names a record of a row of several: clustering then moves it on its own. */
  readonly splitsRow: boolean;
}

/** Rows that links, equality and decisions "same" reach from a row. */
export function walkComponent(parts: LiveParts, first: number, options: WalkOptions): Walk {
  const { rows, links, marks } = parts;
  const { memory } = links;
  const { floor, most, decisions, without, large } = options;
  marks.clear();
  marks.add(first);
  const found = [first];
  let isRuled = false;
  let splitsRow = false;
  let isLarge = large?.has(first) === true;
  const enter = (row: number): void => {
    if (row === 0 || without?.has(row) === true || !marks.add(row)) return;
    found.push(row);
    if (found.length > most || large?.has(row) === true) isLarge = true;
  };
  for (let at = 0; at < found.length && !isLarge; at += 1) {
    const row = found[at]!;
    const isShared = rows.nextOf(rows.firstOf(row)) >= 0;
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
      const same = decisions.sameOf(record);
      for (const other of same) enter(rows.rowOf(other));
      if (same.length === 0 && decisions.differentOf(record).length === 0) continue;
      isRuled = true;
      if (isShared) splitsRow = true;
    }
    links.find(row);
    const end = memory.endOf(row);
    for (let i = memory.startOf(row); i < end; i += 1) if (memory.oddsAt(i) >= floor) enter(memory.rowAt(i));
  }
  if (isLarge && !splitsRow) for (const row of found) large?.add(row);
  return { rows: found, isWhole: !isLarge, isRuled, splitsRow };
}

/** Rows next to a row, some perhaps more than once. */
export function walkNeighbours(parts: LiveParts, row: number, options: WalkOptions): number[] {
  const { rows, links } = parts;
  const { floor, decisions } = options;
  const linked = links.of(row);
  const next = linked.rows.filter((_, i) => linked.odds[i]! >= floor);
  for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
    for (const other of decisions.sameOf(record)) if (rows.rowOf(other) !== 0) next.push(rows.rowOf(other));
  }
  return next;
}
