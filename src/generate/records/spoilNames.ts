// The errors of names, each at its own rate: another spelling, a short form, initials, parts lost or in the wrong field.

import type { Culture } from "../cultures/culture.ts";
import type { ErrorDice } from "../errors/errorDice.ts";
import { nicknames } from "../errors/nicknames.ts";
import { spellPhonetically } from "../errors/phoneticSpelling.ts";
import type { RecordValues } from "./columns.ts";
import type { SourceProfile } from "./sourceProfile.ts";

function respell(dice: ErrorDice, culture: Culture, name: string, profile: SourceProfile): string {
  const spellings = culture.spellings(name);
  if (spellings.length > 0 && dice.falls("spelling", profile.habits.spelling)) return dice.random.pick(spellings);
  return dice.falls("phonetic", profile.habits.phonetic) ? spellPhonetically(dice.random, name) : name;
}

function shortenSurname(dice: ErrorDice, surname: string): string {
  const parts = surname.split(/[ -]/);
  if (parts.length < 2 || (parts[0]?.length ?? 0) < 3) return surname;
  if (!dice.falls("surname-part")) return surname;
  const kind = dice.random.next();
  if (kind < 0.45) return parts[0] ?? surname;
  if (kind < 0.7) return parts[parts.length - 1] ?? surname;
  if (kind < 0.85) return surname.includes("-") ? parts.join(" ") : parts.join("-");
  return parts.join("");
}

function spoilMiddleName(dice: ErrorDice, values: RecordValues, profile: SourceProfile): void {
  if (values.middle_name === "") return;
  if (dice.falls("middle-as-given")) {
    values.given_name = values.middle_name;
    values.middle_name = "";
  } else if (dice.falls("middle-moved")) {
    values.given_name += ` ${values.middle_name}`;
    values.middle_name = "";
  } else if (dice.falls("middle-initial", profile.habits["middle-initial"])) {
    values.middle_name = values.middle_name.charAt(0);
  }
}

/** Changes the three name fields in place. Names in another script keep their spelling, but can be swapped. */
export function spoilNames(dice: ErrorDice, culture: Culture, values: RecordValues, profile: SourceProfile): void {
  const short = nicknames.get(values.given_name);
  if (short !== undefined && dice.falls("nickname", profile.habits.nickname))
    values.given_name = dice.random.pick(short);
  else values.given_name = respell(dice, culture, values.given_name, profile);
  values.surname = shortenSurname(dice, respell(dice, culture, values.surname, profile));
  spoilMiddleName(dice, values, profile);
  if (dice.falls("given-initial", profile.habits["given-initial"])) values.given_name = values.given_name.charAt(0);
  if (dice.falls("names-swapped")) {
    const given = values.given_name;
    values.given_name = values.surname;
    values.surname = given;
  } else if (dice.falls("names-in-one", profile.habits["names-in-one"])) {
    const whole = dice.random.chance(0.5)
      ? `${values.given_name} ${values.surname}`
      : `${values.surname} ${values.given_name}`;
    const isInSurname = dice.random.chance(0.6);
    values.given_name = isInSurname ? "" : whole;
    values.surname = isInSurname ? whole : "";
  }
}
