// A ruling that contradicts rulings in force is refused, with the chain of rulings that it contradicts.
import type { RecordNumber } from "../../store/personStore.ts";
import { pairsOf } from "../mirror/decisionTable.ts";

export interface RulingGraph {
  sameOf(record: RecordNumber): readonly RecordNumber[];
  differentOf(record: RecordNumber): readonly RecordNumber[];
}

export interface RulingStep {
  readonly kind: "same" | "different";
  readonly left: RecordNumber;
  readonly right: RecordNumber;
}

/**
 * The rulings in force that a new one contradicts, as a chain from one of its records to another; null where it agrees
 * with them all. Cost: the records that rulings "same" join with those named.
 */
export function findConflict(
  graph: RulingGraph,
  ruling: { readonly kind: "same" | "different" | "split"; readonly groups: readonly (readonly RecordNumber[])[] },
): RulingStep[] | null {
  const reached = new Map<RecordNumber, Reach>();
  const reachOf = (record: RecordNumber): Reach => {
    const known = reached.get(record) ?? reachSame(graph, record);
    reached.set(record, known);
    return known;
  };
  for (const [left, right] of pairsOf(ruling)) {
    const fromLeft = reachOf(left);
    if (ruling.kind === "same") {
      if (fromLeft.has(right)) continue;
      const chain = findApart(graph, fromLeft, left, reachOf(right), right);
      if (chain !== null) return chain;
    } else if (fromLeft.has(right)) return pathTo(fromLeft, left, right);
  }
  return null;
}

/** Per record that "same" leads to, the one before it on a shortest way; −1 for the first. */
type Reach = ReadonlyMap<RecordNumber, RecordNumber>;

function reachSame(graph: RulingGraph, from: RecordNumber): Reach {
  const cameFrom = new Map<RecordNumber, RecordNumber>([[from, -1]]);
  // A map iterates over what is added on the way: it is its own queue.
  for (const record of cameFrom.keys()) {
    for (const other of graph.sameOf(record)) if (!cameFrom.has(other)) cameFrom.set(other, record);
  }
  return cameFrom;
}

function findApart(
  graph: RulingGraph,
  fromLeft: Reach,
  left: RecordNumber,
  fromRight: Reach,
  right: RecordNumber,
): RulingStep[] | null {
  for (const record of fromLeft.keys()) {
    for (const other of graph.differentOf(record)) {
      if (!fromRight.has(other)) continue;
      const back = pathTo(fromRight, right, other).reverse();
      return [
        ...pathTo(fromLeft, left, record),
        { kind: "different", left: record, right: other },
        ...back.map((step): RulingStep => ({ kind: "same", left: step.right, right: step.left })),
      ];
    }
  }
  return null;
}

function pathTo(reach: Reach, from: RecordNumber, to: RecordNumber): RulingStep[] {
  const steps: RulingStep[] = [];
  for (let at = to; at !== from; ) {
    const before = reach.get(at) ?? from;
    steps.push({ kind: "same", left: before, right: at });
    at = before;
  }
  return steps.reverse();
}
