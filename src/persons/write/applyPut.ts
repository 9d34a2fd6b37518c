// One delivered record against what is known of it: new, changed, the same again, or older.
import type { StandardBatch } from "../../linkage/index.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { RecordRow, VersionRow } from "../../store/personStore.ts";
import type { BatchDraft } from "./batchDraft.ts";
import type { PutOperation } from "./operation.ts";

export type PutOutcome = "created" | "changed" | "unchanged";

/**
 * What a delivery means, before anything is changed. `renumbered`: the same content under a higher version of the source,
 * which is kept so that what lies between is refused.
 *
 * A record that was withdrawn is created again, but for a delivery under a version that was known when it was withdrawn.
 */
export function judgePut(
  { fields, observedAt, version }: Pick<PutOperation, "fields" | "observedAt" | "version">,
  row: RecordRow | null,
): PutOutcome | "renumbered" | NamesakeError {
  if (row === null) return "created";
  const known = row.sourceVersion;
  if (version !== null && known !== null) {
    if (version < known) return new NamesakeError("VERSION_OLDER", `version ${version}, known ${known}`);
    if (version === known && row.isWithdrawn)
      return new NamesakeError("VERSION_OLDER", `version ${version} was withdrawn`);
  }
  if (row.isWithdrawn) return "created";
  if (fields === row.fields && observedAt === row.observedAt) {
    return version !== null && version !== known ? "renumbered" : "unchanged";
  }
  if (version !== null && version === known) return new NamesakeError("VERSION_CONFLICT", `version ${version}`);
  return "changed";
}

/** Applies a delivery to the draft. `at`: its place in `batch`. */
export function applyPut(
  draft: BatchDraft,
  operation: PutOperation,
  batch: StandardBatch,
  at: number,
): PutOutcome | NamesakeError {
  const { key, context, fields, observedAt } = operation;
  const before = draft.rowOf(key);
  const outcome = judgePut(operation, before);
  if (outcome === "unchanged" || outcome instanceof NamesakeError) return outcome;
  const sourceVersion = operation.version ?? before?.sourceVersion ?? null;
  const { moment } = draft.writer;
  if (outcome === "renumbered") {
    if (before !== null) draft.putRow({ ...before, sourceVersion, changedAt: moment });
    return "unchanged";
  }
  if (before !== null) draft.versions.push(toVersion(before));
  const touched = draft.putContent(key, batch, at, {
    source: key.source,
    id: key.id,
    version: (before?.version ?? 0) + 1,
    sourceVersion,
    fields,
    observedAt,
    moment,
    client: context.client,
    isWithdrawn: false,
    person: -1,
    changedAt: moment,
  });
  const record = draft.rowOf(key)?.number ?? -1;
  draft.noteChange(record, outcome === "created" ? "record.added" : "record.changed");
  draft.touches.push({ kind: "record", record, decision: null, touched: new Set(touched) });
  return outcome;
}

/** The row as a version that another replaces. */
export function toVersion(row: RecordRow): VersionRow {
  const { number, version, sourceVersion, fields, observedAt, moment, client, isWithdrawn } = row;
  return { record: number, version, sourceVersion, fields, observedAt, moment, client, isWithdrawn };
}
