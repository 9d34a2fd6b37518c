// Blocking: which pairs were looked at, under which rules, and what that may have missed.
import { barListChart } from "../charts/barListChart.ts";
import { countScale } from "../charts/countScale.ts";
import { clipText } from "../clipText.ts";
import { fitWithin } from "../fitWithin.ts";
import { formatCount, formatQuantity } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { type Html, html } from "../html.ts";
import { tableOfRows, tableRow } from "../parts/dataTable.ts";
import { figureWithTable } from "../parts/figureWithTable.ts";
import type { ReportSection } from "../parts/reportSection.ts";
import type { BlockingRuleShown, ReportData } from "../reportData.ts";

const columns = [
  { heading: "Rule", kind: "text" },
  { heading: "Candidate pairs", kind: "number" },
  { heading: "Links it found first", kind: "number" },
  { heading: "Largest block (records)", kind: "number" },
  { heading: "Blocks left out", kind: "number" },
  { heading: "Records left out", kind: "number" },
] as const;

const rulesMax = 60;

function rulesFigure(rules: readonly BlockingRuleShown[]): Html {
  const { parts, leftOutCount } = fitWithin(rules, { itemsMax: rulesMax, bytesMax: 60_000 }, (rule) =>
    tableRow(columns, [
      clipText(rule.rule, 200),
      formatCount(rule.pairCount),
      formatCount(rule.linkCount),
      formatCount(rule.largestBlock),
      formatCount(rule.blocksLeftOut),
      formatCount(rule.recordsLeftOut),
    ]),
  );
  const shown = rules.slice(0, parts.length);
  const scale = countScale(shown.map((rule) => rule.pairCount));
  return figureWithTable({
    caption: "Candidate pairs of each rule",
    lead: `A rule is a key that two records must share to be compared; a pair may come under several rules.${scale.isLogarithmic ? " Bars are on a logarithmic scale." : ""}`,
    chart: barListChart({
      id: "blocking-rules",
      title: "Candidate pairs of each blocking rule",
      description: shown.map((rule) => `${clipText(rule.rule, 80)}: ${formatCount(rule.pairCount)} pairs`).join("; "),
      rows: shown.map((rule) => ({
        label: clipText(rule.rule, 40),
        length: scale.lengthOf(rule.pairCount),
        figure: formatCount(rule.pairCount),
      })),
      labels: "above",
    }),
    table: html`${tableOfRows({ caption: "Blocking rules", isCaptionHidden: true, columns }, parts)}${leftOutCount > 0 ? html`<p class="small">${formatQuantity(leftOutCount, "more rule")} not shown.</p>` : null}`,
    layout: "besideWide",
  });
}

function leftOutText(rules: readonly BlockingRuleShown[]): string {
  const blocks = rules.reduce((sum, rule) => sum + rule.blocksLeftOut, 0);
  if (blocks === 0) return "No block was left out for its size.";
  return `${formatQuantity(blocks, "block")} ${blocks === 1 ? "was" : "were"} too large under a rule and left out there; the records in ${blocks === 1 ? "it" : "them"} may still meet under another rule.`;
}

/** Rules, their pairs and the estimated recall of blocking. */
export function blockingSection(data: ReportData): ReportSection {
  const { rules, candidatePairCount, estimatedRecall } = data.blocking;
  const body =
    rules.length === 0
      ? html`<p>No blocking rule was used: there was nothing to compare.</p>`
      : html`<p>Comparing every record with every other would be too much work, so only pairs that share a key were compared: <strong>${formatQuantity(candidatePairCount, "candidate pair")}</strong>. Estimated share of matching pairs that are among them: <strong>${formatPercent(estimatedRecall)}</strong>. What blocking misses, no model can find.</p><p>${leftOutText(rules)}</p>${rulesFigure(rules)}`;
  return { id: "blocking", heading: "Blocking", body };
}
