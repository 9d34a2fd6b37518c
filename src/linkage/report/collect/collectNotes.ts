// What a reader must know of the run before trusting its figures, in sentences.
import type { RunFacts } from "../../linkRun.ts";
import { noteRun } from "../../noteRun.ts";
import { bitsPerNat } from "../../score/pairScorer.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatWeight } from "../format/formatWeight.ts";

/** The notes of the run, then those on what the report's figures leave out. */
export function collectNotes(facts: RunFacts): string[] {
  const { model, collapsed, scored } = facts;
  const notes = noteRun(facts);
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
