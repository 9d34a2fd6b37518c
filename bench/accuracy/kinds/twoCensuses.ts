// Two censuses ten years apart, each with a person once at most: households that stay or move, daughters who marry, old
// people who die in between. The second one's age is given less ten, so that both say the same.
import type { Random } from "../../../src/generate/random/random.ts";
import { type Kind, SetBuilder } from "./kind.ts";
import { mistype } from "./slips/mistype.ts";
import { englishMensNames, englishSurnames, englishWomensNames } from "./words/englishNames.ts";
import { pickSkewed } from "./words/pickSkewed.ts";
import { pickUnused } from "./words/pickUnused.ts";
import { makeTowns } from "./words/streets.ts";

const fullSize = 13_000;
const columns = ["first_name", "surname", "age_1881", "sex", "relation", "occupation", "birth_parish", "residence"];
const occupations = "farmer labourer weaver carpenter servant miner clerk teacher shoemaker tailor mason baker".split(
  " ",
);
const workAgeMin = 13;
/** Ten years later she may be married. */
const brideAgeMin = 9;
const oldAgeMin = 56;
const parishCount = 20;

export const twoCensuses: Kind = {
  name: "two censuses",
  description: "two sources ten years apart; names, age, relation, occupation, parish; moved, married, died between",
  make(random, scale) {
    const parishes = makeTowns(parishCount, random);
    const builder = new SetBuilder();
    const size = Math.round(fullSize * scale);
    let person = 0;
    while (builder.count < size) {
      for (const { first, second, age } of drawHousehold(parishes, random)) {
        const hasDied = age >= oldAgeMin && random.chance(0.3);
        if (random.chance(0.85)) builder.add(person, takeDown(first, parishes, random), "1881");
        if (random.chance(0.85) && !hasDied) builder.add(person, takeDown(second, parishes, random), "1891");
        person += 1;
      }
    }
    return builder.finish(random, { name: this.name, columns, hasSources: true, acrossOnly: true });
  },
};

/** What is true of a person at one census. */
interface State {
  readonly given: string;
  readonly surname: string;
  /** At the first census, whichever this is. */
  readonly age: number;
  readonly sex: "M" | "F";
  readonly relation: string;
  readonly occupation: string;
  readonly birthParish: string;
  readonly residence: string;
}

interface Lived {
  readonly age: number;
  readonly first: State;
  readonly second: State;
}

function drawHousehold(parishes: readonly string[], random: Random): Lived[] {
  const shared = { surname: pickSkewed(englishSurnames, random), residence: random.pick(parishes) };
  const nextResidence = random.chance(0.75) ? shared.residence : random.pick(parishes);
  const used = new Set<string>();
  const live = (relation: string, sex: "M" | "F", age: number): Lived => {
    const given = pickUnused(sex === "M" ? englishMensNames : englishWomensNames, used, random);
    const occupation = drawOccupation(relation, age, random);
    const first = { ...shared, given, age, sex, relation, occupation, birthParish: random.pick(parishes) };
    return { age, first, second: tenYearsOn(first, nextResidence, random) };
  };
  const headAge = random.between(22, 60);
  const members = [live("head", "M", headAge)];
  if (random.chance(0.8)) members.push(live("wife", "F", headAge + random.between(-4, 4)));
  for (let child = random.below(6); child > 0; child -= 1)
    members.push(live("child", random.pick(["M", "F"]), random.between(0, 18)));
  return members;
}

function tenYearsOn(first: State, residence: string, random: Random): State {
  const { age, sex, relation } = first;
  const keepsWork = age >= workAgeMin && random.chance(0.7);
  const occupation = keepsWork ? first.occupation : drawOccupation(relation, age + 10, random);
  const later = { ...first, occupation, residence };
  const hasMarried = relation === "child" && sex === "F" && age >= brideAgeMin && random.chance(0.4);
  return hasMarried ? { ...later, surname: pickSkewed(englishSurnames, random), relation: "wife" } : later;
}

function drawOccupation(relation: string, age: number, random: Random): string {
  if (age < workAgeMin) return age < 5 ? "" : "scholar";
  return relation === "wife" && random.chance(0.7) ? "" : random.pick(occupations);
}

function takeDown(state: State, parishes: readonly string[], random: Random): string[] {
  const { given, surname, age, sex, relation, occupation, birthParish, residence } = state;
  return [
    random.chance(0.07) ? random.pick([given.charAt(0), mistype(given, random), given.slice(0, 3)]) : given,
    random.chance(0.05) ? mistype(surname, random) : surname,
    String(Math.max(0, age + random.pick([0, 0, 0, 0, -1, 1, -2, 2]))),
    sex,
    relation,
    occupation,
    random.chance(0.15) ? random.pick(parishes) : birthParish,
    residence,
  ];
}
