// The clusters that a change may have altered, with all records of every person among them.
import type { RecordNumber } from "../../store/personStore.ts";
import type { Mirror } from "../indexState.ts";

/**
 * Clusters of every component that holds a touched record; withdrawn records are in none. A person that only some of the
 * components hold (its bridge is gone) brings the components of its other records too.
 */
export function clustersAround({ live, persons, decisions }: Mirror, touched: Iterable<RecordNumber>): number[][] {
  const open = new Set(touched);
  for (;;) {
    const clusters = live.clustersOf(open, decisions);
    const covered = new Set(clusters.flat());
    const known = new Set<number>();
    for (const record of [...covered, ...open]) {
      const person = persons.personOf(record);
      if (person >= 0) known.add(person);
    }
    const missing = [...known].flatMap((person) =>
      persons.recordsOf(person).filter((record) => !covered.has(record) && live.isPresent(record)),
    );
    if (missing.length === 0) return clusters;
    for (const record of missing) open.add(record);
  }
}
