// Error rates of groups of people, one table a way of grouping, with what chance leaves them and a word on every gap.
import { formatCount } from "../format/formatCount.ts";
import { formatPercent } from "../format/formatPercent.ts";
import { type Html, html } from "../html.ts";
import type { RateShown, SubgroupsShown } from "../reportData.ts";
import { dataTable } from "./dataTable.ts";

/** Null where there are no groups. */
export function subgroupTables(subgroups: readonly SubgroupsShown[]): Html | null {
  const shown = subgroups.filter(({ groups }) => groups.length > 0);
  if (shown.length === 0) return null;
  return html`<h3>Errors by groups of people</h3><p>A pair counts for each group that one of its records is in. In brackets stands what chance leaves open (95 %), clusters counted as one; gaps larger than chance explains are named.</p>${shown.map(tableOf)}`;
}

function tableOf({ dimension, groups, gaps }: SubgroupsShown): Html {
  const table = dataTable({
    caption: `By ${dimension}`,
    columns: [
      { heading: "Group", kind: "text" },
      { heading: "Records", kind: "number" },
      { heading: "Pairs found", kind: "number" },
      { heading: "Of them wrong", kind: "number" },
      { heading: "True pairs", kind: "number" },
      { heading: "Of them missed", kind: "number" },
    ],
    rows: groups.map(({ group, records, foundPairs, truePairs, falseMergeRate, missedRate }) => [
      group,
      formatCount(records),
      formatCount(foundPairs),
      rateText(falseMergeRate),
      formatCount(truePairs),
      rateText(missedRate),
    ]),
  });
  return html`${table}${gaps.map((gap) => html`<p><strong>Gap.</strong> ${gap}</p>`)}`;
}

function rateText(rate: RateShown | null): string {
  if (rate === null) return "–";
  return `${formatPercent(rate.estimate)} (${formatPercent(rate.low)} to ${formatPercent(rate.high)})`;
}
