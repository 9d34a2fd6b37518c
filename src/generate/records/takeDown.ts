// What a source writes down of a person on a day when nobody makes a mistake.
import { dateOf } from "../persons/calendar.ts";
import { type Person, valueOn } from "../persons/person.ts";
import type { RecordValues } from "./columns.ts";

/** A date as ISO 8601. */
export function isoDate(day: number): string {
  const date = dateOf(day);
  return `${date.year}-${date.month < 10 ? "0" : ""}${date.month}-${date.day < 10 ? "0" : ""}${date.day}`;
}

/** The person's values on a day; numbers as digits alone, names in title case and, where asked, in their own script. */
export function takeDown(person: Person, day: number, isInNativeScript: boolean): RecordValues {
  const home = valueOn(person.homes, day);
  const mobile = valueOn(person.mobiles, day) ?? "";
  const surname = valueOn(person.surnames, day) ?? "";
  const named = (name: string): string =>
    isInNativeScript && name !== "" ? person.culture.native(name) || name : name;
  return {
    given_name: named(person.givenName),
    middle_name: named(person.middleName),
    surname: named(surname),
    sex: person.sex,
    birth_date: isoDate(person.birthDay),
    nationality: person.nationality,
    address_line_1: home === undefined ? "" : home.flat || home.street,
    address_line_2: home === undefined || home.flat === "" ? "" : home.street,
    town: home?.town ?? "",
    postcode: home?.postcode ?? "",
    phone: mobile || (home?.landline ?? ""),
    email: valueOn(person.emails, day) ?? "",
    national_id: person.nationalId,
    document_number: valueOn(person.documents, day) ?? "",
    recorded_on: isoDate(day),
  };
}
