// Counts are written out with thousands separators, never shortened, so that figures of two reports can be compared.

/** 1234567 → "1,234,567"; a number that is not finite → "unknown". */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return "unknown";
  return String(Math.round(count))
    .replace(/\B(?=(\d{3})+$)/g, ",")
    .replace("-", "−");
}

/** formatQuantity(1, "record") → "1 record"; 1200 → "1,200 records"; an irregular plural may be given. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${Math.round(count) === 1 ? singular : plural}`;
}
