// Sizes for people, in powers of 1024 as memory is sold.

const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

/** 1536 → "1.5 KiB"; below 1 KiB whole bytes. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
}
