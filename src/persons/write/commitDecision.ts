// One ruling, or the withdrawal of one, as a batch of its own: the partition it is judged against is the one before it.
import type { DecisionRow } from "../../store/personStore.ts";
import { answerDecision } from "../answerDecision.ts";
import { answerEvents } from "../answerEvents.ts";
import type { IndexKeeper } from "../indexKeeper.ts";
import type { DecisionAnswer } from "../personService.ts";
import { applyRuling, applyUnruling } from "./applyDecision.ts";
import { BatchDraft } from "./batchDraft.ts";
import { finishBatch } from "./finishBatch.ts";
import type { DecisionOperation } from "./operation.ts";

/** @throws NamesakeError as applyRuling and applyUnruling */
export async function commitDecision(keeper: IndexKeeper, operation: DecisionOperation): Promise<DecisionAnswer> {
  const { context } = operation;
  const { row, events, at } = await keeper.write(async (writer, undo) => {
    const draft = new BatchDraft(keeper, writer, undo);
    const row: DecisionRow =
      operation.kind === "rule" ? await applyRuling(draft, operation) : applyUnruling(draft, operation);
    const events = await finishBatch(draft);
    const { persons } = keeper.mirror;
    const records = row.groups.flat();
    const told = new Set(records.map((record) => persons.personOf(record)).filter((person) => person >= 0));
    await writer.addAudit([keeper.auditor.row(context, { records, persons: [...told] })]);
    return { row, events, at: new Map([[writer.moment, writer.at]]) };
  });
  const answer = await answerDecision(keeper, row);
  return { ...answer, changed: await answerEvents(keeper, context, events, at) };
}
