// What a reader must know of the run before trusting its figures, in sentences.
import type { RunFacts } from "../../linkRun.ts";
import { bitsPerNat } from "../../score/pairScorer.ts";

/** The notes of training, then those on what the report's figures leave out. */
export function collectNotes({ model, collapsed, scored }: RunFacts): string[] {
  const notes = [...model.training.notes];
  const identical = collapsed.rowOf.length - collapsed.records.recordCount;
  if (identical > 0) {
    notes.push(
      `${identical} of ${collapsed.rowOf.length} records agree with an earlier one in every field compared: such records were compared once, and links and candidate pairs are counted between distinct ones.`,
    );
  }
  if (scored.links.count > 0) {
    const floor = (model.thresholds.component * bitsPerNat).toFixed(1).replace("-", "−");
    notes.push(
      `Pairs with a match weight below ${floor} bits are not kept: the distribution of match weights begins there, and most candidate pairs lie below.`,
    );
  }
  return notes;
}
