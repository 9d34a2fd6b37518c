// Rulings of people, and their withdrawal, as facts of a batch.
import { type AccessContext, maySeeSource } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { DecisionRow, RecordKey, RecordNumber, RecordRow } from "../../store/personStore.ts";
import { type ChainStep, ContradictionError } from "../contradictionError.ts";
import { pairsOf } from "../mirror/decisionTable.ts";
import { findConflict, type RulingStep } from "../resolve/findConflict.ts";
import type { BatchDraft } from "./batchDraft.ts";
import type { RuleOperation, UnruleOperation } from "./operation.ts";

/** A split rules on every two records of different groups: so many records make tens of thousands of rulings. */
export const splitRecordsMax = 300;

/**
 * The decision as stored. The same ruling again, in force, is given back as it is: a retried request is not applied twice.
 * @throws NamesakeError RECORD_NOT_FOUND, PERSON_NOT_FOUND, DECISION_INVALID, DECISIONS_CONTRADICT
 */
export async function applyRuling(draft: BatchDraft, operation: RuleOperation): Promise<DecisionRow> {
  const { context, ruling, reason } = operation;
  await draft.know(operation.groups.flat());
  const groups = operation.groups.map((group) => group.map((key) => requireRecord(draft, operation, key).number));
  requireDistinct(groups.flat());
  if (operation.person !== null) requireMembers(draft, operation.person, groups.flat());
  const { decisions } = draft.state.mirror;
  const repeated = findRepeated(draft, ruling, groups, context.client);
  if (repeated !== null) return repeated;
  const conflict = findConflict(decisions, { kind: ruling, groups });
  if (conflict !== null) {
    throw new ContradictionError(conflict.map((step) => showStep(draft, context, step)));
  }
  const row: DecisionRow = {
    number: decisions.count,
    id: draft.state.newId(),
    kind: ruling,
    groups,
    reason,
    client: context.client,
    moment: draft.writer.moment,
    withdrawnAt: null,
    withdrawnBy: null,
  };
  put(draft, row, "decision");
  return row;
}

/** A step of a chain as the caller may see it. */
function showStep(draft: BatchDraft, context: AccessContext, { kind, left, right }: RulingStep): ChainStep {
  const { decisions, live } = draft.state.mirror;
  const maySee = (record: RecordNumber): boolean => maySeeSource(context, live.sourceOf(record));
  const shown = (record: RecordNumber): RecordKey | null => (maySee(record) ? live.keyOf(record) : null);
  const saysSo = (row: DecisionRow): boolean =>
    row.withdrawnAt === null &&
    (row.kind === "same") === (kind === "same") &&
    pairsOf(row).some((pair) => pair.includes(left) && pair.includes(right));
  const decision = decisions.ofRecord(left).find((row) => saysSo(row) && row.groups.flat().every(maySee));
  return { kind, left: shown(left), right: shown(right), decision: decision?.id ?? null };
}

/**
 * The decision as withdrawn; one that was withdrawn already stays as it is.
 * @throws NamesakeError DECISION_NOT_FOUND, also where the client may not see one of its records
 */
export function applyUnruling(draft: BatchDraft, { id, context }: UnruleOperation): DecisionRow {
  const { decisions, live } = draft.state.mirror;
  const before = decisions.byId(id);
  if (before === null || !before.groups.flat().every((record) => maySeeSource(context, live.sourceOf(record)))) {
    throw new NamesakeError("DECISION_NOT_FOUND", "identifier");
  }
  if (before.withdrawnAt !== null) return before;
  const row: DecisionRow = { ...before, withdrawnAt: draft.writer.moment, withdrawnBy: context.client };
  put(draft, row, "withdrawal");
  return row;
}

function put(draft: BatchDraft, row: DecisionRow, kind: "decision" | "withdrawal"): void {
  draft.putDecision(row);
  draft.touches.push({ kind, record: null, decision: row.number, touched: new Set(row.groups.flat()) });
}

function requireRecord(draft: BatchDraft, { context }: RuleOperation, key: RecordKey): RecordRow {
  const row = maySeeSource(context, key.source) ? draft.rowOf(key) : null;
  if (row === null || row.isWithdrawn) throw new NamesakeError("RECORD_NOT_FOUND", "a record of the decision");
  return row;
}

function requireDistinct(records: readonly RecordNumber[]): void {
  if (new Set(records).size < records.length) {
    throw new NamesakeError("DECISION_INVALID", "a record is named twice");
  }
}

function requireMembers(draft: BatchDraft, id: string, records: readonly RecordNumber[]): void {
  const { persons } = draft.state.mirror;
  const person = persons.numberOf(id);
  if (person < 0 || persons.sizeOf(person) === 0) throw new NamesakeError("PERSON_NOT_FOUND", "identifier");
  if (records.some((record) => persons.personOf(record) !== person)) {
    throw new NamesakeError("DECISION_INVALID", "groups: a record belongs to another person");
  }
}

/** A ruling in force of the same client on the same records. */
function findRepeated(
  draft: BatchDraft,
  kind: DecisionRow["kind"],
  groups: DecisionRow["groups"],
  client: number,
): DecisionRow | null {
  const [first = -1] = groups.flat();
  const wanted = describe({ kind, groups });
  const found = draft.state.mirror.decisions
    .ofRecord(first)
    .find((row) => row.withdrawnAt === null && row.client === client && describe(row) === wanted);
  return found ?? null;
}

/** One text for one set of ruled pairs, however its groups are ordered. */
function describe({ kind, groups }: Pick<DecisionRow, "kind" | "groups">): string {
  const pairs = [...pairsOf({ kind, groups })].map((pair) => pair.sort((a, b) => a - b).join(" "));
  return `${kind} ${pairs.sort().join(",")}`;
}
