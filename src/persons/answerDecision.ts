// A decision as clients see it. Who may not see all of its records is not shown it at all: the caller has checked.
import type { DecisionRow } from "../store/personStore.ts";
import type { IndexState } from "./indexState.ts";
import type { DecisionAnswer } from "./personService.ts";

export async function answerDecision(state: IndexState, row: DecisionRow): Promise<DecisionAnswer> {
  const { live } = state.mirror;
  await state.clients.know([row.client]);
  const moments = row.withdrawnAt === null ? [row.moment] : [row.moment, row.withdrawnAt];
  const [at = "", withdrawnAt = null] = await state.store.timesOf(moments);
  return {
    id: row.id,
    kind: row.kind,
    groups: row.groups.map((group) => group.map((record) => live.keyOf(record))),
    reason: row.reason,
    by: state.clients.nameOf(row.client),
    at,
    withdrawnAt,
  };
}
