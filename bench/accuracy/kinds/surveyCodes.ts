// Two waves of a survey without any names: nine coded answers, most people in both waves, some answers change.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { pickSkewed } from "./words/pickSkewed.ts";

const fullSize = 4_000;
const columns = ["anno", "sex", "q1", "q2", "q3", "q4", "q5", "q6", "ncomp"];
const codes = (count: number): number[] => Array.from({ length: count }, (_, code) => code + 1);

export const surveyCodes: Kind = {
  name: "survey codes",
  description: "two waves of 4,000, three quarters in both, nine coded answers and no names",
  make(random, scale) {
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    for (let person = 0; person < size * 1.25; person += 1) {
      const answers = firstAnswers(random);
      if (person < size) builder.add(person, answers.map(String), "2010");
      if (person >= size * 0.25) builder.add(person, laterAnswers(answers, random).map(String), "2012");
    }
    return builder.finish(random, { name: this.name, columns, hasSources: true, acrossOnly: true });
  },
};

/** Birth year, sex, region of birth, town, education, marital state, trade, tenure, people in the household. */
function firstAnswers(random: Random): number[] {
  const year = 1925 + Math.floor(70 * random.next() ** 0.8);
  const region = pickSkewed(codes(20), random, 1.4);
  const town = region * 20 + pickSkewed(codes(20), random, 1.5);
  const education = Math.min(6, 1 + Math.floor(((year - 1915) / 80) * 3 + random.next() * 3));
  const marital = year > 1985 ? 1 : random.pick([2, 2, 2, 1, 3, 4]);
  return [
    year,
    random.between(1, 2),
    region,
    town,
    education,
    marital,
    pickSkewed(codes(12), random, 1.5),
    random.pick([1, 1, 1, 2, 3]),
    random.between(1, 5),
  ];
}

function laterAnswers(answers: readonly number[], random: Random): number[] {
  const later = [...answers];
  const change = (place: number, chance: number, to: number): void => {
    if (random.chance(chance)) later[place] = to;
  };
  change(0, 0.02, (later[0] as number) + random.pick([-1, 1]));
  change(3, 0.04, (later[2] as number) * 20 + random.between(1, 20));
  change(4, 0.05, random.between(1, 6));
  change(5, 0.05, random.between(1, 4));
  change(6, 0.2, random.between(1, 12));
  change(7, 0.08, random.between(1, 3));
  change(8, 0.2, random.between(1, 5));
  return later;
}
