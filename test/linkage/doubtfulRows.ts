// Made-up records that cannot be told apart well, for tests of what moves the threshold.
import { type MadeUpRow, madeUpRecords } from "./madeUpRecords.ts";

/** Names, town and birth year with many errors. */
export const doubtfulRows: MadeUpRow[] = madeUpRecords({
  records: 700,
  seed: 5,
  errorRate: 2.5,
  householdShare: 0.9,
}).map((row) => ({
  unique_id: row.unique_id ?? "",
  cluster_id: row.cluster_id ?? "",
  given_name: row.given_name ?? "",
  surname: row.surname ?? "",
  town: row.town ?? "",
  birth_year: (row.birth_date ?? "").slice(0, 4),
}));
