// Decisions that a bulk run obeyed become facts of the index, in the name of the command line: without them its persons
// would not be the run's clusters, and would not come out of facts again.
import type { Decision } from "../../linkage/cluster/decision.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { DecisionRow, RecordNumber, StoreWriter } from "../../store/personStore.ts";
import { operatorNumber } from "../clientNames.ts";
import { DecisionTable } from "../mirror/decisionTable.ts";
import { findConflict } from "../resolve/findConflict.ts";

export interface RunDecision extends Decision {
  readonly reason: string;
}

/**
 * Adds those that are not in force already; a run that rules again on what was withdrawn rules anew.
 * @param decisions between places of the run's table
 * @param numberOf number of the record at a place
 * @throws NamesakeError DECISIONS_CONTRADICT where rulings in force say otherwise
 */
export async function writeLoadDecisions(
  writer: Pick<StoreWriter, "decisionsAfter" | "putDecisions" | "moment">,
  decisions: readonly RunDecision[],
  numberOf: (place: number) => RecordNumber,
  newId: () => string,
): Promise<void> {
  if (decisions.length === 0) return;
  const known = new DecisionTable();
  for (const row of await writer.decisionsAfter(-1)) known.put(row);
  const rows: DecisionRow[] = [];
  for (const { kind, left, right, reason } of decisions) {
    const pair = [numberOf(left), numberOf(right)] as const;
    if (pair[0] === pair[1] || isInForce(known, kind, pair)) continue;
    const groups = kind === "same" ? [pair] : pair.map((record) => [record]);
    const chain = findConflict(known, { kind, groups });
    if (chain !== null) {
      const where = `a decision of the run, "${kind}", and a chain of ${chain.length} in force in the index`;
      throw new NamesakeError("DECISIONS_CONTRADICT", where);
    }
    const row: DecisionRow = {
      number: known.count,
      id: newId(),
      kind,
      groups,
      reason,
      client: operatorNumber,
      moment: writer.moment,
      withdrawnAt: null,
      withdrawnBy: null,
    };
    known.put(row);
    rows.push(row);
  }
  await writer.putDecisions(rows);
}

/** Whether the command line has ruled so already. */
function isInForce(known: DecisionTable, kind: Decision["kind"], [left, right]: readonly [number, number]): boolean {
  return known
    .ofRecord(left)
    .some(
      (row) =>
        row.withdrawnAt === null &&
        row.client === operatorNumber &&
        row.kind === kind &&
        row.groups.flat().includes(right),
    );
}
