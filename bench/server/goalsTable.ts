// What was measured beside what was to be reached.
import type { Table } from "../table/formatTable.ts";
import type { Fired } from "./fireRequests.ts";
import type { ServerMeasurement } from "./measureServer.ts";

export interface BenchResult extends ServerMeasurement {
  readonly persons: number;
  readonly store: "sqlite" | "postgres";
  readonly startSeconds: number;
  readonly residentBytes: number | null;
  readonly loadSeconds: number;
  readonly stopSeconds: number;
}

interface Goal {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number | null;
  readonly isFloor: boolean;
}

/** One row a figure; "met" compares with the goals for a million persons on two cores. */
export function goalsTable(result: BenchResult): Table {
  const notes = [
    `Burst: ${statusText(result.burst)}; a request right after it took ${result.afterBurstMs.toFixed(0)} ms.`,
    `Person views during bulk ingest: ${statusText(result.personDuringBulk)}. Bulk lines refused: ${result.bulk.refused}.`,
    "Goals are for 1 million persons on two cores, the load generator among them.",
  ];
  const rows = goalsOf(result).map(({ what, value, unit, goal, isFloor }) => {
    const isMet = goal === null || (isFloor ? value >= goal : value <= goal);
    const asked = goal === null ? "" : `${isFloor ? "≥" : "≤"} ${goal.toLocaleString("en")}`;
    return [what, formatValue(value), unit, asked, goal === null ? "" : isMet ? "met" : "not met"];
  });
  const title = `Server on ${result.persons.toLocaleString("en")} persons, ${result.store}`;
  return { id: "server", title, columns: ["what", "measured", "unit", "to reach", ""], rows, notes };
}

function goalsOf(result: BenchResult): Goal[] {
  const { match, person, search, put, bulk, personDuringBulk, burst } = result;
  const floor = (what: string, value: number, unit: string, goal: number | null): Goal => ({
    what,
    value,
    unit,
    goal,
    isFloor: true,
  });
  const ceiling = (what: string, value: number, unit: string, goal: number | null): Goal => ({
    what,
    value,
    unit,
    goal,
    isFloor: false,
  });
  const ingestMin = result.store === "postgres" ? 1000 : 2000;
  return [
    floor("match", match.perSecond, "a second", 2870),
    ceiling("match, p50", match.p50Ms, "ms", null),
    ceiling("match, p99", match.p99Ms, "ms", 50),
    floor("person view", person.perSecond, "a second", 5000),
    ceiling("person view, p99", person.p99Ms, "ms", null),
    floor("search", search.perSecond, "a second", null),
    ceiling("search, p99", search.p99Ms, "ms", 100),
    floor("ingest, bulk", bulk.recordsPerSecond, "records a second", ingestMin),
    floor("ingest, one by one", put.perSecond, "records a second", ingestMin),
    ceiling("ingest, one by one, p99", put.p99Ms, "ms", null),
    floor("person view during bulk", personDuringBulk.perSecond, "a second", null),
    ceiling("person view during bulk, p99", personDuringBulk.p99Ms, "ms", null),
    floor("burst, answered", burst.perSecond, "a second", null),
    ceiling("burst, p99 of what was answered", burst.p99Ms, "ms", null),
    ceiling("start of serve", result.startSeconds, "s", 10),
    ceiling("memory of serve", (result.residentBytes ?? Number.NaN) / 2 ** 30, "GiB", 3),
    ceiling("index load", result.loadSeconds, "s", null),
    ceiling("stop of serve", result.stopSeconds, "s", null),
  ];
}

const formatValue = (value: number): string =>
  Number.isNaN(value) ? "–" : value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 });

const statusText = ({ statuses }: Fired): string =>
  Object.entries(statuses)
    .map(([status, count]) => `${count.toLocaleString("en")} × ${status}`)
    .join(", ");
