// What the answers of a batch tell, for the audit: one row a caller, who gets one answer or one stream of them.
import type { AccessContext } from "../../governance/accessContext.ts";
import { catalogue, NamesakeError } from "../../shared/errors.ts";
import type { Disclosed } from "../auditor.ts";
import type { Applied } from "./commitRecords.ts";

export interface AuditedAnswer {
  readonly context: AccessContext;
  readonly disclosed: Disclosed;
}

export function auditRows(applied: readonly Applied[]): AuditedAnswer[] {
  const byContext = new Map<AccessContext, Applied[]>();
  for (const one of applied) {
    const { context } = one.operation;
    const others = byContext.get(context);
    if (others === undefined) byContext.set(context, [one]);
    else others.push(one);
  }
  return [...byContext].map(([context, answers]): AuditedAnswer => {
    const told = answers.filter(({ outcome }) => !(outcome instanceof NamesakeError));
    const records = [...new Set(told.map(({ record }) => record))].sort((a, b) => a - b);
    const persons = new Set(told.map(({ person }) => person).filter((person) => person >= 0));
    return {
      context,
      disclosed: { status: statusOf(answers), records, persons: [...persons].sort((a, b) => a - b) },
    };
  });
}

function statusOf(answers: readonly Applied[]): number {
  const [only] = answers;
  if (only === undefined || answers.length > 1) return 200;
  if (only.outcome instanceof NamesakeError) return catalogue[only.outcome.code].httpStatus;
  return only.outcome === "created" ? 201 : 200;
}
