// Shares for people: one digit after the point, and never "100.0 %" for what is not all, nor "0.0 %" for what is not none.

/** A share in [0, 1] as a percentage: 0.98765 → "98.8 %", 0.99996 → "> 99.9 %", 1 → "100 %". */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return "unknown";
  if (share === 1) return "100 %";
  if (share === 0) return "0 %";
  if (share >= 0.9995) return "> 99.9 %";
  if (share < 0.0005) return "< 0.1 %";
  return `${(share * 100).toFixed(1)} %`;
}
