// The clusters that a change of given records may have altered: those that a bulk run over all records gives them, found
// from the neighbourhood of what changed, however large the component that it lies in.
import { clusterPiece } from "./clusterPiece.ts";
import { findFirstWhole, findPiece, type PieceOptions } from "./findPiece.ts";
import type { DecisionGraph, LiveParts } from "./liveParts.ts";
import { UnitGraph } from "./unitGraph.ts";
import { walkComponent } from "./walkComponent.ts";

/**
 * Every cluster that a change of `touched` may have altered, whole: record numbers in canonical order. Withdrawn records
 * are in none.
 *
 * A piece without a touched record is another than before only where, one level below, it now hangs on to a touched one
 * and is too large by that: there its units, without the touched ones, are few enough to have been a piece.
 */
export function clusterTouched(parts: LiveParts, touched: Iterable<number>, decisions: DecisionGraph): number[][] {
  const graph = new UnitGraph(parts, decisions);
  const most = parts.model.clustering.componentSizeMax;
  const changed = new Set<number>();
  for (const record of touched) if (parts.rows.rowOf(record) !== 0) changed.add(parts.rows.rowOf(record));
  const options = { most, large: new Map<number, number>() };
  const around = new Set<number>();
  const withoutChanged = { most, large: new Map<number, number>(), without: changed };
  /** Per unit the level of its piece. */
  const levelOf = new Map<number, number>();
  const clusters: number[][] = [];
  const finish = (unit: number): number => {
    const known = levelOf.get(unit);
    if (known !== undefined) return known;
    const piece = findPiece(graph, unit, options);
    for (const other of piece.units) levelOf.set(other, piece.level);
    for (const cluster of clusterPiece(graph, piece.units, decisions)) clusters.push(cluster);
    return piece.level;
  };
  for (const row of [...changed]) {
    if (Math.max(...graph.unitsOf(row).map(finish)) === 0 || !graph.isShared(row)) continue;
    // Another record may speak for the row now, or decisions take it apart: links that levels kept are then dropped.
    for (const other of parts.links.of(row).rows) changed.add(other);
  }
  for (const row of changed) {
    for (const unit of graph.unitsOf(row)) {
      const level = finish(unit);
      if (level > 0) addUncertain(graph, unit, level, withoutChanged, around);
    }
  }
  for (const unit of around) finish(unit);
  return clusters;
}

/** Adds the units that hang on to a changed one at a level below its piece's, and may have been a piece there without. */
function addUncertain(
  graph: UnitGraph,
  unit: number,
  level: number,
  options: PieceOptions & { readonly without: ReadonlySet<number> },
  around: Set<number>,
): void {
  const { levels, levelHints } = graph.parts;
  const next = new Map<number, number>();
  // By odds alone: before the change the two may have been on other sides.
  graph.forEachLink(unit, levels.floorOf(0), (other, odds) => {
    if (!options.without.has(graph.rowOf(other))) next.set(other, Math.min(level - 1, levels.lastFor(odds)));
  });
  // What is too large at a level is so at lower ones: highest first, so that walks end where others have been.
  for (const [other, highest] of [...next].sort((a, b) => b[1] - a[1])) {
    if (around.has(other)) continue;
    const walk = (at: number) => walkComponent(graph, other, { ...options, level: at });
    const found = walk(highest);
    if (!found.isWhole) continue;
    const search = { walk, tooLow: options.large.get(other) ?? -1, hint: levelHints.get(other) };
    for (const one of findFirstWhole(highest, search).units) around.add(one);
  }
}
