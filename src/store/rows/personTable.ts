// Persons, which records belonged to them when, and what happened to them.
import type { EventRow, EventType, MembershipRow, PersonRow, PersonState } from "../personStore.ts";
import { fromListCell, type Table, toListCell } from "./table.ts";

export const personTable: Table<PersonRow> = {
  name: "persons",
  columns: [
    ["number", "integer"],
    ["id", "text"],
    ["state", "text"],
    ["successors", "text"],
    ["created_at", "integer"],
    ["changed_at", "integer"],
  ],
  key: ["number"],
  toCells: (row) => [row.number, row.id, row.state, toListCell(row.successors), row.createdAt, row.changedAt],
  fromCells: (cells) => ({
    number: cells[0] as number,
    id: cells[1] as string,
    state: cells[2] as PersonState,
    successors: fromListCell(cells[3] as string),
    createdAt: cells[4] as number,
    changedAt: cells[5] as number,
  }),
};

export const membershipTable: Table<MembershipRow> = {
  name: "memberships",
  columns: [
    ["record", "integer"],
    ["person", "integer"],
    ["from_moment", "integer"],
    ["to_moment", "integer"],
  ],
  key: ["record", "from_moment"],
  toCells: (row) => [row.record, row.person, row.from, row.to],
  fromCells: (cells) => ({
    record: cells[0] as number,
    person: cells[1] as number,
    from: cells[2] as number,
    to: cells[3] as number | null,
  }),
};

export const eventTable: Table<EventRow> = {
  name: "events",
  columns: [
    ["cursor", "integer"],
    ["moment", "integer"],
    ["type", "text"],
    ["person", "integer"],
    ["detail", "text"],
    ["recipients", "text"],
  ],
  key: ["cursor"],
  toCells: (row) => [row.cursor, row.moment, row.type, row.person, row.detail, toListCell(row.recipients)],
  fromCells: (cells) => ({
    cursor: cells[0] as number,
    moment: cells[1] as number,
    type: cells[2] as EventType,
    person: cells[3] as number,
    detail: cells[4] as string,
    recipients: fromListCell(cells[5] as string),
  }),
};
