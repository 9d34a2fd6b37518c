// Walks over links and decisions from a unit, to the end of its component or until it is known to be large.
import type { UnitGraph } from "./unitGraph.ts";

export interface WalkOptions {
  /** Level of cutting (CutLevels) of which links are followed. */
  readonly level: number;
  /** Most units; the walk stops beyond. */
  readonly most: number;
  /** Rows that are not entered. */
  readonly without?: ReadonlySet<number>;
  /**
   * Per unit the highest level at which it was found to be in a component of more than `most`, by walks of the same kind:
   * a walk ends where it meets one, for lower levels keep more.
   */
  readonly large: Map<number, number>;
}

export interface Walk {
  readonly units: readonly number[];
  /** False where there are more than `most` units. */
  readonly isWhole: boolean;
}

/** Units that links and decisions "same" reach from a unit. */
export function walkComponent(graph: UnitGraph, first: number, options: WalkOptions): Walk {
  const { marks, levels } = graph.parts;
  const { level, most, without, large } = options;
  const isKnownLarge = (unit: number): boolean => (large.get(unit) ?? -1) >= level;
  const [floor, sure] = [levels.floorOf(level), levels.sureOf(level)];
  const found: number[] = [];
  let isLarge = isKnownLarge(first);
  const enter = (unit: number): void => {
    if (without?.has(graph.rowOf(unit)) === true || !marks.add(unit >= 0 ? unit * 2 : -1 - 2 * unit)) return;
    found.push(unit);
    if (found.length > most || isKnownLarge(unit)) isLarge = true;
  };
  marks.clear();
  enter(first);
  let from = first;
  const follow = (other: number, odds: number): void => {
    if (odds < sure && !levels.keeps(level, graph.sideOf(from), graph.sideOf(other))) return;
    enter(other);
  };
  for (let at = 0; at < found.length && !isLarge; at += 1) {
    from = found[at]!;
    graph.forEachLink(from, floor, follow);
  }
  if (isLarge) for (const unit of found) large.set(unit, Math.max(level, large.get(unit) ?? -1));
  return { units: found, isWhole: !isLarge };
}
