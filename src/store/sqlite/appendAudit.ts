// Appends audit rows and what they disclosed, inside the caller's transaction.
import type { AuditRow } from "../personStore.ts";
import { disclosuresIn } from "../rows/clientTable.ts";
import { toListCell } from "../rows/table.ts";
import type { SqliteConnection } from "./sqliteConnection.ts";

const addRow = "insert into audit (at, client, purpose, route, status, persons, records) values (?, ?, ?, ?, ?, ?, ?)";
const addDisclosure = "insert into disclosures (person, client) values (?, ?) on conflict do nothing";

export function appendAudit(connection: SqliteConnection, rows: readonly AuditRow[]): void {
  connection.runAll(
    addRow,
    rows.map((row) => [
      row.at,
      row.client,
      row.purpose,
      row.route,
      row.status,
      toListCell(row.persons),
      toListCell(row.records),
    ]),
  );
  connection.runAll(
    addDisclosure,
    disclosuresIn(rows).map(({ person, client }) => [person, client]),
  );
}
