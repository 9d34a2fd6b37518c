// The ten figures that a person wants first, and the run's doubts about itself right below them.
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { formatBytes } from "../format/formatBytes.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatDuration } from "../format/formatDuration.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { type Html, html } from "../html.ts";
import { type KeyFigure, keyFigures } from "../parts/keyFigure.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { Interval, ReportData } from "../reportData.ts";

function intervalDetail(interval: Interval, meaning: string, truth: number | undefined): string {
  const range = Number.isFinite(interval.low + interval.high)
    ? ` Likely between ${formatPercent(interval.low)} and ${formatPercent(interval.high)}.`
    : "";
  return `${meaning}${range}${truth === undefined ? "" : ` By the truth given: ${formatPercent(truth)}.`}`;
}

function possiblePairsDetail(data: ReportData): string {
  const possible = data.possiblePairCount ?? (data.recordCount * (data.recordCount - 1)) / 2;
  if (possible <= 0) return "No pairs are possible.";
  return `${formatPercent(data.blocking.candidatePairCount / possible)} of ${formatCount(possible)} possible pairs.`;
}

function figuresOf(data: ReportData): readonly KeyFigure[] {
  const sourceCount = new Set(data.inputs.map((input) => input.source)).size;
  const seconds = Object.values(data.secondsPerStage).reduce((sum, stage) => sum + stage, 0);
  const alone = data.clusterSizes.find(({ size }) => size === 1)?.count ?? 0;
  return [
    { term: "Records", value: formatCount(data.recordCount), detail: `from ${formatQuantity(sourceCount, "source")}.` },
    {
      term: "Clusters",
      value: formatCount(data.clusterCount),
      detail: `${formatCount(alone)} of them a single record.`,
    },
    {
      term: "Duplicates found",
      value: formatCount(data.recordCount - data.clusterCount),
      detail: "Records that add no new person: records less clusters.",
    },
    { term: "Links", value: formatCount(data.linkCount), detail: "Pairs at or above the threshold for a link." },
    {
      term: "Doubtful pairs",
      value: formatCount(data.doubtfulPairCount),
      detail: "Between the two thresholds: for a person to look at.",
    },
    {
      term: "Estimated precision",
      value: formatPercent(data.precision.estimate),
      detail: intervalDetail(data.precision, "Share of links that are right.", data.evaluation?.precision),
    },
    {
      term: "Estimated recall",
      value: formatPercent(data.recall.estimate),
      detail: intervalDetail(data.recall, "Share of matching pairs that were found.", data.evaluation?.recall),
    },
    {
      term: "Candidate pairs",
      value: formatCount(data.blocking.candidatePairCount),
      detail: possiblePairsDetail(data),
    },
    {
      term: "Rejected rows",
      value: formatCount(data.rejectedCount),
      detail: data.rejectedCount === 0 ? "Every row could be read." : "Set aside, with reasons, in the rejects file.",
    },
    {
      term: "Time",
      value: formatDuration(seconds),
      detail: `Peak memory ${formatBytes(data.peakMemoryBytes)}.`,
    },
  ];
}

function doubts(notes: readonly string[]): Html {
  if (notes.length === 0) return html`<p>The run reported nothing that it was unsure of.</p>`;
  const { parts, leftOutCount } = fitWithin(
    notes,
    { itemsMax: 100, bytesMax: 100_000 },
    (note) => html`<li>${clipText(note, 600)}</li>`,
  );
  return html`<ul class="notes">${parts}${leftOutCount > 0 ? html`<li>${formatQuantity(leftOutCount, "more note")} left out.</li>` : null}</ul>`;
}

/** The summary; always present. */
export function summarySection(data: ReportData): ReportSection {
  return {
    id: "summary",
    heading: "Summary",
    body: html`${keyFigures(figuresOf(data))}<h3>What the run was unsure of</h3>${doubts(data.notes)}`,
  };
}
