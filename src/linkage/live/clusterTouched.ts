// The clusters of the components that hold given records, by the function that clusters bulk runs.
import { clusterComponent } from "../cluster/clusterComponent.ts";
import type { ClusterOptions } from "../cluster/clusterLinks.ts";
import type { Decision } from "../cluster/decision.ts";
import type { Model } from "../model.ts";
import { LinkListBuilder } from "../score/linkList.ts";
import { treatsIdenticalAsOne } from "../standardise/collapseIdentical.ts";
import type { LiveFields } from "./liveFields.ts";
import type { RecordKeys } from "./recordKeys.ts";
import type { RowLinks } from "./rowLinks.ts";
import type { RowStore } from "./rowStore.ts";

/** Rulings by record number; each is told by both of its records. Withdrawn and unknown records are passed over. */
export interface DecisionGraph {
  sameOf(record: number): readonly number[];
  differentOf(record: number): readonly number[];
}

export interface LiveParts {
  readonly model: Model;
  readonly rows: RowStore;
  readonly fields: LiveFields;
  readonly links: RowLinks;
  readonly recordKeys: RecordKeys;
}

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
  const finish = (found: readonly number[], floor: number): void => {
    for (const members of clusterRows(parts, found, floor, decisions)) {
      if (!done.has(rows.rowOf(members[0]!))) clusters.push(members);
    }
    for (const row of found) done.add(row);
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
        finish(walkComponent(parts, row, whole).rows, whole.floor);
      } else if (walk.isWhole) {
        finish(walk.rows, floor);
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

interface WalkOptions {
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

interface Walk {
  readonly rows: readonly number[];
  /** False where there is more than `most` rows. */
  readonly isWhole: boolean;
  /** True where a decision names a record of a row of several: clustering then moves it on its own. */
  readonly splitsRow: boolean;
}

/** Rows that links, equality and decisions "same" reach from a row. */
function walkComponent(parts: LiveParts, first: number, options: WalkOptions): Walk {
  const { rows, links } = parts;
  const { floor, most, decisions, without, large } = options;
  const seen = new Set([first]);
  const found = [first];
  let splitsRow = false;
  let isLarge = large?.has(first) === true;
  const enter = (row: number): void => {
    if (row === 0 || seen.has(row) || without?.has(row) === true) return;
    seen.add(row);
    found.push(row);
    if (found.length > most || large?.has(row) === true) isLarge = true;
  };
  for (let at = 0; at < found.length && !isLarge; at += 1) {
    const row = found[at]!;
    const isShared = rows.nextOf(rows.firstOf(row)) >= 0;
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
      const same = decisions.sameOf(record);
      for (const other of same) enter(rows.rowOf(other));
      if (isShared && (same.length > 0 || decisions.differentOf(record).length > 0)) splitsRow = true;
    }
    const linked = links.of(row);
    for (let i = 0; i < linked.rows.length; i += 1) if (linked.odds[i]! >= floor) enter(linked.rows[i]!);
  }
  if (isLarge && !splitsRow) for (const row of found) large?.add(row);
  return { rows: found, isWhole: !isLarge, splitsRow };
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

function walkNeighbours({ rows, links }: LiveParts, row: number, { floor, decisions }: WalkOptions): number[] {
  const linked = links.of(row);
  const next = linked.rows.filter((_, i) => linked.odds[i]! >= floor);
  for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
    for (const other of decisions.sameOf(record)) if (rows.rowOf(other) !== 0) next.push(rows.rowOf(other));
  }
  return next;
}

/** Clusters of all records of some rows, which make up a component at `floor`. */
function clusterRows(parts: LiveParts, found: readonly number[], floor: number, decisions: DecisionGraph): number[][] {
  const { rows, recordKeys } = parts;
  const members: number[] = [];
  for (const row of found) {
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) members.push(record);
  }
  if (members.length === 1) return [members];
  return clusterMembers(parts, members.sort(recordKeys.compare), floor, decisions);
}

function clusterMembers(
  parts: LiveParts,
  members: readonly number[],
  floor: number,
  decisions: DecisionGraph,
): number[][] {
  const { model, rows, fields } = parts;
  const placeOf = new Map(members.map((record, place) => [record, place]));
  const component = {
    members: Int32Array.from(members, (record) => rows.rowOf(record)),
    links: listLinks(parts, members, floor),
    decisions: listDecisions(members, placeOf, decisions),
    decidedElsewhere: listDecidedElsewhere(rows, members, placeOf, decisions),
  };
  const scoring = {
    comparer: fields.comparer(rows),
    tables: fields.tables,
    records: rows,
    isIdenticalOne: treatsIdenticalAsOne(model),
  };
  const options: ClusterOptions = {
    componentFloor: floor,
    componentSizeMax: model.clustering.componentSizeMax,
    threshold: model.thresholds.link,
    exclusiveSourceOf: model.clustering.isOnePerSource ? rows.sourceOf : null,
  };
  const { clusterOf, count } = clusterComponent(component, scoring, options);
  const clusters = Array.from({ length: count }, (): number[] => []);
  members.forEach((record, place) => {
    clusters[clusterOf[place]!]!.push(record);
  });
  return clusters;
}

/** Each pair of rows linked at `floor` once, by the place of the first member of each. */
function listLinks({ rows, links }: LiveParts, members: readonly number[], floor: number) {
  const placeOfRow = new Map<number, number>();
  members.forEach((record, place) => {
    const row = rows.rowOf(record);
    if (!placeOfRow.has(row)) placeOfRow.set(row, place);
  });
  const builder = new LinkListBuilder(members.length * 2);
  for (const [row, place] of placeOfRow) {
    const found = links.of(row);
    found.rows.forEach((other, i) => {
      const otherPlace = placeOfRow.get(other) ?? -1;
      if (place < otherPlace && found.odds[i]! >= floor) builder.push(place, otherPlace, found.odds[i]!, 0);
    });
  }
  return builder.finish();
}

function listDecisions(
  members: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  graph: DecisionGraph,
): Decision[] {
  const decisions: Decision[] = [];
  members.forEach((record, left) => {
    const add = (others: readonly number[], kind: Decision["kind"]): void => {
      for (const other of others) {
        const right = placeOf.get(other);
        if (right !== undefined && left < right) decisions.push({ left, right, kind });
      }
    };
    add(graph.sameOf(record), "same");
    add(graph.differentOf(record), "different");
  });
  return decisions;
}

/** Places of members that are ruled different from a present record outside. */
function listDecidedElsewhere(
  rows: RowStore,
  members: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  graph: DecisionGraph,
): number[] {
  const isOutside = (other: number): boolean => rows.rowOf(other) !== 0 && !placeOf.has(other);
  return members.flatMap((record, place) => (graph.differentOf(record).some(isOutside) ? [place] : []));
}
