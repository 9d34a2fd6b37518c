// Persons that a change has split are for a human to look at.
import type { RecordNumber } from "../../store/personStore.ts";
import type { Resolution } from "../resolve/resolvePersons.ts";

export interface SplitReview {
  readonly kind: "split";
  /** Ascending. */
  readonly records: readonly RecordNumber[];
  readonly harm: number;
}

/** A person that lost records to others: one of those it kept, or that went first, and one of each other part. */
export function listSplits({ fates }: Resolution): SplitReview[] {
  return fates.flatMap(({ state, recordsAfter, lostTo }): SplitReview[] => {
    const parts = [recordsAfter, ...lostTo.map(({ records }) => records)].filter((part) => part.length > 0);
    if (state === "merged" || state === "withdrawn" || parts.length < 2) return [];
    const records = parts.flatMap((part) => part[0] ?? []).sort((a, b) => a - b);
    const all = parts.flat().length;
    const pairs = (all * all - parts.reduce((sum, { length }) => sum + length * length, 0)) / 2;
    return [{ kind: "split", records, harm: pairs / 2 }];
  });
}
