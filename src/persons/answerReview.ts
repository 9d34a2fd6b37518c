// A review as clients see it. Who may not see all of its records is not shown it at all: the caller has checked.
import type { ReviewRow } from "../store/personStore.ts";
import type { IndexState } from "./indexState.ts";
import type { ReviewAnswer } from "./personService.ts";

const reasons: Readonly<Record<string, string>> = {
  doubtful: "They may be one person; the evidence does not decide it.",
  contradictory: "One person's records differ in what a person cannot change.",
  large: "The person has more records than people usually have.",
  chain: "The person hangs together by a weak link.",
  split: "A person was divided; its parts should be looked at.",
};

/** Names of clients must be known: `state.clients.know`. */
export function answerReview(state: IndexState, row: ReviewRow): ReviewAnswer {
  const { live, persons } = state.mirror;
  return {
    id: row.id,
    kind: row.kind,
    harm: row.harm,
    state: row.state,
    claimedBy: row.claimedBy === null ? null : state.clients.nameOf(row.claimedBy),
    records: row.records.map((record) => {
      const person = persons.personOf(record);
      return { ...live.keyOf(record), person: person < 0 ? null : { id: persons.idOf(person) } };
    }),
    why: reasons[row.kind] ?? row.kind,
  };
}
