// The clusters of the components that hold given records: those that a bulk run over all records gives them.
import { clusterRows } from "./clusterRows.ts";
import type { DecisionGraph, LiveParts } from "./liveParts.ts";
import { type Walk, type WalkOptions, walkComponent, walkNeighbours } from "./walkComponent.ts";

/**
 * Every cluster that a change of `touched` may have altered, whole: record numbers in canonical order. Withdrawn records
 * are in none.
 *
 * A component of more rows than the model allows is cut at higher floors, whatever else it holds; so it is not walked to
 * its end, but looked at again one nat higher, from the touched rows on. What it takes along are neighbours that may not
 * have been in so large a component before: those that less than that many rows hang on without the touched ones.
 */
export function clusterTouched(parts: LiveParts, touched: Iterable<number>, decisions: DecisionGraph): number[][] {
  const { model, rows } = parts;
  const sizeMax = model.clustering.componentSizeMax;
  const changed = new Set<number>();
  for (const record of touched) if (rows.rowOf(record) !== 0) changed.add(rows.rowOf(record));
  const done = new Set<number>();
  const clusters: number[][] = [];
  const finish = (walk: Walk, floor: number): void => {
    for (const members of clusterRows(parts, walk, floor, decisions)) {
      if (!done.has(rows.rowOf(members[0]!))) clusters.push(members);
    }
    for (const row of walk.rows) done.add(row);
  };
  let open: Set<number> = changed;
  for (let floor = model.thresholds.component; open.size > 0; floor += 1) {
    const isLast = floor + 1 > model.thresholds.link;
    const next = new Set<number>();
    const large = new Set<number>();
    const largeWithout = new Set<number>();
    for (const row of open) {
      if (done.has(row)) continue;
      const most = isLast ? Number.POSITIVE_INFINITY : sizeMax;
      const walk = walkComponent(parts, row, { floor, most, decisions, large });
      if (walk.splitsRow) {
        const whole = { floor: model.thresholds.component, most: Number.POSITIVE_INFINITY, decisions };
        finish(walkComponent(parts, row, whole), whole.floor);
      } else if (walk.isWhole) {
        finish(walk, floor);
      } else {
        next.add(row);
        if (!changed.has(row)) continue;
        const around = { floor, most, decisions, without: changed, large: largeWithout };
        for (const other of changedAround(parts, row, around)) next.add(other);
      }
    }
    open = next;
  }
  return clusters;
}

/** Rows next to a changed row that hang, without the changed ones, on few enough to have been a component before. */
function changedAround(parts: LiveParts, row: number, options: WalkOptions): Set<number> {
  const around = new Set<number>();
  for (const other of walkNeighbours(parts, row, options)) {
    if (options.without?.has(other) === true || around.has(other)) continue;
    let walk = walkComponent(parts, other, options);
    // Its rows may be several units each, and then several components.
    if (walk.splitsRow && !walk.isWhole) {
      const { floor, decisions, without } = options;
      const most = Number.POSITIVE_INFINITY;
      walk = walkComponent(parts, other, { floor, most, decisions, ...(without === undefined ? {} : { without }) });
    }
    if (walk.isWhole) for (const member of walk.rows) around.add(member);
  }
  return around;
}
