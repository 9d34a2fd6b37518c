// Differences of the numbers that pairs of namesakes have, and those that chance alone would show.

/** Pairs from which they speak for a difference. */
const pairsMin = 40;
/** Standard deviations of chance that what is beyond it is at least. */
const deviationsMin = 6;

export interface Differences {
  readonly pairs: number;
  /** All that were seen, in whole years. */
  readonly seen: ReadonlyMap<number, number>;
  /** Pairs whose difference is within a year of this one. */
  near(difference: number): number;
  /** The same, expected of pairs drawn anew. */
  byChance(difference: number): number;
}

/** Of left less right, pair by pair. */
export function differencesOf(left: ArrayLike<number>, right: ArrayLike<number>): Differences {
  const seen = new Map<number, number>();
  const ofLeft = new Map<number, number>();
  const ofRight = new Map<number, number>();
  for (let pair = 0; pair < left.length; pair += 1) {
    count(seen, Math.round(left[pair]! - right[pair]!));
    count(ofLeft, Math.round(left[pair]!));
    count(ofRight, Math.round(right[pair]!));
  }
  return {
    pairs: left.length,
    seen,
    near: (difference) => near(seen, difference),
    byChance(difference) {
      let sum = 0;
      for (const [age, times] of ofRight) sum += times * near(ofLeft, age + difference);
      return sum / Math.max(1, left.length);
    },
  };
}

/** `shareMin`: of the pairs, beyond chance. */
export function isBeyondChance(
  seen: number,
  expected: number,
  { pairs, shareMin }: { readonly pairs: number; readonly shareMin: number },
): boolean {
  const beyond = seen - expected;
  return pairs >= pairsMin && beyond >= pairs * shareMin && beyond >= deviationsMin * Math.sqrt(expected + 1);
}

const near = (counts: ReadonlyMap<number, number>, at: number): number =>
  (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0);

function count(counts: Map<number, number>, value: number): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
