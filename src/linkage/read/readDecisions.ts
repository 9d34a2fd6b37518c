// Reads human rulings on pairs of records from a file or from memory, and finds the records that they name. A ruling on a
// record that is not in the input waits for it; one that cannot be understood stops the run, for it was meant.
import { NamesakeError } from "../../shared/errors.ts";
import type { Decision, DecisionKind } from "../cluster/decision.ts";
import { findContradiction } from "../cluster/findContradiction.ts";
import type { RecordDecision } from "../linkOptions.ts";
import { RecordFinder } from "./findRecord.ts";
import { loadDecisions } from "./loadDecisions.ts";
import type { DatabaseOptions } from "./openDatabase.ts";
import type { RecordTable } from "./recordTable.ts";

export interface ResolvedDecisions {
  /** Between records of the table; without contradiction. */
  readonly decisions: readonly Decision[];
  /** Of each decision, in words; "" where none was given. */
  readonly reasons: readonly string[];
  /** Row numbers, from 1, of decisions that name a record that is not in the table. */
  readonly unknownRows: readonly number[];
  /** Where they came from: the file, or "decisions" from memory. */
  readonly origin: string;
}

/** A decision as given; any part may be missing or wrong. */
export type DecisionRow = { readonly [Part in keyof RawDecision]: string | null };

interface RawDecision {
  readonly kind: string;
  readonly leftSource: string;
  readonly leftId: string;
  readonly rightSource: string;
  readonly rightId: string;
  readonly reason: string;
}

/**
 * Decisions between records of `table`, in the order given.
 * @param given a file (CSV, Parquet, NDJSON) with columns kind, left_source, left_id, right_source, right_id, reason, or a list
 * @throws NamesakeError DECISIONS_INVALID and DECISIONS_CONTRADICT, naming rows from 1, and FILE_* for the file itself
 */
export async function readDecisions(
  given: string | readonly RecordDecision[],
  table: RecordTable,
  options: DatabaseOptions = {},
): Promise<ResolvedDecisions> {
  const origin = typeof given === "string" ? given : "decisions";
  const rows = typeof given === "string" ? await loadDecisions(given, options) : given.map(toRow);
  const finder = new RecordFinder(table);
  const mistakes: string[] = [];
  const unknownRows: number[] = [];
  const decisions: Decision[] = [];
  const reasons: string[] = [];
  const rowOf: number[] = [];
  rows.forEach((row, index) => {
    const found = resolveRow(row, finder);
    if (typeof found === "string") mistakes.push(`row ${index + 1}: ${found}`);
    else if (found === null) unknownRows.push(index + 1);
    else {
      decisions.push(found);
      reasons.push(row.reason ?? "");
      rowOf.push(index + 1);
    }
  });
  if (mistakes.length > 0)
    throw new NamesakeError("DECISIONS_INVALID", [origin, ...mistakes.slice(0, mistakesShownMax)]);
  requireConsistent(decisions, rowOf, origin);
  return { decisions, reasons, unknownRows, origin };
}

const mistakesShownMax = 20;

function toRow({ kind, left, right, reason }: RecordDecision): DecisionRow {
  const text = (value: string | undefined): string | null => value ?? null;
  return {
    kind,
    leftSource: text(left.source),
    leftId: left.id,
    rightSource: text(right.source),
    rightId: right.id,
    reason: text(reason),
  };
}

/** The decision; null where a record is not there; a sentence where the row cannot be understood. */
function resolveRow(row: DecisionRow, finder: RecordFinder): Decision | null | string {
  const kind = row.kind?.trim().toLowerCase();
  if (!isKind(kind)) return "kind is neither same nor different";
  if (row.leftId === null || row.rightId === null) return "an identifier is missing";
  const left = finder.find(row.leftSource, row.leftId);
  const right = finder.find(row.rightSource, row.rightId);
  if (left === "ambiguous" || right === "ambiguous") return "an identifier stands in several sources: name the source";
  return left === null || right === null ? null : { left, right, kind };
}

const isKind = (text: string | undefined): text is DecisionKind => text === "same" || text === "different";

function requireConsistent(decisions: readonly Decision[], rowOf: readonly number[], origin: string): void {
  const found = findContradiction(decisions);
  if (found === null) return;
  const rows = found.chain.map((decision) => rowOf[decision]);
  const chain =
    rows.length === 0
      ? "which says so of a record and itself"
      : `but ${rows.length === 1 ? `row ${rows[0]} says` : `rows ${rows.join(", ")} say`} same`;
  throw new NamesakeError("DECISIONS_CONTRADICT", [origin, `row ${rowOf[found.different]} says different, ${chain}`]);
}
