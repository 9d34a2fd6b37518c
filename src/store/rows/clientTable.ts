// Clients, what they were told (audit), and which of it still holds (disclosures).
import type { AuditRow, ClientRow, PersonNumber } from "../personStore.ts";
import { fromListCell, type Table, toListCell } from "./table.ts";

export const clientTable: Table<ClientRow> = {
  name: "clients",
  columns: [
    ["number", "integer"],
    ["name", "text"],
    ["key_hash", "text"],
    ["purposes", "text"],
    ["sources", "text"],
    ["fields", "text"],
    ["created_at", "text"],
    ["revoked_at", "text"],
  ],
  key: ["number"],
  toCells: (row) => [
    row.number,
    row.name,
    row.keyHash,
    toListCell(row.purposes),
    row.sources === null ? null : toListCell(row.sources),
    row.fields === null ? null : toListCell(row.fields),
    row.createdAt,
    row.revokedAt,
  ],
  fromCells: (cells) => ({
    number: cells[0] as number,
    name: cells[1] as string,
    keyHash: cells[2] as string,
    purposes: fromListCell(cells[3] as string),
    sources: cells[4] === null ? null : fromListCell(cells[4] as string),
    fields: cells[5] === null ? null : fromListCell(cells[5] as string),
    createdAt: cells[6] as string,
    revokedAt: cells[7] as string | null,
  }),
};

export const auditTable: Table<AuditRow & { readonly number: number }> = {
  name: "audit",
  columns: [
    ["number", "integer"],
    ["at", "text"],
    ["client", "integer"],
    ["purpose", "text"],
    ["route", "text"],
    ["status", "integer"],
    ["persons", "text"],
    ["records", "text"],
  ],
  key: ["number"],
  toCells: (row) => [
    row.number,
    row.at,
    row.client,
    row.purpose,
    row.route,
    row.status,
    toListCell(row.persons),
    toListCell(row.records),
  ],
  fromCells: (cells) => ({
    number: cells[0] as number,
    at: cells[1] as string,
    client: cells[2] as number,
    purpose: cells[3] as string,
    route: cells[4] as string,
    status: cells[5] as number,
    persons: fromListCell(cells[6] as string),
    records: fromListCell(cells[7] as string),
  }),
};

export interface Disclosure {
  readonly person: PersonNumber;
  readonly client: number;
}

export const disclosureTable: Table<Disclosure> = {
  name: "disclosures",
  columns: [
    ["person", "integer"],
    ["client", "integer"],
  ],
  key: ["person", "client"],
  toCells: (row) => [row.person, row.client],
  fromCells: (cells) => ({ person: cells[0] as number, client: cells[1] as number }),
};

/** Each pair of person and client of the audit rows once, by person, then client (one order for all, so that none deadlock). */
export function disclosuresIn(rows: readonly AuditRow[]): Disclosure[] {
  const found = new Map<string, Disclosure>();
  for (const { client, persons } of rows) {
    for (const person of persons) found.set(`${person} ${client}`, { person, client });
  }
  return [...found.values()].sort((a, b) => a.person - b.person || a.client - b.client);
}
