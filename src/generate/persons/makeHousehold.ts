// Makes the people of one home together, because what they share (surname, address, landline) and how they differ is what
// makes linkage hard: couples, families with twins and sons named after fathers, lone parents, shared flats, people alone.
import type { Culture, Sex } from "../cultures/culture.ts";
import type { WeightedChoice } from "../random/weightedChoice.ts";
import type { Address, AddressBook } from "./addressBook.ts";
import { drawAdultAge } from "./agePyramid.ts";
import { daysPerYear } from "./calendar.ts";
import { drawBirthDay, type Makers, makePerson } from "./makePerson.ts";
import { type Dated, type HouseholdKind, type Person, valueOn } from "./person.ts";

export interface World extends Makers {
  readonly cultures: WeightedChoice<Culture>;
  readonly addresses: AddressBook;
  /** Chance that a household is one person alone, 0 … 1. */
  readonly aloneChance: number;
  /** Chance that a person is born with a twin, 0 … 1. */
  readonly twinChance: number;
}

/** Share of families in which a son carries the father's given name. */
export const namedAfterFatherShare = 0.03;
const sameCultureShare = 0.88;
const sameSexCoupleShare = 0.02;
const yearsBetweenMoves = 13;
const doubledByMarriageShare = 0.04;

const day = (years: number): number => Math.floor(years * daysPerYear);

/** Homes backwards from today: the present one, then earlier ones, until before `since` or four are known. */
function drawHomes(world: World, since: number, present?: Address): Dated<Address>[] {
  const { random, addresses, today } = world;
  const homes: Dated<Address>[] = [];
  let address = present ?? addresses.draw(random);
  let from = today - 30 - Math.floor(random.exponential(day(yearsBetweenMoves)));
  while (from > since && homes.length < 3) {
    homes.push({ from, value: address });
    address = addresses.draw(random, address);
    from -= 100 + Math.floor(random.exponential(day(yearsBetweenMoves)));
  }
  homes.push({ from: since, value: address });
  return homes.reverse();
}

/** Own homes before `together`, the shared ones from then on. */
function joinHomes(
  own: readonly Dated<Address>[],
  shared: readonly Dated<Address>[],
  together: number,
): Dated<Address>[] {
  const before = own.filter((home) => home.from < together);
  const first = valueOn(shared, together);
  const after = shared.filter((home) => home.from > together);
  return first === undefined ? before : [...before, { from: together, value: first }, ...after];
}

function drawSurname(world: World, culture: Culture): string {
  const { random } = world;
  const surname = culture.drawSurname(random);
  if (culture.surnamesOfBothParents) return `${surname} ${culture.drawSurname(random)}`;
  const double = culture.doubleSurname;
  return double !== undefined && random.chance(double.share)
    ? surname + double.joint + culture.drawSurname(random)
    : surname;
}

interface Place {
  readonly household: HouseholdKind;
  readonly householdNumber: number;
}

function makeAdult(world: World, place: Place, culture: Culture, sex: Sex, ageYears: number, surname?: string): Person {
  const birthDay = drawBirthDay(world.random, culture, world.today, ageYears);
  const own = culture.carry(surname ?? drawSurname(world, culture), sex);
  const surnames = [{ from: birthDay, value: own }];
  return makePerson(world, { ...place, culture, sex, birthDay, surnames, homes: drawHomes(world, birthDay) });
}

/** With the chance of the world, a twin of the same parents; adult twins mostly live elsewhere. */
function addTwin(world: World, people: Person[], person: Person, livesTogether: boolean): void {
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

/** The wife's surname after the wedding, by the custom of her husband's culture. */
function marry(world: World, husband: Person, wife: Person, wedding: number): void {
  const { random } = world;
  if (!random.chance(husband.culture.marriedNameShare)) return;
  const his = husband.culture.carry(husband.surnames[0]?.value ?? "", "F");
  const hers = wife.surnames[0]?.value ?? "";
  if (his === hers) return;
  const joined = random.chance(doubledByMarriageShare) && !hers.includes("-") && !his.includes("-");
  wife.surnames.push({ from: wedding, value: joined ? `${hers}-${his}` : his });
}

function makeCouple(world: World, place: Place, ageYears: number): { first: Person; second: Person; together: number } {
  const { random } = world;
  const culture = world.cultures.draw(random);
  const otherCulture = random.chance(sameCultureShare) ? culture : world.cultures.draw(random);
  const isSameSex = random.chance(sameSexCoupleShare);
  const sex: Sex = isSameSex && random.chance(0.5) ? "F" : "M";
  const otherAge = Math.max(18.2, ageYears - 2.2 + (random.next() + random.next() + random.next() - 1.5) * 8);
  const first = makeAdult(world, place, culture, sex, ageYears);
  const second = makeAdult(world, place, otherCulture, isSameSex ? sex : "F", otherAge);
  const adultSince = Math.max(first.birthDay, second.birthDay) + day(18);
  const together = adultSince + Math.floor(random.next() ** 1.5 * Math.max(1, world.today - 30 - adultSince) * 0.7);
  second.homes = joinHomes(second.homes, first.homes, together);
  if (!isSameSex && random.chance(0.72)) marry(world, first, second, together + random.below(900));
  return { first, second, together };
}

function childSurname(father: Person | undefined, mother: Person, sex: Sex): string {
  const parent = father ?? mother;
  const fathers = parent.surnames[0]?.value ?? "";
  if (parent.culture.surnamesOfBothParents && father !== undefined) {
    return `${fathers.split(" ")[0]} ${(mother.surnames[0]?.value ?? "").split(" ")[0]}`;
  }
  return parent.culture.carry(fathers, sex);
}

function addChildren(world: World, people: Person[], father: Person | undefined, mother: Person, count: number): void {
  const { random, today } = world;
  const culture = (father ?? mother).culture;
  let hasNamesake = false;
  let born = mother.birthDay + day(21 + random.next() * 13);
  for (let i = 0; i < count; i += 1) {
    if (born > today - 20 || born > mother.birthDay + day(46)) return;
    const leftHome = today - born > day(19 + random.next() * 9);
    const sex: Sex = random.chance(0.487) ? "F" : "M";
    const isNamesake: boolean =
      sex === "M" && !hasNamesake && father !== undefined && random.chance(namedAfterFatherShare);
    hasNamesake ||= isNamesake;
    const child = makePerson(world, {
      culture,
      sex,
      birthDay: born,
      surnames: [{ from: born, value: childSurname(father, mother, sex) }],
      homes: leftHome ? joinHomes(mother.homes, drawHomes(world, born), today - random.below(day(8))) : mother.homes,
      household: mother.household,
      householdNumber: mother.householdNumber,
      ...(father === undefined ? {} : { fatherName: father.givenName }),
      ...(isNamesake && father !== undefined ? { givenName: father.givenName } : {}),
    });
    child.isNamedAfterParent = isNamesake;
    people.push(child);
    addTwin(world, people, child, !leftHome);
    born += day(1 + random.exponential(1.8));
  }
}

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
    grandparent.homes = joinHomes(grandparent.homes, first.homes, world.today - random.below(day(9)));
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
    const movedIn = today - 20 - random.below(day(4));
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
    const wedding = person.birthDay + day(18 + random.next() * Math.min(30, adultYears));
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
