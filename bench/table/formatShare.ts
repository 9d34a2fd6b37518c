// Shares as the accuracy tables show them: the leading zero goes, four digits stay, and 1 is only what is exactly 1.

/** A share in [0, 1], or a difference of two; "–" for null. 0.99996 is ".9999": nothing is rounded up to 1. */
export function formatShare(share: number | null): string {
  if (share === null) return "–";
  const size = Math.abs(share);
  const sign = share < 0 ? "−" : "";
  if (size >= 1) return `${sign}${size.toFixed(size === 1 ? 0 : 3)}`;
  const digits = Math.min(9999, Math.round(size * 10000));
  return `${digits === 0 ? "" : sign}.${String(digits).padStart(4, "0")}`;
}
