// The profile as a text table of at most 100 characters a line, for the terminal. Values of records never appear in it.
import type { ColumnProfile } from "./columnProfile.ts";

const widthMax = 100;
const indent = "    ";

function cut(text: string, width: number): string {
  const marks = [...text];
  return marks.length <= width ? text + " ".repeat(width - marks.length) : `${marks.slice(0, width - 1).join("")}…`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const short = word.length > width ? `${word.slice(0, width - 1)}…` : word;
    if (line !== "" && line.length + 1 + short.length > width) {
      lines.push(line);
      line = short;
    } else line = line === "" ? short : `${line} ${short}`;
  }
  return [...lines, line];
}

function shareText(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (100 * part) / whole;
  return share > 0 && share < 1 ? "<1 %" : `${share < 100 && share > 99 ? 99 : Math.round(share)} %`;
}

function formatColumn(profile: ColumnProfile): string[] {
  const placeholderCount = profile.placeholders.reduce((sum, { count }) => sum + count, 0);
  const first = [
    cut(profile.name, 28),
    cut(profile.type, 15),
    shareText(profile.confidence * 100, 100).padStart(6),
    shareText(profile.filledCount, profile.filledCount + profile.missingCount).padStart(7),
    String(profile.distinctCount).padStart(9),
    String(placeholderCount).padStart(12),
    String(profile.suspiciousCount).padStart(10),
  ].join(" ");
  const reasons = [...profile.reasons];
  if (profile.dateOrder !== null) reasons.push(`${profile.dateOrder}: ${profile.dateOrderReason}`);
  if (profile.nameOrders !== undefined) {
    for (const [source, order] of Object.entries(profile.nameOrders)) reasons.push(`${source}: ${order}`);
  } else if (profile.nameOrder !== null) reasons.push(profile.nameOrder);
  if (reasons.length === 0) return [first];
  return [first, ...wrap(reasons.join("; "), widthMax - indent.length).map((line) => indent + line)];
}

/** Table of profiles, a line a column and its reasons below; lines are at most 100 characters long. */
export function formatProfile(profiles: readonly ColumnProfile[]): string {
  const head = [
    "column".padEnd(28),
    "type".padEnd(15),
    "sure".padStart(6),
    "filled".padStart(7),
    "distinct".padStart(9),
    "placeholders".padStart(12),
    "suspicious".padStart(10),
  ].join(" ");
  return [head, ...profiles.flatMap(formatColumn)].join("\n");
}
