// Decisions contradict each other where records said to be different are the same through a chain of others. Such a set
// is refused and shown, since no partition obeys it.
import { assert } from "../../shared/assert.ts";
import type { Decision } from "./decision.ts";

export interface Contradiction {
  /** Index of the decision "different". */
  readonly different: number;
  /** Indexes of decisions "same" that lead from its left record to its right one, as few as there can be. */
  readonly chain: readonly number[];
}

/**
 * The first decision "different" whose records a chain of decisions "same" joins, with the shortest chain; null where
 * there is none. Records are any non-negative integers. A record said to differ from itself has an empty chain.
 */
export function findContradiction(decisions: readonly Decision[]): Contradiction | null {
  const groupOf = groupSame(decisions);
  const different = decisions.findIndex(
    ({ left, right, kind }) => kind === "different" && groupOf(left) === groupOf(right),
  );
  const found = decisions[different];
  return found === undefined ? null : { different, chain: findChain(decisions, found) };
}

/** Finds the group of a record by records alone: identifiers need not be dense. */
function groupSame(decisions: readonly Decision[]): (record: number) => number {
  const parentOf = new Map<number, number>();
  const find = (record: number): number => {
    let root = record;
    for (let up = parentOf.get(root); up !== undefined; up = parentOf.get(root)) root = up;
    for (let at = record; at !== root; ) {
      const up = parentOf.get(at) ?? root;
      parentOf.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { left, right, kind } of decisions) {
    if (kind !== "same") continue;
    const [a, b] = [find(left), find(right)];
    if (a !== b) parentOf.set(Math.max(a, b), Math.min(a, b));
  }
  return find;
}

/** Breadth first from the left record, so that the chain is a shortest one; of equals the first decisions. */
function findChain(decisions: readonly Decision[], { left, right }: Decision): number[] {
  const nextTo = new Map<number, { record: number; decision: number }[]>();
  decisions.forEach(({ left: a, right: b, kind }, decision) => {
    if (kind !== "same") return;
    const append = (from: number, record: number) => {
      const steps = nextTo.get(from);
      if (steps === undefined) nextTo.set(from, [{ record, decision }]);
      else steps.push({ record, decision });
    };
    append(a, b);
    append(b, a);
  });
  const cameBy = new Map<number, { from: number; decision: number } | null>([[left, null]]);
  // A map iterates over what is added on the way: it is its own queue.
  for (const record of cameBy.keys()) {
    if (record === right) break;
    for (const { record: next, decision } of nextTo.get(record) ?? []) {
      if (!cameBy.has(next)) cameBy.set(next, { from: record, decision });
    }
  }
  const chain: number[] = [];
  for (let at = right; at !== left; ) {
    const step = cameBy.get(at);
    assert(step, "records of one group are joined by a chain");
    chain.push(step.decision);
    at = step.from;
  }
  return chain.reverse();
}
