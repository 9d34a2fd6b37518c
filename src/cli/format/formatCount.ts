// Whole numbers for people: groups of three.

const format = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** 20000 → "20,000". */
export function formatCount(count: number): string {
  return format.format(count);
}
