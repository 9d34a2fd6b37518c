// What waits for a human, by harm; a client sees those of whose records it may see all.
import type { AccessContext } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { ReviewRow } from "../../store/personStore.ts";
import { answerReview } from "../answerReview.ts";
import type { IndexState } from "../indexState.ts";
import type { PersonService } from "../personService.ts";
import { answerAudited } from "./answerAudited.ts";
import { maySeeRecord } from "./visible.ts";

const defaultLimit = 20;
const sliceSize = 200;

type After = { readonly harm: number; readonly id: string };

/** @throws NamesakeError CURSOR_INVALID */
export function reviews(
  state: IndexState,
  context: AccessContext,
  { limit = defaultLimit, cursor }: { limit?: number; cursor?: string },
): ReturnType<PersonService["reviews"]> {
  const start = cursor === undefined ? null : readCursor(cursor);
  return answerAudited(state, context, async () => {
    const { mirror } = state;
    const found: ReviewRow[] = [];
    let after = start;
    let isEnd = false;
    while (found.length <= limit && !isEnd) {
      const rows = await state.store.openReviews(sliceSize, after);
      found.push(...rows.filter(({ records }) => records.every((record) => maySeeRecord(mirror, context, record))));
      const last = rows.at(-1);
      after = last === undefined ? after : { harm: last.harm, id: last.id };
      isEnd = rows.length < sliceSize;
    }
    const shown = found.slice(0, limit);
    await state.clients.know(shown.flatMap(({ claimedBy }) => claimedBy ?? []));
    const items = shown.map((row) => answerReview(state, row));
    const last = shown.at(-1);
    const more = found.length > limit && last !== undefined ? { cursor: writeCursor(last) } : {};
    const records = shown.flatMap((row) => row.records);
    const persons = [...new Set(records.map((record) => mirror.persons.personOf(record)))].filter((one) => one >= 0);
    return { answer: { items, ...more }, persons, records };
  });
}

const writeCursor = ({ harm, id }: After): string => JSON.stringify([harm, id]);

function readCursor(cursor: string): After {
  try {
    const [harm, id] = JSON.parse(cursor) as [unknown, unknown];
    if (typeof harm === "number" && typeof id === "string") return { harm, id };
  } catch {
    // Told below, as any other cursor that is not ours.
  }
  throw new NamesakeError("CURSOR_INVALID", []);
}
