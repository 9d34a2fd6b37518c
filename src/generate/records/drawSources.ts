// How many records a person has and which sources hold them: many people have one record, some have very many.

import type { Random } from "../random/random.ts";
import type { WeightedChoice } from "../random/weightedChoice.ts";
import type { GeneratePlan } from "../resolveGeneratePlan.ts";

const recordsMax = 40;

/** The number of records of one person: 1, or 2 and more, geometrically distributed to the mean asked for. */
export function drawRecordCount(random: Random, plan: GeneratePlan): number {
  if (!random.chance(plan.duplicateShare)) return 1;
  const extra = plan.recordsPerDuplicate - 2;
  const more = extra <= 0 ? 0 : Math.floor(random.exponential(1 / Math.log(1 + 1 / extra)));
  const count = Math.min(recordsMax, 2 + more);
  return plan.oneRecordPerSource ? Math.min(plan.sources, count) : count;
}

/** Source numbers, one for each record of a person. */
export function drawSources(
  random: Random,
  plan: GeneratePlan,
  table: WeightedChoice<number>,
  count: number,
): number[] {
  const chosen: number[] = [];
  const had = new Set<number>();
  for (let i = 0; i < count; i += 1) {
    const wantsNew = plan.oneRecordPerSource || random.chance(plan.overlap);
    let source = table.draw(random);
    if (i > 0 && !wantsNew) source = random.pick(chosen);
    else if (wantsNew && had.size < plan.sources) {
      for (let attempt = 0; had.has(source) && attempt < 20; attempt += 1) source = table.draw(random);
      while (had.has(source)) source = (source + 1) % plan.sources;
    }
    had.add(source);
    chosen.push(source);
  }
  return chosen;
}
