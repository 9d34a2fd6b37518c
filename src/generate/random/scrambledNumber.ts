// Numbers that are unique and look unordered: a counter times a constant, modulo a prime. Document and phone numbers
// come from here, so no table of numbers already used is needed.

/** The largest prime below 10^8. */
export const scrambledNumberLimit = 99_999_989;

/** A bijection on 0 … scrambledNumberLimit−1. `multiplier` is 1 … 9·10^7, so that the product stays exact. */
export function scrambledNumber(counter: number, multiplier: number, offset: number): number {
  return ((counter % scrambledNumberLimit) * multiplier + offset) % scrambledNumberLimit;
}
