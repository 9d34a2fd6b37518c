// Powers of ten as they are printed in books.

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −6 → "10⁻⁶", 3 → "10³"; exponents are whole. */
export function formatPowerOfTen(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)] ?? "").join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}
