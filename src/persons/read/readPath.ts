// The answers that change no record: each is a function of the state, the access context and the request.
import type { IndexState } from "../indexState.ts";
import type { PersonService } from "../personService.ts";
import { events, history, waitForEvents } from "./events.ts";
import { getPerson } from "./getPerson.ts";
import { getRecord } from "./getRecord.ts";
import { match } from "./match.ts";
import { reviews } from "./reviews.ts";
import { search } from "./search.ts";
import { why } from "./why.ts";

export type ReadPath = Pick<
  PersonService,
  "getRecord" | "match" | "search" | "getPerson" | "why" | "history" | "reviews" | "events" | "waitForEvents"
>;

/** @param state of an open index; `mirror` and `fields` are replaced in it as a model is replaced */
export function createReadPath(state: IndexState): ReadPath {
  return {
    getRecord: (context, key) => getRecord(state, context, key),
    match: async (context, request) => match(state, context, request),
    search: async (context, request) => search(state, context, request),
    getPerson: (context, id, asAt) => getPerson(state, context, id, asAt),
    why: (context, id) => why(state, context, id),
    history: (context, id) => history(state, context, id),
    reviews: async (context, request) => reviews(state, context, request),
    events: (context, request) => events(state, context, request),
    waitForEvents: (cursor, timeoutMs, signal) => waitForEvents(state, cursor, timeoutMs, signal),
  };
}
