// Decisions in force as the bulk engine takes them: among places of a table; those that name other records are left out.
import type { Decision } from "../../linkage/cluster/decision.ts";
import type { DecisionRow, RecordNumber } from "../../store/personStore.ts";
import { pairsOf } from "../mirror/decisionTable.ts";

/** `placeOf`: −1 where the record is not in the table. */
export function decisionsAmong(rows: Iterable<DecisionRow>, placeOf: (record: RecordNumber) => number): Decision[] {
  const decisions: Decision[] = [];
  for (const row of rows) {
    if (row.withdrawnAt !== null) continue;
    const kind = row.kind === "same" ? "same" : "different";
    for (const pair of pairsOf(row)) {
      const [left, right] = pair.map(placeOf);
      if (left !== undefined && right !== undefined && left >= 0 && right >= 0) decisions.push({ left, right, kind });
    }
  }
  return decisions;
}
