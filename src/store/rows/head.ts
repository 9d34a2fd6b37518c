// Where a store stands: its last moment, and the next numbers to give out. Times are ISO 8601 texts of one length, so
// their order as texts is their order in time.
import type { Moment } from "../personStore.ts";
import type { Cell } from "./table.ts";

export interface Head {
  readonly moment: Moment;
  readonly at: string;
  readonly cursor: number;
  readonly records: number;
  readonly persons: number;
  readonly decisions: number;
}

/** Time of moment 0, before anything happened. */
export const epoch = "1970-01-01T00:00:00.000Z";

/** @param cells last moment, its time, last cursor, and largest numbers of records, persons and decisions; null for none */
export function headFromCells(cells: readonly Cell[]): Head {
  const next = (cell: Cell | undefined): number => (typeof cell === "number" ? cell + 1 : 0);
  return {
    moment: (cells[0] as number | null) ?? 0,
    at: (cells[1] as string | null) ?? epoch,
    cursor: (cells[2] as number | null) ?? 0,
    records: next(cells[3]),
    persons: next(cells[4]),
    decisions: next(cells[5]),
  };
}

/** The time in UTC with milliseconds. @throws RangeError where it is no ISO 8601 time */
export const normaliseTime = (at: string): string => new Date(at).toISOString();

/** The time of a new moment: now, or that of the moment before where the clock went back. */
export function timeAfter(previous: string, nowMs: number): string {
  const at = new Date(nowMs).toISOString();
  return at < previous ? previous : at;
}
