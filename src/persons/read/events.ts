// The feed of events, and the history of one person: ordered, without gaps, and only what the client may see.
import type { AccessContext } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { EventRow } from "../../store/personStore.ts";
import { answerEvents } from "../answerEvents.ts";
import type { IndexState } from "../indexState.ts";
import type { EventAnswer, PersonService } from "../personService.ts";
import { answerAudited } from "./answerAudited.ts";
import { timesOfMoments } from "./momentTimes.ts";
import { findPerson } from "./visible.ts";

/** Events looked through for one answer, so that a client of few sources is answered in time. */
const scannedMax = 20_000;
const sliceSize = 1000;
/** How often other processes' commits are looked for while a feed waits. */
const lookMs = 250;

/** Events after a cursor; the answer's cursor is where to go on, past what the context may not see. */
export function events(
  state: IndexState,
  context: AccessContext,
  { after, limit }: { after: number; limit: number },
): ReturnType<PersonService["events"]> {
  return answerAudited(state, context, async () => {
    const found: EventAnswer[] = [];
    let cursor = after;
    for (let scanned = 0; scanned < scannedMax && found.length < limit; ) {
      const size = Math.min(sliceSize, Math.max(50, 2 * limit));
      const rows = await state.store.eventsAfter(cursor, size);
      const answers = await answerRows(state, context, rows);
      for (const answer of answers.slice(0, limit - found.length)) found.push(answer);
      const isCut = answers.length > 0 && found.at(-1) !== answers.at(-1);
      cursor = isCut ? (found.at(-1)?.cursor ?? cursor) : (rows.at(-1)?.cursor ?? cursor);
      scanned += rows.length;
      if (isCut || rows.length < size) break;
    }
    return { answer: { events: found, cursor } };
  });
}

/** Every event of a person that the context may see, oldest first. @throws NamesakeError PERSON_NOT_FOUND */
export function history(state: IndexState, context: AccessContext, id: string): ReturnType<PersonService["history"]> {
  return answerAudited(state, context, async () => {
    const person = findPerson(state.mirror, id);
    const items = await answerRows(state, context, await state.store.eventsOfPerson(person));
    if (items.length === 0) throw new NamesakeError("PERSON_NOT_FOUND", []);
    return { answer: { items }, persons: [person] };
  });
}

async function answerRows(
  state: IndexState,
  context: AccessContext,
  rows: readonly EventRow[],
): Promise<EventAnswer[]> {
  const moments = [...new Set(rows.map(({ moment }) => moment))];
  const times = await timesOfMoments(state.store, moments);
  await state.fresh();
  return answerEvents(state, context, rows, new Map(moments.map((moment, index) => [moment, times[index] ?? ""])));
}

/** Resolves when there are events after `cursor`, at the timeout, or when `signal` is aborted. */
export async function waitForEvents(
  { store }: Pick<IndexState, "store">,
  cursor: number,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  for (let left = timeoutMs; left > 0 && signal?.aborted !== true; left = end - performance.now()) {
    if ((await store.head()).cursor > cursor) return;
    await store.waitForChange(Math.min(lookMs, left), signal);
  }
}
