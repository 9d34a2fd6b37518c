// What a reader must know of the run before trusting its figures, in sentences.
import type { RunFacts } from "../../linkRun.ts";
import { noteDecisions } from "../../noteDecisions.ts";
import { bitsPerNat } from "../../score/pairScorer.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatWeight } from "../format/formatWeight.ts";

/** What became of decisions, the notes of training, then those on what the report's figures leave out. */
export function collectNotes({ model, collapsed, scored, decisions, clusters }: RunFacts): string[] {
  const notes = [...noteDecisions(decisions, clusters), ...model.training.notes];
  const identical = collapsed.rowOf.length - collapsed.records.recordCount;
  if (identical > 0) {
    notes.push(
      `${formatCount(identical)} of ${formatCount(collapsed.rowOf.length)} records agree with an earlier one in every field compared: such records were compared once, and links and candidate pairs are counted between distinct ones.`,
    );
  }
  if (scored.links.count > 0) {
    const floor = formatWeight(model.thresholds.component * bitsPerNat);
    notes.push(
      `Pairs with a match weight below ${floor} bits are not kept: the distribution of match weights begins there, and most candidate pairs lie below.`,
    );
  }
  return notes;
}
