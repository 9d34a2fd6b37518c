// What Splink scores with where a level has no m or u: fixed in its code for all models, so that it is fixed here too.

/**
 * m and u by comparison vector value, 0 being the least alike, for `count` levels beside the null level.
 * Source: splink/internals/comparison_level.py, _default_m_values and _default_u_values (versions 4 and 5).
 */
export function defaultProbabilities(count: number): { readonly m: readonly number[]; readonly u: readonly number[] } {
  const rest = (1 - 0.95) / (count - 1);
  const m = Array.from({ length: count }, (_, index) => (index === count - 1 ? 0.95 : rest));
  const steps = count - 2;
  const weightOf = (index: number): number => {
    if (index === count - 1) return 10;
    return steps < 1 ? -5 : -5 + (8 * index) / steps;
  };
  return { m, u: m.map((value, index) => value / 2 ** weightOf(index)) };
}
