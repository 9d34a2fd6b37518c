// A batch of deliveries and withdrawals: judged against the store, applied to the mirror, resolved once, committed once.
import { NamesakeError } from "../../shared/errors.ts";
import type { EventRow, PersonNumber, RecordNumber, RecordRow, StoreWriter } from "../../store/personStore.ts";
import { answerEvents } from "../answerEvents.ts";
import { parseDetail } from "../eventDetail.ts";
import type { IndexKeeper } from "../indexKeeper.ts";
import { parseFields } from "../mirror/parseFields.ts";
import type { EventAnswer, PutAnswer } from "../personService.ts";
import { applyPut, judgePut, type PutOutcome } from "./applyPut.ts";
import { applyWithdrawal } from "./applyWithdrawal.ts";
import { type AuditedAnswer, auditRows } from "./auditRows.ts";
import { BatchDraft } from "./batchDraft.ts";
import { finishBatch } from "./finishBatch.ts";
import type { PutOperation, RecordOperation } from "./operation.ts";

export type RecordResult = PutAnswer | { readonly changed: readonly EventAnswer[] } | NamesakeError;

export interface Applied {
  readonly operation: RecordOperation;
  /** −1 where there is none. */
  readonly record: RecordNumber;
  readonly outcome: PutOutcome | "withdrawn" | NamesakeError;
  /** Person of the record when the batch ended; −1 for none. Later batches may have begun when answers are made. */
  readonly person: PersonNumber;
}

type Outcome = Omit<Applied, "person">;

interface Committed {
  readonly applied: readonly Applied[];
  /** Events by the records that caused them. */
  readonly eventsOf: ReadonlyMap<RecordNumber, readonly EventRow[]>;
  readonly at: ReadonlyMap<number, string>;
}

/**
 * One result an operation, in order. What changes nothing needs no commit but that of its audit row. `onCommit` is called
 * when the next batch may begin; the promise resolves once this one is durable.
 */
export async function commitRecords(
  keeper: IndexKeeper,
  operations: readonly RecordOperation[],
  onCommit?: () => void,
): Promise<RecordResult[]> {
  await keeper.caughtUp();
  const settled = await settleRepeated(keeper, operations);
  const open = operations.filter((_, index) => settled[index] === null);
  const early = settled.flatMap((result) => result ?? []);
  const committed = open.length === 0 ? nothing : await commitOpen(keeper, { open, early }, onCommit);
  if (open.length === 0) {
    for (const { context, disclosed } of auditRows(early)) await keeper.auditor.record(context, disclosed);
  }
  let next = 0;
  return Promise.all(
    settled.map((result) => {
      const applied = result ?? committed.applied[next++];
      return applied === undefined ? notApplied() : answer(keeper, applied, committed);
    }),
  );
}

const nothing: Committed = { applied: [], eventsOf: new Map(), at: new Map() };

/** Operations that change nothing, by a look at the store; null for the others. */
async function settleRepeated(
  keeper: IndexKeeper,
  operations: readonly RecordOperation[],
): Promise<(Applied | null)[]> {
  const count = new Map<string, number>();
  const textOf = ({ key }: RecordOperation): string => `${key.source}\u0000${key.id}`;
  for (const operation of operations) count.set(textOf(operation), (count.get(textOf(operation)) ?? 0) + 1);
  // Two operations on one record are judged one after the other.
  const known = operations.map(
    (operation) =>
      operation.kind === "put" && count.get(textOf(operation)) === 1 && keeper.mirror.live.numberOf(operation.key) >= 0,
  );
  const rows = await keeper.store.recordsByKey(operations.filter((_, i) => known[i] === true).map(({ key }) => key));
  let next = 0;
  return operations.map((operation, index): Applied | null => {
    if (known[index] !== true) return null;
    const row: RecordRow | null = rows[next++] ?? null;
    const outcome = judgePut(operation as PutOperation, row);
    const isSettled = outcome === "unchanged" || outcome instanceof NamesakeError;
    return isSettled ? withPerson(keeper, { operation, record: row?.number ?? -1, outcome }) : null;
  });
}

function commitOpen(
  keeper: IndexKeeper,
  { open, early }: { readonly open: readonly RecordOperation[]; readonly early: readonly Applied[] },
  onCommit?: () => void,
): Promise<Committed> {
  return keeper.write(async (writer, undo) => {
    const draft = new BatchDraft(keeper, writer, undo);
    await draft.know(open.map(({ key }) => key));
    const outcomes = applyAll(draft, open);
    const events = await finishBatch(draft);
    const applied = outcomes.map((outcome) => withPerson(keeper, outcome));
    await addAudit(keeper, writer, [...auditRows(early), ...auditRows(applied)]);
    return { applied, eventsOf: groupByCause(events), at: new Map([[writer.moment, writer.at]]) };
  }, onCommit);
}

const withPerson = ({ mirror }: IndexKeeper, outcome: Outcome): Applied => ({
  ...outcome,
  person: outcome.record < 0 ? -1 : mirror.persons.personOf(outcome.record),
});

function applyAll(draft: BatchDraft, operations: readonly RecordOperation[]): Outcome[] {
  const puts = operations.filter((operation) => operation.kind === "put");
  const batch = draft.state.mirror.live.standardise(
    puts.map(({ fields }) => parseFields(fields)),
    puts.map(({ key }) => key.source),
  );
  let at = 0;
  return operations.map((operation): Outcome => {
    const outcome =
      operation.kind === "put"
        ? applyPut(draft, operation, batch, at++)
        : (applyWithdrawal(draft, operation) ?? "withdrawn");
    return { operation, record: draft.rowOf(operation.key)?.number ?? -1, outcome };
  });
}

async function addAudit(keeper: IndexKeeper, writer: StoreWriter, rows: readonly AuditedAnswer[]): Promise<void> {
  await writer.addAudit(rows.map(({ context, disclosed }) => keeper.auditor.row(context, disclosed)));
}

async function answer(keeper: IndexKeeper, applied: Applied, { eventsOf, at }: Committed): Promise<RecordResult> {
  const { operation, record, outcome, person } = applied;
  if (outcome instanceof NamesakeError) return outcome;
  const own = outcome === "unchanged" ? [] : (eventsOf.get(record) ?? []);
  const changed = await answerEvents(keeper, operation.context, own, at);
  if (outcome === "withdrawn") return { changed };
  return { outcome, ...operation.key, person: { id: keeper.mirror.persons.idOf(person) }, changed };
}

function groupByCause(events: readonly EventRow[]): Map<RecordNumber, EventRow[]> {
  const groups = new Map<RecordNumber, EventRow[]>();
  for (const event of events) {
    for (const record of parseDetail(event.detail).cause.records ?? []) {
      const group = groups.get(record);
      if (group === undefined) groups.set(record, [event]);
      else group.push(event);
    }
  }
  return groups;
}

function notApplied(): never {
  throw new Error("every operation has a result");
}
