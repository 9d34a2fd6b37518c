// Match weights are signed: a plus for evidence that two records match, a true minus sign for evidence against.

/** 8.234 → "+8.2", −3 → "−3.0", 0 → "0.0"; unbounded weights → "+∞", "−∞"; NaN → "unknown". */
export function formatWeight(weight: number, digits = 1): string {
  if (Number.isNaN(weight)) return "unknown";
  const size = Number.isFinite(weight) ? Math.abs(weight).toFixed(digits) : "∞";
  if (Number(size) === 0) return size;
  return `${weight < 0 ? "−" : "+"}${size}`;
}
