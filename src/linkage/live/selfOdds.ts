// Whether the identical records of a row are one person is decided by scoring the row with itself.
import { scorePair } from "../score/pairScorer.ts";
import type { LiveParts } from "./liveParts.ts";

/** Natural log odds that two records with the values of a row are one person. */
export function selfOdds({ fields, rows }: Pick<LiveParts, "fields" | "rows">, row: number): number {
  return scorePair(fields.tables, fields.comparer(rows).compare(row, row));
}
