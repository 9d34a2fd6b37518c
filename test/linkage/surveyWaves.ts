// Made-up waves of a household survey, in which no name tells who is who.
import { createRandom } from "../../src/shared/random.ts";

type Row = Record<string, string>;

/**
 * Two waves of a household survey: codes that go with each other and with the age, none of which names a person, and a number
 * of the household that is another in each wave.
 */
export function surveyWaves(households: number): Row[] {
  const random = createRandom(21);
  const draw = (values: number): number => Math.floor(random() * values);
  return Array.from({ length: households }, (_, household): Row[] => {
    const shared = [1, 2].map((wave) => ({ household: String(10_000 + draw(80_000)), wave: `wave ${wave}` }));
    const region = draw(9);
    const bornIn = draw(100) < 85 ? 0 : 1 + draw(12);
    const tenure = draw(4);
    return Array.from({ length: 1 + draw(4) }, (_, member): Row[] => {
      const year = member < 2 ? 1930 + draw(55) : 1985 + draw(20);
      const stage = year > 1988 ? 0 : year > 1948 ? 1 : 2;
      const fixed = { year, quarter: 1 + draw(4), sex: 1 + (member < 2 ? member : draw(2)), born_in: bornIn, region };
      const job = stage === 1 && draw(4) > 0 ? 11 + draw(60) : 0;
      const row = (wave: number): Row => {
        const changed = (usual: number, values: number): string => String(random() < 0.85 ? usual : draw(values));
        return {
          id: `${wave}-${household}-${member}`,
          person: `${household}-${member}`,
          ...shared[wave - 1],
          ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, String(value)])),
          activity: changed(stage, 3),
          education: changed([0, 2, 1][stage] ?? 0, 3),
          marital: changed([0, 1, 1][stage] ?? 0, 3),
          job: random() < 0.85 ? String(job) : "0",
          health: changed(stage, 3),
          tenure: String(tenure),
        };
      };
      return household % 3 === 0 ? [row(1)] : household % 3 === 1 ? [row(2)] : [row(1), row(2)];
    }).flat();
  }).flat();
}
