// Makes the people of one home together, because what they share (surname, address, landline) and how they differ is what
// makes linkage hard: couples, families with twins and sons named after fathers, lone parents, shared flats, people alone.
import type { Sex } from "../cultures/culture.ts";
import { addChildren } from "./addChildren.ts";
import { addTwin } from "./addTwin.ts";
import { drawAdultAge } from "./agePyramid.ts";
import { daysInYears, daysPerYear } from "./calendar.ts";
import { joinHomes } from "./drawHomes.ts";
import { drawSurname, makeAdult } from "./makeAdult.ts";
import { makeCouple } from "./makeCouple.ts";
import type { Person } from "./person.ts";
import type { Place, World } from "./world.ts";

function makeFamily(world: World, place: Place): Person[] {
  const { random } = world;
  const { first, second } = makeCouple(world, place, 25 + random.next() * 31);
  const people = [first];
  addTwin(world, people, first, false);
  people.push(second);
  addTwin(world, people, second, false);
  const mother = first.sex === "F" ? first : second;
  const father = first.sex === "M" ? first : second.sex === "M" ? second : undefined;
  const count = 1 + Math.floor(random.exponential(Math.max(0.7, first.culture.children - 0.25)));
  addChildren(world, people, father, mother, Math.min(7, count));
  if (random.chance(first.culture.threeGenerationShare)) {
    const sex: Sex = random.chance(0.7) ? "F" : "M";
    const age = (world.today - first.birthDay) / daysPerYear + 22 + random.next() * 12;
    const grandparent = makeAdult(world, place, first.culture, sex, Math.min(98, age), first.surnames[0]?.value);
    grandparent.homes = joinHomes(grandparent.homes, first.homes, world.today - random.below(daysInYears(9)));
    people.push(grandparent);
    addTwin(world, people, grandparent, false);
  }
  return people;
}

function makeLoneParent(world: World, place: Place): Person[] {
  const { random } = world;
  const parent = makeAdult(
    world,
    place,
    world.cultures.draw(random),
    random.chance(0.86) ? "F" : "M",
    22 + random.next() * 30,
  );
  const people = [parent];
  addTwin(world, people, parent, false);
  addChildren(world, people, undefined, parent, 1 + Math.floor(random.exponential(0.7)));
  return people;
}

function makeSharedFlat(world: World, place: Place): Person[] {
  const { random, today } = world;
  const count = random.between(2, 5);
  const address = world.addresses.draw(random);
  const people: Person[] = [];
  for (let i = 0; i < count; i += 1) {
    const person = makeAdult(
      world,
      place,
      world.cultures.draw(random),
      random.chance(0.5) ? "F" : "M",
      18.5 + random.exponential(6),
    );
    const movedIn = today - 20 - random.below(daysInYears(4));
    person.homes = joinHomes(person.homes, [{ from: person.birthDay, value: address }], movedIn);
    people.push(person);
    addTwin(world, people, person, false);
  }
  return people;
}

function makeAlone(world: World, place: Place): Person[] {
  const { random, today } = world;
  const sex: Sex = random.chance(0.5) ? "F" : "M";
  const person = makeAdult(world, place, world.cultures.draw(random), sex, drawAdultAge(random));
  const adultYears = (today - person.birthDay) / daysPerYear - 18;
  if (sex === "F" && adultYears > 8 && random.chance(0.35 * person.culture.marriedNameShare)) {
    const wedding = person.birthDay + daysInYears(18 + random.next() * Math.min(30, adultYears));
    person.surnames.push({ from: wedding, value: person.culture.carry(drawSurname(world, person.culture), "F") });
  }
  const people = [person];
  addTwin(world, people, person, false);
  return people;
}

/** Mean number of people in a home of more than one; measured, and held to by a test. */
export const sharedHomeSize = 3.03;

/** The people of one home, in the order made. Draws from `world.random`, which the caller seeds for the household. */
export function makeHousehold(world: World, householdNumber: number): Person[] {
  const { random } = world;
  if (random.chance(world.aloneChance)) return makeAlone(world, { household: "alone", householdNumber });
  const kind = random.next();
  if (kind < 0.5) return makeFamily(world, { household: "family", householdNumber });
  if (kind < 0.62) return makeLoneParent(world, { household: "lone parent", householdNumber });
  if (kind < 0.72) return makeSharedFlat(world, { household: "shared flat", householdNumber });
  const { first, second } = makeCouple(
    world,
    { household: "couple", householdNumber },
    Math.max(20, drawAdultAge(random)),
  );
  const people = [first];
  addTwin(world, people, first, false);
  people.push(second);
  addTwin(world, people, second, false);
  return people;
}
