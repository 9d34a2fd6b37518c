// Two people who live together since a day, and the surname that marriage gives one of them by the custom of the husband's.
import type { Sex } from "../cultures/culture.ts";
import { daysInYears } from "./calendar.ts";
import { joinHomes } from "./drawHomes.ts";
import { makeAdult } from "./makeAdult.ts";
import type { Person } from "./person.ts";
import type { Place, World } from "./world.ts";

const sameCultureShare = 0.88;
const sameSexCoupleShare = 0.02;
const doubledByMarriageShare = 0.04;

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

/** Two adults; the first is `ageYears` old, the other of about that age and mostly of the same culture. */
export function makeCouple(world: World, place: Place, ageYears: number): { first: Person; second: Person } {
  const { random } = world;
  const culture = world.cultures.draw(random);
  const otherCulture = random.chance(sameCultureShare) ? culture : world.cultures.draw(random);
  const isSameSex = random.chance(sameSexCoupleShare);
  const sex: Sex = isSameSex && random.chance(0.5) ? "F" : "M";
  const otherAge = Math.max(18.2, ageYears - 2.2 + (random.next() + random.next() + random.next() - 1.5) * 8);
  const first = makeAdult(world, place, culture, sex, ageYears);
  const second = makeAdult(world, place, otherCulture, isSameSex ? sex : "F", otherAge);
  const adultSince = Math.max(first.birthDay, second.birthDay) + daysInYears(18);
  const together = adultSince + Math.floor(random.next() ** 1.5 * Math.max(1, world.today - 30 - adultSince) * 0.7);
  second.homes = joinHomes(second.homes, first.homes, together);
  if (!isSameSex && random.chance(0.72)) marry(world, first, second, together + random.below(900));
  return { first, second };
}
