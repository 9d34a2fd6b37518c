// The best threshold of the same scores, as tables show it.
import { formatShare } from "../../table/formatShare.ts";
import type { Measurement } from "./measureRun.ts";

/** "F1 at threshold" in bits of match weight (the model's own stands at 0 by default), or "–" where it was not swept. */
export function formatBest({ bestF1, bestThreshold }: Measurement): string {
  if (bestF1 === null || bestThreshold === null) return "–";
  const bits = bestThreshold / Math.LN2;
  return `${formatShare(bestF1)} at ${bits < 0 ? "−" : ""}${Math.abs(bits).toFixed(1)}`;
}
