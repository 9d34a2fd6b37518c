// Positions across a chart are percentages of its width.

/** Position of `value` between `low` (0) and `high` (100), with two decimals, kept inside the chart. */
export function percentAcross(value: number, low: number, high: number): number {
  if (Number.isNaN(value) || high <= low) return 0;
  const share = (value - low) / (high - low);
  return Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100;
}
