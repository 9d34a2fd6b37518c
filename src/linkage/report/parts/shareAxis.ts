// An axis of shares that begins at zero unless all of them are high, and says so where it does not.
import type { LineAxis } from "../charts/lineChart.ts";
import { niceTicks } from "../charts/niceTicks.ts";

/** From 0, 0.5, 0.8 or 0.9, whichever is the highest that shows all shares, up to 1. */
export function shareAxis(name: string, shares: readonly number[]): LineAxis {
  const least = shares.reduce((a, b) => Math.min(a, b), 1);
  const low = [0.9, 0.8, 0.5].find((start) => least >= start) ?? 0;
  return {
    name: low === 0 ? name : `${name} (axis starts at ${Math.round(low * 100)}%)`,
    low,
    high: 1,
    ticks: niceTicks(low, 1, 5).map((value) => ({ value, label: `${Math.round(value * 100)}%` })),
  };
}
