// Rejected rows by reason.
import type { Reject } from "../../read/readOptions.ts";

/** Commonest first, ties by text. */
export function collectRejects(rejects: readonly Reject[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
