// An answer is made, written to the audit log, and only then handed out. Where a person in it changed between the two,
// the client would not be named among the recipients of that change: the answer is made anew.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";

export interface Made<T> {
  readonly answer: T;
  /** Persons of whom the answer gives a view. */
  readonly persons?: readonly PersonNumber[];
  readonly records?: readonly RecordNumber[];
  /** HTTP status of the answer; default 200. */
  readonly status?: number;
}

/** Ever busier persons are answered as of the last try. */
const triesMax = 5;

/**
 * @param make takes what it needs of the mirror before its first `await`
 * @throws what `make` throws, NamesakeError STORE_* where the audit log cannot be written
 */
export async function answerAudited<T>(
  state: IndexState,
  context: AccessContext,
  make: () => Made<T> | Promise<Made<T>>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    await state.fresh();
    const { mirror, moment } = state;
    const { answer, persons = [], records = [], status = 200 } = await make();
    await state.auditor.record(context, { status, persons, records });
    const isStill = mirror === state.mirror && persons.every((person) => mirror.persons.changedAt(person) <= moment);
    if (isStill || tries === triesMax) return answer;
  }
}
