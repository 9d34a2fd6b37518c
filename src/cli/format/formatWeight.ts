// Match weights for people: signed bits with one digit.

/** 9.14 → "+9.1", −13.2 → "−13.2", 0 → "0.0"; a true minus sign, so that columns line up. */
export function formatWeight(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  if (Number(text) === 0) return text;
  return bits < 0 ? `−${text}` : `+${text}`;
}
