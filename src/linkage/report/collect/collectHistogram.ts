// Scored pairs by match weight in bins of one bit.
import type { LinkList } from "../../score/linkList.ts";
import { bitsPerNat } from "../../score/pairScorer.ts";
import type { ReportData } from "../reportData.ts";

/** Bins without gaps from the lowest to the highest weight; empty where there are no links. */
export function collectHistogram({ logOdds, count }: LinkList): ReportData["weightHistogram"] {
  if (count === 0) return [];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let link = 0; link < count; link += 1) {
    const odds = logOdds[link]!;
    if (odds < low) low = odds;
    if (odds > high) high = odds;
  }
  const first = Math.floor(low * bitsPerNat);
  const counts = new Uint32Array(Math.floor(high * bitsPerNat) - first + 1);
  for (let link = 0; link < count; link += 1) counts[Math.floor(logOdds[link]! * bitsPerNat) - first]! += 1;
  return Array.from(counts, (bin, index) => ({ from: first + index, to: first + index + 1, count: bin }));
}
