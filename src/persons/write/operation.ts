// What can be asked of the write path, checked as far as it can be without looking at the store.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { RecordKey } from "../../store/personStore.ts";

export interface PutOperation {
  readonly kind: "put";
  readonly context: AccessContext;
  readonly key: RecordKey;
  /** Texts by column, keys sorted, as stored. */
  readonly fields: string;
  readonly observedAt: string | null;
  readonly version: number | null;
}

export interface WithdrawOperation {
  readonly kind: "withdraw";
  readonly context: AccessContext;
  readonly key: RecordKey;
}

export interface RuleOperation {
  readonly kind: "rule";
  readonly context: AccessContext;
  readonly ruling: "same" | "different" | "split";
  readonly groups: readonly (readonly RecordKey[])[];
  /** Of a split: the person that the records belong to. */
  readonly person: string | null;
  readonly reason: string;
}

export interface UnruleOperation {
  readonly kind: "unrule";
  readonly context: AccessContext;
  readonly id: string;
}

export interface ReviewOperation {
  readonly kind: "review";
  readonly context: AccessContext;
  readonly id: string;
  readonly action: "claim" | "release" | "resolve";
  readonly decision?: "same" | "different" | "leave";
  readonly reason?: string;
}

export type RecordOperation = PutOperation | WithdrawOperation;
export type DecisionOperation = RuleOperation | UnruleOperation;
export type Operation = RecordOperation | DecisionOperation | ReviewOperation;
