// Why two records are, or are not, taken for one person, as text: both records side by side, then each comparison's
// weight as a waterfall from the prior to the total, then what follows from it.
import type { PairShown, RecordShown, WaterfallStep } from "../linkage/report/reportData.ts";
import { formatTable } from "./format/formatTable.ts";
import { formatWeight } from "./format/formatWeight.ts";
import { printableText } from "./format/printableText.ts";

const barWidth = 32;

export interface PairThresholds {
  /** Match weights in bits from which a pair is linked, and from which it is doubtful. */
  readonly link: number;
  readonly review: number;
}

/** Lines of the explanation, `columns` wide at most where values can be cut. */
export function formatPair(pair: PairShown, thresholds: PairThresholds, columns: number): string[] {
  return [
    ...sideBySide(pair, columns),
    "",
    ...waterfall(pair),
    "",
    `Match weight ${formatWeight(pair.matchWeight)} bits, match probability ${probabilityText(pair.matchProbability)}.`,
    verdict(pair, thresholds),
  ];
}

function sideBySide({ left, right }: PairShown, columns: number): string[] {
  const names = [...new Set([...Object.keys(left.values), ...Object.keys(right.values)])];
  const nameWidth = Math.min(24, Math.max(6, ...names.map((name) => name.length)));
  const valueWidth = Math.max(12, Math.floor((columns - nameWidth - 7) / 2));
  const cell = (record: RecordShown, name: string) => printableText(record.values[name] ?? "", valueWidth);
  const rows = names.map((name) => [
    printableText(name, nameWidth),
    cell(left, name),
    relation(left.values[name], right.values[name]),
    cell(right, name),
  ]);
  const header = ["", titleOf(left, valueWidth), "", titleOf(right, valueWidth)];
  return formatTable([header, ...rows], ["left", "left", "left", "left"]);
}

function titleOf({ source, recordId }: RecordShown, width: number): string {
  return printableText(source === null ? recordId : `${source}:${recordId}`, width);
}

function relation(left: string | undefined, right: string | undefined): string {
  if (left === undefined || right === undefined) return " ";
  return left === right ? "=" : "≠";
}

function waterfall({ steps, matchWeight }: PairShown): string[] {
  const ends: number[] = [];
  for (const step of steps) ends.push((ends.at(-1) ?? 0) + step.weight);
  const lowest = Math.min(0, ...ends);
  const highest = Math.max(0, ...ends);
  const place = (bits: number) => Math.round(((bits - lowest) / (highest - lowest || 1)) * barWidth);
  const rows = steps.map((step, index) => [
    stepText(step),
    formatWeight(step.weight),
    bar(place(ends[index - 1] ?? 0), place(ends[index] ?? 0)),
  ]);
  return formatTable(
    [["Comparison", "bits", ""], ...rows, ["total", formatWeight(matchWeight), ""]],
    ["left", "right", "left"],
  );
}

function stepText({ label, level }: WaterfallStep): string {
  return printableText(level === "" ? label : `${label}: ${level}`, 48);
}

/** Evidence for the match as full blocks, against it as light ones, from where the sum stood to where it stands. */
function bar(from: number, to: number): string {
  const width = Math.abs(to - from);
  return " ".repeat(Math.min(from, to)) + (to >= from ? "█" : "░").repeat(width);
}

function probabilityText(probability: number): string {
  if (probability > 0.9999) return `1 − ${(1 - probability).toExponential(1)}`;
  return probability < 0.0001 ? probability.toExponential(1) : probability.toFixed(4);
}

function verdict({ matchWeight }: PairShown, { link, review }: PairThresholds): string {
  if (matchWeight >= link) return `Verdict: linked (at or above the threshold of ${formatWeight(link)} bits).`;
  if (matchWeight >= review) {
    return `Verdict: doubtful, for a person to review (between ${formatWeight(review)} and ${formatWeight(link)} bits).`;
  }
  return `Verdict: not linked (below ${formatWeight(review)} bits).`;
}
