// Events as a client may see them: numbers become keys of records and identifiers of persons, and what only records of
// other sources tell is left out.
import { type AccessContext, maySeeSource } from "../governance/accessContext.ts";
import type { EventRow, RecordKey, RecordNumber } from "../store/personStore.ts";
import { type DetailShare, parseDetail } from "./eventDetail.ts";
import type { IndexState } from "./indexState.ts";
import type { EventAnswer } from "./personService.ts";

/**
 * The events that the context may see, in the order given: those about at least one record of a source that it may see.
 * @param at time (ISO 8601) of each moment among the events
 */
export async function answerEvents(
  state: IndexState,
  context: AccessContext,
  events: readonly EventRow[],
  at: ReadonlyMap<number, string>,
): Promise<EventAnswer[]> {
  await state.clients.know(events.flatMap(({ recipients }) => recipients));
  return events.flatMap((event) => answerEvent(state, context, event, at.get(event.moment) ?? "") ?? []);
}

/** Null where the context may not see it. */
function answerEvent(state: IndexState, context: AccessContext, event: EventRow, at: string): EventAnswer | null {
  const { live, persons, decisions } = state.mirror;
  const { cause, records, from, into, kept } = parseDetail(event.detail);
  const isVisible = (record: RecordNumber): boolean => maySeeSource(context, live.sourceOf(record));
  const keys = (numbers: readonly RecordNumber[]): RecordKey[] =>
    numbers.filter(isVisible).map((record) => live.keyOf(record));
  const shown = keys(records);
  if (shown.length === 0) return null;
  const share = (shares: readonly DetailShare[] | undefined): string[] =>
    (shares ?? []).filter(([, moved]) => moved.some(isVisible)).map(([person]) => persons.idOf(person));
  const ruled = (cause.decisions ?? []).flatMap((number) => decisions.at(number) ?? []);
  const rulings = ruled.filter(({ groups }) => groups.flat().every(isVisible)).map(({ id }) => id);
  return {
    cursor: event.cursor,
    at,
    type: event.type,
    person: persons.idOf(event.person),
    cause: {
      kind: cause.kind,
      ...(cause.records === undefined ? {} : { records: keys(cause.records) }),
      ...(rulings.length === 0 ? {} : { decisions: rulings }),
      about: shown,
      ...(from === undefined ? {} : { from: share(from) }),
      ...(into === undefined ? {} : { into: share(into) }),
      ...(kept === undefined ? {} : { kept }),
    },
    recipients: event.recipients.map((client) => state.clients.nameOf(client)),
  };
}
