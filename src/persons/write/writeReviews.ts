// What needs a human after a batch: being written.
import type { Resolution } from "../resolve/resolvePersons.ts";
import type { BatchDraft } from "./batchDraft.ts";

export async function writeReviews(
  _draft: BatchDraft,
  _clusters: readonly (readonly number[])[],
  _resolution: Resolution,
): Promise<void> {
  return undefined;
}
