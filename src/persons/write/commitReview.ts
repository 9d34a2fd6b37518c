// A reviewer claims, releases or resolves a review. To resolve with a ruling makes a decision in the same commit.
import { maySeeSource } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { ReviewRow } from "../../store/personStore.ts";
import { answerReview } from "../answerReview.ts";
import type { IndexKeeper } from "../indexKeeper.ts";
import type { ReviewAnswer } from "../personService.ts";
import { applyRuling } from "./applyDecision.ts";
import { BatchDraft } from "./batchDraft.ts";
import { finishBatch } from "./finishBatch.ts";
import type { ReviewOperation } from "./operation.ts";
import { readDecision } from "./readOperation.ts";

/** @throws NamesakeError REVIEW_NOT_FOUND, REVIEW_CLAIMED, DECISION_INVALID, and as applyRuling */
export async function commitReview(keeper: IndexKeeper, operation: ReviewOperation): Promise<ReviewAnswer> {
  const { context, id } = operation;
  const row = await keeper.write(async (writer, undo) => {
    const { live, persons } = keeper.mirror;
    const before = await writer.reviewById(id);
    const isVisible = before?.records.every((record) => maySeeSource(context, live.sourceOf(record)));
    if (before === null || isVisible !== true) throw new NamesakeError("REVIEW_NOT_FOUND", "identifier");
    if (before.claimedBy !== null && before.claimedBy !== context.client) {
      throw new NamesakeError("REVIEW_CLAIMED", "another client");
    }
    const draft = new BatchDraft(keeper, writer, undo);
    if (operation.action === "resolve") await rule(draft, operation, before);
    await finishBatch(draft);
    const after = act(operation, before, keeper.now().toISOString(), writer.moment);
    await writer.putReviews([after]);
    const told = new Set(after.records.map((record) => persons.personOf(record)).filter((person) => person >= 0));
    await writer.addAudit([keeper.auditor.row(context, { records: after.records, persons: [...told] })]);
    return after;
  });
  await keeper.clients.know(row.claimedBy === null ? [] : [row.claimedBy]);
  return answerReview(keeper, row);
}

async function rule(
  draft: BatchDraft,
  { context, decision = "leave", reason = "" }: ReviewOperation,
  { records }: ReviewRow,
): Promise<void> {
  if (decision === "leave") return;
  const [left, right] = records;
  if (left === undefined || right === undefined || records.length > 2) {
    throw new NamesakeError("DECISION_INVALID", "the review is not about two records: split the person instead");
  }
  const { live } = draft.state.mirror;
  const input = { kind: decision, left: live.keyOf(left), right: live.keyOf(right), reason };
  await applyRuling(draft, readDecision(context, input));
}

function act({ action, context }: ReviewOperation, row: ReviewRow, now: string, moment: number): ReviewRow {
  const claimed = { claimedBy: context.client, claimedAt: row.claimedAt ?? now, changedAt: moment };
  if (action === "resolve") return { ...row, ...claimed, state: "done" };
  if (row.state === "done") throw new NamesakeError("REVIEW_NOT_FOUND", "it is done");
  if (action === "claim") return { ...row, ...claimed, state: "claimed" };
  return { ...row, state: "open", claimedBy: null, claimedAt: null, changedAt: moment };
}
