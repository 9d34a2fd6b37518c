// Rulings of humans, with the moment of their last change, and what still waits for one.
import type { DecisionRow, Moment, ReviewRow } from "../personStore.ts";
import { fromListCell, type Table, toListCell } from "./table.ts";

export const decisionTable: Table<DecisionRow, DecisionRow & { readonly changedAt: Moment }> = {
  name: "decisions",
  columns: [
    ["number", "integer"],
    ["id", "text"],
    ["kind", "text"],
    ["record_groups", "text"],
    ["reason", "text"],
    ["client", "integer"],
    ["moment", "integer"],
    ["withdrawn_at", "integer"],
    ["withdrawn_by", "integer"],
    ["changed_at", "integer"],
  ],
  key: ["number"],
  toCells: (row) => [
    row.number,
    row.id,
    row.kind,
    toListCell(row.groups),
    row.reason,
    row.client,
    row.moment,
    row.withdrawnAt,
    row.withdrawnBy,
    row.changedAt,
  ],
  fromCells: (cells) => ({
    number: cells[0] as number,
    id: cells[1] as string,
    kind: cells[2] as DecisionRow["kind"],
    groups: fromListCell(cells[3] as string),
    reason: cells[4] as string,
    client: cells[5] as number,
    moment: cells[6] as number,
    withdrawnAt: cells[7] as number | null,
    withdrawnBy: cells[8] as number | null,
  }),
};

export const reviewTable: Table<ReviewRow> = {
  name: "reviews",
  columns: [
    ["id", "text"],
    ["kind", "text"],
    ["records", "text"],
    ["harm", "real"],
    ["state", "text"],
    ["claimed_by", "integer"],
    ["claimed_at", "text"],
    ["opened_at", "integer"],
    ["changed_at", "integer"],
  ],
  key: ["id"],
  toCells: (row) => [
    row.id,
    row.kind,
    toListCell(row.records),
    row.harm,
    row.state,
    row.claimedBy,
    row.claimedAt,
    row.openedAt,
    row.changedAt,
  ],
  fromCells: (cells) => ({
    id: cells[0] as string,
    kind: cells[1] as string,
    records: fromListCell(cells[2] as string),
    harm: cells[3] as number,
    state: cells[4] as ReviewRow["state"],
    claimedBy: cells[5] as number | null,
    claimedAt: cells[6] as string | null,
    openedAt: cells[7] as number,
    changedAt: cells[8] as number,
  }),
};

/** Which reviews are about a record. */
export const reviewRecordTable: Table<{ readonly record: number; readonly review: string }> = {
  name: "review_records",
  columns: [
    ["record", "integer"],
    ["review", "text"],
  ],
  key: ["record", "review"],
  toCells: (row) => [row.record, row.review],
  fromCells: (cells) => ({ record: cells[0] as number, review: cells[1] as string }),
};
