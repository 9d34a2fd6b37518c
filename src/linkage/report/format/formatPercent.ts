// Shares are shown with more digits near 0 and 1, where they matter; what would round to 0 % or 100 % says so instead.

/** 0.5 → "50.0%", 0.9987 → "99.87%", 0.00001 → "<0.01%"; exactly 0 and 1 → "0%", "100%"; not finite → "unknown". */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return "unknown";
  if (share <= 0) return "0%";
  if (share >= 1) return "100%";
  const percent = share * 100;
  if (percent < 0.01) return "<0.01%";
  if (percent > 99.99) return ">99.99%";
  return `${percent.toFixed(percent < 1 || percent > 99 ? 2 : 1)}%`;
}
