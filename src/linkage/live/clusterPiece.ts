// The clusters of one piece: by memory where no decision names its records, else by the function that clusters bulk runs.
import { clusterComponent } from "../cluster/clusterComponent.ts";
import type { Decision } from "../cluster/decision.ts";
import { planClustering } from "../cluster/planClustering.ts";
import { LinkListBuilder } from "../score/linkList.ts";
import { treatsIdenticalAsOne } from "../standardise/collapseIdentical.ts";
import type { DecisionGraph, LiveParts } from "./liveParts.ts";
import { poolRows } from "./poolRows.ts";
import type { RowStore } from "./rowStore.ts";
import type { UnitGraph } from "./unitGraph.ts";

/** Clusters of all records of a piece (findPiece), each in canonical order. */
export function clusterPiece(graph: UnitGraph, units: readonly number[], decisions: DecisionGraph): number[][] {
  const { parts } = graph;
  const { model, recordKeys } = parts;
  const isPlain = units.length <= model.clustering.componentSizeMax;
  if (isPlain && !units.some((unit) => graph.isRuled(unit) || graph.isPart(unit))) return poolRows(parts, units);
  const members = units.flatMap((unit) => graph.recordsOf(unit));
  if (members.length === 1) return [members];
  return clusterMembers(parts, members.sort(recordKeys.compare), decisions);
}

function clusterMembers(parts: LiveParts, members: readonly number[], decisions: DecisionGraph): number[][] {
  const { model, rows, fields, recordKeys } = parts;
  const placeOf = new Map(members.map((record, place) => [record, place]));
  const component = {
    members: Int32Array.from(members, (record) => rows.rowOf(record)),
    links: listLinks(parts, members),
    decisions: listDecisions(members, placeOf, decisions),
    decidedElsewhere: listDecidedElsewhere(rows, members, placeOf, decisions),
    sideOf: (place: number) => recordKeys.sideOf(members[place]!),
  };
  const scoring = {
    comparer: fields.comparer(rows),
    tables: fields.tables,
    records: rows,
    isIdenticalOne: treatsIdenticalAsOne(model),
  };
  const options = planClustering(model, rows.sourceOf);
  const { clusterOf, count } = clusterComponent(component, scoring, options);
  const clusters = Array.from({ length: count }, (): number[] => []);
  members.forEach((record, place) => {
    clusters[clusterOf[place]!]!.push(record);
  });
  return clusters;
}

/** Each pair of linked rows once, by the place of the first member of each. */
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
      const otherPlace = placeOfRow.get(other) ?? -1;
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
