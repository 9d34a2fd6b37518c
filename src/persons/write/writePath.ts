// The functions of the service that change facts: each becomes an operation in the queue.
import type { AccessContext } from "../../governance/accessContext.ts";
import { catalogue, NamesakeError } from "../../shared/errors.ts";
import type { RecordKey } from "../../store/personStore.ts";
import type { IndexKeeper } from "../indexKeeper.ts";
import type {
  DecisionAnswer,
  EventAnswer,
  PersonService,
  PutAnswer,
  RecordInput,
  ReviewAnswer,
} from "../personService.ts";
import { commitDecision } from "./commitDecision.ts";
import { commitRecords } from "./commitRecords.ts";
import { commitReview } from "./commitReview.ts";
import type { DecisionOperation, Operation, RecordOperation, ReviewOperation } from "./operation.ts";
import { readDecision, readPut, readSplit, readWithdrawal } from "./readOperation.ts";
import { WriteQueue } from "./writeQueue.ts";

export interface WritePathOptions {
  readonly batchMax: number;
  readonly queuedMax: number;
  /** Called with the number of operations after each commit. */
  readonly onCommit: (count: number) => void;
}

export interface WritePath {
  readonly functions: Pick<
    PersonService,
    "putRecord" | "putRecords" | "withdrawRecord" | "decide" | "withdrawDecision" | "split" | "actOnReview"
  >;
  queued(): number;
  close(): Promise<void>;
}

export function createWritePath(keeper: IndexKeeper, options: WritePathOptions): WritePath {
  const queue = new WriteQueue<Operation>({
    commit: async (batch, onCommit) => {
      const [first] = batch;
      const results =
        first !== undefined && isAlone(first)
          ? [await commitAlone(keeper, first)]
          : await commitRecords(keeper, batch as readonly RecordOperation[], onCommit);
      options.onCommit(batch.length);
      return results;
    },
    isAlone,
    readers: keeper.readers,
    budgets: keeper.store.kind === "sqlite" ? budgetsInProcess : budgetsOverNetwork,
    ...options,
  });
  // What a batch refuses, it puts on record itself.
  const put = async (context: AccessContext, input: RecordInput, isBulk: boolean): Promise<PutAnswer> =>
    queue.add<PutAnswer>(await audited(keeper, context, async () => readPut(context, input, keeper.fields)), isBulk);
  return {
    functions: {
      putRecord: (context, input) => put(context, input, false),
      putRecords: (context, inputs) => Promise.all(inputs.map((input) => put(context, input, true).catch(asAnswer))),
      withdrawRecord: async (context: AccessContext, key: RecordKey) =>
        queue.add<{ readonly changed: readonly EventAnswer[] }>(
          await audited(keeper, context, async () => readWithdrawal(context, key)),
        ),
      decide: (context, input) =>
        audited(keeper, context, async () => queue.add<DecisionAnswer>(readDecision(context, input))),
      withdrawDecision: (context, id) =>
        audited(keeper, context, () => queue.add<DecisionAnswer>({ kind: "unrule", context, id })),
      split: (context, person, request) =>
        audited(keeper, context, async () => queue.add<DecisionAnswer>(readSplit(context, person, request))),
      actOnReview: (context, id, request) =>
        audited(keeper, context, () => queue.add<ReviewAnswer>({ kind: "review", context, id, ...request })),
    },
    queued: () => queue.length,
    close: () => queue.close(),
  };
}

/** A batch on SQLite holds the thread until its commit. */
const budgetsInProcess = { besideReadersMs: 8, aloneMs: 40 };
/** One on PostgreSQL waits for round trips most of its time, and answers of readers wait for its end. */
const budgetsOverNetwork = { besideReadersMs: 30, aloneMs: 100 };

const isAlone = (operation: Operation): operation is DecisionOperation | ReviewOperation =>
  operation.kind === "rule" || operation.kind === "unrule" || operation.kind === "review";

const commitAlone = (keeper: IndexKeeper, operation: DecisionOperation | ReviewOperation) =>
  operation.kind === "review" ? commitReview(keeper, operation) : commitDecision(keeper, operation);

/** An expected failure is an answer of a batch; a bug is not. */
function asAnswer(error: unknown): NamesakeError {
  if (error instanceof NamesakeError) return error;
  throw error;
}

/** Refusals are answers too: they are on record before they leave. Where the store fails, there is nowhere to write it. */
async function audited<T>(keeper: IndexKeeper, context: AccessContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NamesakeError && !unaudited.test(error.code)) {
      await keeper.auditor.record(context, { status: catalogue[error.code].httpStatus });
    }
    throw error;
  }
}

const unaudited = /^(STORE_|OVERLOADED$|STOPPING$)/;
