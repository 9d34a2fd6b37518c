// The last lines of a run: what a person wants to know before opening the report, and the two commands to go on with.
import { join } from "node:path";
import type { Summary } from "../linkage/linkOptions.ts";
import type { Interval } from "../linkage/report/reportData.ts";
import type { CliContext } from "./cliContext.ts";
import { formatBytes } from "./format/formatBytes.ts";
import { formatCount } from "./format/formatCount.ts";
import { formatDuration } from "./format/formatDuration.ts";
import { formatShare } from "./format/formatShare.ts";
import { formatTable } from "./format/formatTable.ts";

/** Writes the summary to `context.out`; `out` is the folder of the run. */
export function printSummary(summary: Summary, out: string, context: Pick<CliContext, "out" | "program">): void {
  const gaps = (summary.evaluation?.subgroups ?? []).flatMap((subgroup) => subgroup.gaps);
  const notes = [...summary.notes.map((note) => `Note: ${note}`), ...gaps.map((gap) => `Gap: ${gap}`)];
  const lines = [
    ...notes,
    ...(notes.length > 0 ? [""] : []),
    ...formatTable(rows(summary, out, context.program), ["left", "left"]),
  ];
  context.out.write(`${lines.join("\n")}\n`);
}

function rows(summary: Summary, out: string, program: string): string[][] {
  const { evaluation, estimated } = summary;
  return [
    ["Records", recordsText(summary, out)],
    ["Clusters", `${formatCount(summary.clusters)}, each taken for one person`],
    ["Duplicates", `${formatCount(summary.duplicates)} records repeat a person (${formatCount(summary.links)} links)`],
    ["To review", `${formatCount(summary.doubtfulPairs)} doubtful pairs`],
    ["Precision", `${intervalText(estimated.precision)}, estimated: links that are right`],
    ["Recall", `${intervalText(estimated.recall)}, estimated: true pairs that are found`],
    ...(evaluation === null
      ? []
      : [
          [
            "Truth",
            `precision ${evaluation.precision.toFixed(4)}, recall ${evaluation.recall.toFixed(4)}, F1 ${evaluation.f1.toFixed(4)}`,
          ],
        ]),
    [
      "Time",
      `${formatDuration(summary.seconds)} on ${summary.threads} ${summary.threads === 1 ? "thread" : "threads"}`,
    ],
    ["Memory", `${formatBytes(summary.peakMemoryBytes)} at most`],
    ["Report", join(out, "report.html")],
    ["Explain a pair", `${program} explain --run ${out} ID1 ID2`],
  ];
}

function recordsText({ records, rejected, sources }: Summary, out: string): string {
  const from = sources.length > 1 ? ` from ${formatCount(sources.length)} sources` : "";
  const aside = rejected > 0 ? `; ${formatCount(rejected)} rejected, see ${join(out, "rejects.csv")}` : "";
  return formatCount(records) + from + aside;
}

function intervalText({ estimate, low, high }: Interval): string {
  const [middle, from, to] = [estimate, low, high].map(formatShare);
  return from === middle && to === middle ? `${middle}` : `${middle} (${from} to ${to})`;
}
