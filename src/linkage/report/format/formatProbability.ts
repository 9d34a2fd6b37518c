// The m and u probabilities span many orders of magnitude: two significant digits at least, powers of ten below 0.0001.
import { formatPowerOfTen } from "./formatPowerOfTen.ts";

/** 0.9124 → "0.912", 0.99996 → ">0.999", 0.00123 → "0.0012", 0.0000012 → "1.2 × 10⁻⁶"; not finite → "unknown". */
export function formatProbability(probability: number): string {
  if (!Number.isFinite(probability)) return "unknown";
  if (probability === 0) return "0";
  if (probability >= 1) return "1";
  if (probability >= 0.9995) return ">0.999";
  if (probability >= 0.01) return probability.toFixed(3);
  if (probability >= 0.0001) return probability.toPrecision(2);
  const [mantissa = "", exponent = ""] = probability.toExponential(1).split("e");
  return `${mantissa} × ${formatPowerOfTen(Number(exponent))}`;
}
