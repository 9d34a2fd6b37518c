// Makes one person from the few things that a household fixes (culture, sex, birth, surname, homes), with the rest of a
// life: names, numbers, e-mail and documents as they changed over the years.
import type { Culture, Sex } from "../cultures/culture.ts";
import type { Random } from "../random/random.ts";
import type { Address } from "./addressBook.ts";
import { dateOf, dayOf, daysPerYear, yearOf } from "./calendar.ts";
import { makeEmail } from "./makeEmail.ts";
import type { NumberIssuer } from "./numberIssuer.ts";
import { type Dated, type HouseholdKind, type Person, valueOn } from "./person.ts";

export interface PersonSeed {
  readonly culture: Culture;
  readonly sex: Sex;
  readonly birthDay: number;
  readonly surnames: Dated<string>[];
  readonly homes: Dated<Address>[];
  readonly household: HouseholdKind;
  readonly householdNumber: number;
  /** The father's given name, for cultures that pass it on. */
  readonly fatherName?: string;
  readonly givenName?: string;
}

export interface Makers {
  readonly random: Random;
  readonly numbers: NumberIssuer;
  /** The day on which the made-up world is seen. */
  readonly today: number;
  readonly officeCount: number;
  nextPersonNumber(): number;
}

const documentYears = { adult: 10, child: 5 };

/** The birthday as papers show it: some people's say 1 January because the day is not known. */
export function drawBirthDay(random: Random, culture: Culture, today: number, ageYears: number): number {
  const day = today - Math.floor(ageYears * daysPerYear) - 1;
  return random.chance(culture.firstOfJanuaryShare) ? dayOf(yearOf(day), 1, 1) : day;
}

function middleName(random: Random, seed: PersonSeed, birthYear: number): string {
  const { culture, sex } = seed;
  if (!random.chance(culture.middleName.share)) return "";
  if (culture.middleName.kind === "patronymic") return culture.drawPatronymic(random, sex);
  if (culture.middleName.kind === "father") return seed.fatherName ?? culture.drawGiven(random, "M", birthYear - 30);
  const first = culture.drawGiven(random, sex, birthYear - 25);
  return random.chance(0.08) ? `${first} ${culture.drawGiven(random, sex, birthYear - 35)}` : first;
}

/** A history of values that change every `meanYears` or so since `firstDay`. */
function changing(
  random: Random,
  firstDay: number,
  today: number,
  meanYears: number,
  make: (day: number) => string,
): Dated<string>[] {
  const history: Dated<string>[] = [];
  for (
    let day = firstDay;
    day < today && history.length < 4;
    day += 200 + Math.floor(random.exponential(meanYears * daysPerYear))
  ) {
    history.push({ from: day, value: make(day) });
  }
  return history;
}

function documents(
  random: Random,
  numbers: NumberIssuer,
  nationality: string,
  birthDay: number,
  today: number,
): Dated<string>[] {
  const history: Dated<string>[] = [];
  if (!random.chance(0.82)) return history;
  const horizon = today - 22 * daysPerYear;
  let day = Math.max(birthDay + random.below(6 * 365), horizon + random.below(3650));
  while (day < today) {
    history.push({ from: day, value: numbers.document(nationality) });
    const isChild = day - birthDay < 16 * daysPerYear;
    const validYears = isChild ? documentYears.child : documentYears.adult;
    const keptShare = random.chance(0.08) ? random.next() : 1 + random.next() * 0.15;
    day += Math.floor(validYears * keptShare * daysPerYear);
  }
  return history;
}

/** A whole person. Draws from `makers.random` and takes numbers from `makers.numbers`. */
export function makePerson(makers: Makers, seed: PersonSeed): Person {
  const { random, numbers, today } = makers;
  const { culture, sex, birthDay } = seed;
  const birthYear = dateOf(birthDay).year;
  const givenName = seed.givenName ?? culture.drawGiven(random, sex, birthYear);
  const nationality = random.chance(culture.britishShare) ? "GBR" : culture.nationality;
  const ageYears = (today - birthDay) / daysPerYear;
  const mobileFrom = Math.max(birthDay + 11 * daysPerYear, today - 15 * daysPerYear);
  const emailFrom = Math.max(birthDay + 14 * daysPerYear, today - 16 * daysPerYear);
  const hasMobile = random.chance(ageYears > 75 ? 0.65 : 0.94);
  const hasEmail = random.chance(ageYears > 70 ? 0.5 : 0.9);
  return {
    number: makers.nextPersonNumber(),
    culture,
    sex,
    birthDay,
    givenName,
    middleName: middleName(random, seed, birthYear),
    nationality,
    surnames: seed.surnames,
    homes: seed.homes,
    mobiles: hasMobile ? changing(random, mobileFrom, today, 9, () => numbers.mobile()) : [],
    emails: hasEmail
      ? changing(random, emailFrom, today, 12, (day) =>
          makeEmail(random, givenName, valueOn(seed.surnames, day) ?? "", birthYear),
        )
      : [],
    documents: documents(random, numbers, nationality, birthDay, today),
    nationalId:
      ageYears >= 16
        ? random.chance(0.96)
          ? numbers.nationalId()
          : ""
        : random.chance(0.25)
          ? numbers.nationalId()
          : "",
    office: random.chance(0.03) ? random.below(makers.officeCount) : -1,
    household: seed.household,
    householdNumber: seed.householdNumber,
    isTwin: false,
    isNamedAfterParent: false,
  };
}
