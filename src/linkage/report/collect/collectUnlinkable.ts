// Records that could link with nothing: even a record with the very same values would stay below the link threshold.
import { labelWithinSentence } from "../../score/labelComparison.ts";
import type { ReportData } from "../reportData.ts";
import { joinWords } from "./joinWords.ts";
import { type ReportContext, recordsOfRow } from "./reportContext.ts";

const reasonsMax = 12;

/** Counts of records by which fields they lack, commonest first; rare combinations are put together. */
export function collectUnlinkable(context: ReportContext): ReportData["unlinkable"] {
  const { comparer, model } = context.facts;
  const counts = new Map<string, number>();
  const isLinked = markLinked(context);
  for (let row = 0; row < isLinked.length; row += 1) {
    if (isLinked[row] === 1 || context.selfOdds(row) > model.thresholds.link) continue;
    const { levels } = comparer.compare(row, row);
    const pattern = levels.reduce((text, level) => text + (level === 0 ? "0" : "1"), "");
    counts.set(pattern, (counts.get(pattern) ?? 0) + recordsOfRow(context, row));
  }
  const byReason = new Map<string, number>();
  for (const [pattern, count] of counts) {
    const reason = describePattern(context, pattern);
    byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  }
  const sorted = [...byReason].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, reasonsMax).map(([reason, count]) => ({ reason, count }));
  const rest = sorted.slice(reasonsMax).reduce((sum, [, count]) => sum + count, 0);
  return rest === 0 ? shown : [...shown, { reason: "other combinations of missing fields", count: rest }];
}

/** Per row 1 where a pair of it reaches the link threshold, which shows that its values can. */
function markLinked({ facts }: ReportContext): Uint8Array {
  const { left, right, logOdds, count } = facts.scored.links;
  const isLinked = new Uint8Array(facts.collapsed.records.recordCount);
  for (let link = 0; link < count; link += 1) {
    if (logOdds[link]! <= facts.model.thresholds.link) continue;
    isLinked[left[link]!] = 1;
    isLinked[right[link]!] = 1;
  }
  return isLinked;
}

/** `pattern` has a "1" for each comparison that has a value. Fields that most people lack are not called missing. */
function describePattern({ facts }: ReportContext, pattern: string): string {
  const telling = facts.model.scoring.comparisons.map(
    ({ kind }) => kind !== "nameOrder" && kind !== "suffix" && kind !== "middleName",
  );
  const labels = (wanted: string): string[] =>
    facts.model.scoring.comparisons.flatMap((comparison, index) =>
      telling[index] === true && pattern[index] === wanted ? [labelWithinSentence(comparison)] : [],
    );
  const known = labels("1");
  const missing = labels("0");
  if (known.length === 0) return "no usable value";
  if (missing.length === 0) return "every field has a value, but all of them are common";
  return known.length <= missing.length ? `only ${joinWords(known, "and")} known` : `no ${joinWords(missing, "or")}`;
}
