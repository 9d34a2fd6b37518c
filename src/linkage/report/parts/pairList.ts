// A list of pair cards that keeps to its budget and says how many pairs it left out.
import { fitWithin } from "../fitWithin.ts";
import { formatQuantity } from "../format/formatCount.ts";
import { type Html, html } from "../html.ts";
import type { PairShown, ReportData } from "../reportData.ts";
import { pairCard } from "./pairCard.ts";

/** `prefix` makes the cards' ids; the first two cards are open. */
export function pairList(data: ReportData, pairs: readonly PairShown[], prefix: string): Html {
  const { parts, leftOutCount } = fitWithin(pairs, { itemsMax: 60, bytesMax: 800_000 }, (pair, index) =>
    pairCard(data, pair, { id: `${prefix}-${index + 1}`, number: index + 1, isOpen: index < 2 }),
  );
  const rest =
    leftOutCount > 0
      ? html`<p class="small">${formatQuantity(leftOutCount, "more pair")} left out to keep this file small.</p>`
      : null;
  return html`<div class="cards">${parts}</div>${rest}`;
}
