// A record is withdrawn: its content leaves the mirror, its number and versions stay.
import { maySeeSource } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import { toVersion } from "./applyPut.ts";
import type { BatchDraft } from "./batchDraft.ts";
import type { WithdrawOperation } from "./operation.ts";

/** Null where it was done. */
export function applyWithdrawal(draft: BatchDraft, { key, context }: WithdrawOperation): NamesakeError | null {
  const before = draft.rowOf(key);
  if (before === null || before.isWithdrawn || !maySeeSource(context, key.source)) {
    return new NamesakeError("RECORD_NOT_FOUND", "source and identifier");
  }
  const { moment } = draft.writer;
  draft.versions.push(toVersion(before));
  const touched = draft.removeContent(
    {
      ...before,
      version: before.version + 1,
      fields: "{}",
      observedAt: null,
      moment,
      client: context.client,
      isWithdrawn: true,
      changedAt: moment,
    },
    before,
  );
  draft.noteChange(before.number, "record.withdrawn");
  draft.touches.push({ kind: "withdrawal", record: before.number, decision: null, touched: new Set(touched) });
  return null;
}
