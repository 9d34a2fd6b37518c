// The answers that change no record: each is a function of the state, the access context and the request.
import type { IndexState } from "../indexState.ts";
import type { PersonService } from "../personService.ts";

export type ReadPath = Pick<
  PersonService,
  "getRecord" | "match" | "search" | "getPerson" | "why" | "history" | "reviews" | "events" | "waitForEvents"
>;

/** @param state of an open index; `mirror` and `fields` are replaced in it as a model is replaced */
export function createReadPath(_state: IndexState): ReadPath {
  const notYet = (): Promise<never> => Promise.reject(new Error("the read path is being written"));
  return {
    getRecord: notYet,
    match: notYet,
    search: notYet,
    getPerson: notYet,
    why: notYet,
    history: notYet,
    reviews: notYet,
    events: notYet,
    waitForEvents: notYet,
  };
}
