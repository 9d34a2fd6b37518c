// Assertions are for bugs: what they check cannot happen whatever the input. Expected failures are in errors.ts.

/** Throws a plain Error (a bug, not an expected failure) when `claim` is false. */
export function assert(claim: unknown, what: string): asserts claim {
  if (!claim) throw new Error(`Bug: ${what}`);
}
