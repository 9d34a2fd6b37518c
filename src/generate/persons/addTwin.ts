// Twins: born on one day to the same parents, so that surname, birth date and often the address agree and nothing else.
import type { Sex } from "../cultures/culture.ts";
import { drawHomes } from "./drawHomes.ts";
import { makePerson } from "./makePerson.ts";
import type { Person } from "./person.ts";
import type { World } from "./world.ts";

/** With the chance of the world, a twin of the same parents; adult twins mostly live elsewhere. */
export function addTwin(world: World, people: Person[], person: Person, livesTogether: boolean): void {
  const { random } = world;
  if (!random.chance(world.twinChance)) return;
  const sex: Sex = random.chance(0.66) ? person.sex : person.sex === "F" ? "M" : "F";
  const birthName = person.culture.carry(person.surnames[0]?.value ?? "", sex);
  const twin = makePerson(world, {
    culture: person.culture,
    sex,
    birthDay: person.birthDay,
    surnames: [{ from: person.birthDay, value: birthName }],
    homes: livesTogether || random.chance(0.1) ? person.homes : drawHomes(world, person.birthDay),
    household: person.household,
    householdNumber: person.householdNumber,
  });
  if (twin.givenName === person.givenName && sex === person.sex) return;
  person.isTwin = true;
  twin.isTwin = true;
  people.push(twin);
}
