// An adult with a surname and homes of their own, before anything that a household makes of them.
import type { Culture, Sex } from "../cultures/culture.ts";
import { drawHomes } from "./drawHomes.ts";
import { drawBirthDay, makePerson } from "./makePerson.ts";
import type { Person } from "./person.ts";
import type { Place, World } from "./world.ts";

/** A surname at birth: one, two joined, or both parents' by the custom of the culture. */
export function drawSurname(world: World, culture: Culture): string {
  const { random } = world;
  const surname = culture.drawSurname(random);
  if (culture.surnamesOfBothParents) return `${surname} ${culture.drawSurname(random)}`;
  const double = culture.doubleSurname;
  return double !== undefined && random.chance(double.share)
    ? surname + double.joint + culture.drawSurname(random)
    : surname;
}

/** A person of `ageYears` whose homes reach back to birth; the surname is drawn unless given. */
export function makeAdult(
  world: World,
  place: Place,
  culture: Culture,
  sex: Sex,
  ageYears: number,
  surname?: string,
): Person {
  const birthDay = drawBirthDay(world.random, culture, world.today, ageYears);
  const own = culture.carry(surname ?? drawSurname(world, culture), sex);
  const surnames = [{ from: birthDay, value: own }];
  return makePerson(world, { ...place, culture, sex, birthDay, surnames, homes: drawHomes(world, birthDay) });
}
