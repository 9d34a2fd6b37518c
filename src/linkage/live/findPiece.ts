// The piece that cutting leaves a unit in: its component at the first level at which that is small enough.
import type { UnitGraph } from "./unitGraph.ts";
import { type Walk, type WalkOptions, walkComponent } from "./walkComponent.ts";

export interface Piece extends Walk {
  readonly level: number;
}

export type PieceOptions = Omit<WalkOptions, "level">;

/**
 * Its walk is whole; at the last level, which is not cut, it may have more than `most` units. Levels are tried further and
 * further apart, then between: components only shrink from one to the next.
 */
export function findPiece(graph: UnitGraph, unit: number, options: PieceOptions): Piece {
  const { last } = graph.parts.levels;
  const walk = (level: number): Walk =>
    walkComponent(graph, unit, { ...options, level, most: level === last ? Number.POSITIVE_INFINITY : options.most });
  let tooLow = options.large.get(unit) ?? -1;
  for (let step = 1; ; step *= 2) {
    const level = Math.min(last, tooLow + step);
    const found = walk(level);
    if (found.isWhole) return findLowest(walk, tooLow, { ...found, level });
    tooLow = level;
  }
}

/** The first level above `tooLow` at which a component is whole, and the component; `found` is one of them. */
export function findLowest(walk: (level: number) => Walk, tooLow: number, found: Piece): Piece {
  let low = tooLow;
  let piece = found;
  while (piece.level - low > 1) {
    const level = (low + piece.level) >> 1;
    const between = walk(level);
    if (between.isWhole) piece = { ...between, level };
    else low = level;
  }
  return piece;
}
