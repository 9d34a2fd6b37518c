// Children of a mother or of a couple: their surname by custom, a son sometimes with the father's name, the grown-up ones
// gone from home but with its address in their past.
import type { Sex } from "../cultures/culture.ts";
import { addTwin } from "./addTwin.ts";
import { daysInYears } from "./calendar.ts";
import { drawHomes, joinHomes } from "./drawHomes.ts";
import { makePerson } from "./makePerson.ts";
import type { Person } from "./person.ts";
import type { World } from "./world.ts";

/** Share of families in which a son carries the father's given name. */
export const namedAfterFatherShare = 0.03;
function childSurname(father: Person | undefined, mother: Person, sex: Sex): string {
  const parent = father ?? mother;
  const fathers = parent.surnames[0]?.value ?? "";
  if (parent.culture.surnamesOfBothParents && father !== undefined) {
    return `${fathers.split(" ")[0]} ${(mother.surnames[0]?.value ?? "").split(" ")[0]}`;
  }
  return parent.culture.carry(fathers, sex);
}

/** Adds at most `count` children, born after the mother was 21 and before she was 46, and their twins. */
export function addChildren(
  world: World,
  people: Person[],
  father: Person | undefined,
  mother: Person,
  count: number,
): void {
  const { random, today } = world;
  const culture = (father ?? mother).culture;
  let hasNamesake = false;
  let born = mother.birthDay + daysInYears(21 + random.next() * 13);
  for (let i = 0; i < count; i += 1) {
    if (born > today - 20 || born > mother.birthDay + daysInYears(46)) return;
    const leftHome = today - born > daysInYears(19 + random.next() * 9);
    const sex: Sex = random.chance(0.487) ? "F" : "M";
    const isNamesake: boolean =
      sex === "M" && !hasNamesake && father !== undefined && random.chance(namedAfterFatherShare);
    hasNamesake ||= isNamesake;
    const child = makePerson(world, {
      culture,
      sex,
      birthDay: born,
      surnames: [{ from: born, value: childSurname(father, mother, sex) }],
      homes: leftHome
        ? joinHomes(mother.homes, drawHomes(world, born), today - random.below(daysInYears(8)))
        : mother.homes,
      household: mother.household,
      householdNumber: mother.householdNumber,
      ...(father === undefined ? {} : { fatherName: father.givenName }),
      ...(isNamesake && father !== undefined ? { givenName: father.givenName } : {}),
    });
    child.isNamedAfterParent = isNamesake;
    people.push(child);
    addTwin(world, people, child, !leftHome);
    born += daysInYears(1 + random.exponential(1.8));
  }
}
