// Requests as operations: names of fields resolved, texts and keys checked, so that what enters the queue can be applied.
import type { AccessContext } from "../../governance/accessContext.ts";
import { requireWritableSource } from "../../governance/policy/requireWritableSource.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { RecordKey } from "../../store/personStore.ts";
import { type FieldNames, isAllowed } from "../fieldNames.ts";
import { formatFields } from "../mirror/parseFields.ts";
import type { DecisionInput, RecordInput } from "../personService.ts";
import { splitRecordsMax } from "./applyDecision.ts";
import type { PutOperation, RuleOperation, WithdrawOperation } from "./operation.ts";

const keyLengthMax = 512;
const valueLengthMax = 10_000;
const reasonLengthMax = 10_000;

/** ISO 8601: a date, or a date and time with or without an offset. */
const timePattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** @throws NamesakeError FIELD_UNKNOWN, RECORD_INVALID, TEXT_NOT_ALLOWED, SOURCE_NOT_ALLOWED */
export function readPut(context: AccessContext, input: RecordInput, names: FieldNames): PutOperation {
  const { observedAt = null, version = null } = input;
  const key = readKey(context, input);
  const fields = names.resolve(context, input.fields, key.source);
  for (const [name, value] of Object.entries(fields)) {
    if (value.length > valueLengthMax)
      throw new NamesakeError("RECORD_INVALID", `field ${JSON.stringify(name)} is longer than ${valueLengthMax}`);
  }
  if (observedAt !== null && !(timePattern.test(observedAt) && Number.isFinite(Date.parse(observedAt)))) {
    throw new NamesakeError("RECORD_INVALID", "observedAt is no ISO 8601 time");
  }
  if (version !== null && !(Number.isSafeInteger(version) && version >= 0)) {
    throw new NamesakeError("RECORD_INVALID", "version is no whole number from 0 on");
  }
  return { kind: "put", context, key, fields: formatFields(fields), observedAt, version };
}

export function readWithdrawal(context: AccessContext, { source, id }: RecordKey): WithdrawOperation {
  return { kind: "withdraw", context, key: { source, id } };
}

/** @throws NamesakeError DECISION_INVALID */
export function readDecision(context: AccessContext, { kind, left, right, reason }: DecisionInput): RuleOperation {
  const groups = kind === "same" ? [[left, right]] : [[left], [right]];
  return {
    kind: "rule",
    context,
    ruling: kind,
    groups: groups.map(copyKeys),
    person: null,
    reason: readReason(reason),
  };
}

/** @throws NamesakeError DECISION_INVALID where there are fewer than two groups, an empty one, or too many records */
export function readSplit(
  context: AccessContext,
  person: string,
  { groups, reason }: { readonly groups: readonly (readonly RecordKey[])[]; readonly reason: string },
): RuleOperation {
  if (groups.length < 2) throw new NamesakeError("DECISION_INVALID", "groups: there must be two or more");
  if (groups.some((group) => group.length === 0)) throw new NamesakeError("DECISION_INVALID", "groups: one is empty");
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  if (count > splitRecordsMax) {
    throw new NamesakeError("DECISION_INVALID", `groups: ${count} records are more than ${splitRecordsMax}`);
  }
  return { kind: "rule", context, ruling: "split", groups: groups.map(copyKeys), person, reason: readReason(reason) };
}

function readKey(context: AccessContext, { source, id }: RecordKey): RecordKey {
  for (const [name, text] of [
    ["source", source],
    ["id", id],
  ] as const) {
    if (text === "" || text.length > keyLengthMax)
      throw new NamesakeError("RECORD_INVALID", `${name} must have 1 to ${keyLengthMax} characters`);
    if (!isAllowed(text)) throw new NamesakeError("TEXT_NOT_ALLOWED", name);
  }
  requireWritableSource(context, source);
  return { source, id };
}

function readReason(reason: string): string {
  if (reason.length > reasonLengthMax || !isAllowed(reason)) {
    throw new NamesakeError("DECISION_INVALID", `reason must be text of at most ${reasonLengthMax} characters`);
  }
  return reason;
}

const copyKeys = (keys: readonly RecordKey[]): RecordKey[] => keys.map(({ source, id }) => ({ source, id }));
