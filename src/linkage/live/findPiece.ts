// The piece that cutting leaves a unit in: its component at the first level at which that is small enough.
import type { UnitGraph } from "./unitGraph.ts";
import { type Walk, type WalkOptions, walkComponent } from "./walkComponent.ts";

export interface Piece extends Walk {
  readonly level: number;
}

export type PieceOptions = Omit<WalkOptions, "level">;

/** The piece; at the last level, which is not cut, it may have more than `most` units. */
export function findPiece(graph: UnitGraph, unit: number, options: PieceOptions): Piece {
  const { levels, levelHints } = graph.parts;
  const piece = findFirstWhole(levels.last, {
    walk: (level) =>
      walkComponent(graph, unit, {
        ...options,
        level,
        most: level === levels.last ? Number.POSITIVE_INFINITY : options.most,
      }),
    tooLow: options.large.get(unit) ?? -1,
    hint: levelHints.get(unit),
  });
  for (const one of piece.units) levelHints.set(one, piece.level);
  return piece;
}

export interface LevelSearch {
  readonly walk: (level: number) => Walk;
  /** A level at which the component is known to be too large; −1 for none. */
  readonly tooLow: number;
  /** Where to look first. */
  readonly hint: number;
}

/**
 * The first level at which a component is whole, which it is at `last`. Components only shrink from one level to the next:
 * levels further and further from the hint are tried, then those between.
 */
export function findFirstWhole(last: number, { walk, tooLow, hint }: LevelSearch): Piece {
  const at = (level: number): Piece => ({ ...walk(level), level });
  let low = tooLow;
  let piece = at(Math.min(last, Math.max(tooLow + 1, hint)));
  for (let step = 1; !piece.isWhole; step *= 2) {
    low = piece.level;
    piece = at(Math.min(last, low + step));
  }
  for (let step = 1; piece.level - low > 1; ) {
    const level = Math.max(piece.level - step, (low + piece.level) >> 1);
    const lower = at(level);
    if (lower.isWhole) piece = lower;
    else low = level;
    step *= 2;
  }
  return piece;
}
