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
 * Every cluster of every component that holds one of `touched`: record numbers in canonical order, clusters in the order
 * of their first records within a component. Withdrawn records are in none.
 */
export function clusterTouched(parts: LiveParts, touched: Iterable<number>, decisions: DecisionGraph): number[][] {
  const seen = new Set<number>();
  const clusters: number[][] = [];
  for (const record of touched) {
    if (seen.has(record) || parts.rows.rowOf(record) === 0) continue;
    const members = collectComponent(parts, record, decisions, seen);
    if (members.length === 1) clusters.push(members);
    else clusters.push(...clusterMembers(parts, members.sort(parts.recordKeys.compare), decisions));
  }
  return clusters;
}

/** Records that links, equality and decisions "same" reach. */
function collectComponent(
  { rows, links }: LiveParts,
  first: number,
  decisions: DecisionGraph,
  seen: Set<number>,
): number[] {
  const members: number[] = [];
  const seenRows = new Set<number>();
  const open: number[] = [];
  const enterRow = (row: number): void => {
    if (seenRows.has(row)) return;
    seenRows.add(row);
    open.push(row);
    for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
      seen.add(record);
      members.push(record);
      for (const other of decisions.sameOf(record)) {
        const otherRow = rows.rowOf(other);
        if (otherRow !== 0) enterRow(otherRow);
      }
    }
  };
  enterRow(rows.rowOf(first));
  for (let row = open.pop(); row !== undefined; row = open.pop())
    for (const other of links.of(row).rows) enterRow(other);
  return members;
}

function clusterMembers(parts: LiveParts, members: readonly number[], decisions: DecisionGraph): number[][] {
  const { model, rows, fields } = parts;
  const placeOf = new Map(members.map((record, place) => [record, place]));
  const component = {
    members: Int32Array.from(members, (record) => rows.rowOf(record)),
    links: listLinks(parts, members),
    decisions: listDecisions(members, placeOf, decisions),
  };
  const scoring = {
    comparer: fields.comparer(rows),
    tables: fields.tables,
    records: rows,
    isIdenticalOne: treatsIdenticalAsOne(model),
  };
  const options: ClusterOptions = {
    componentFloor: model.thresholds.component,
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

/** Each linked pair of rows once, by the place of the first member of each. */
function listLinks({ rows, links }: LiveParts, members: readonly number[]) {
  const placeOfRow = new Map<number, number>();
  members.forEach((record, place) => {
    const row = rows.rowOf(record);
    if (!placeOfRow.has(row)) placeOfRow.set(row, place);
  });
  const builder = new LinkListBuilder(members.length * 2);
  for (const [row, place] of placeOfRow) {
    const found = links.of(row);
    found.rows.forEach((other, i) => {
      const otherPlace = placeOfRow.get(other)!;
      if (place < otherPlace) builder.push(place, otherPlace, found.odds[i]!, 0);
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
