// The frequencies that a model trained on these records freezes hold beside how common each value is of which origins names
// and codes are, of which sex the people with a given name, and how alike e-mail addresses are by the names that they hold.
import { type FrequencyTable, type FrequencyTables, frequencyKey } from "../compare/frequencies.ts";
import { createNamedTables } from "../compare/namedEmails.ts";
import { createOriginTables } from "../compare/nameOrigins.ts";
import type { NameField, StandardRecords, TextField } from "../standardise/standardRecords.ts";
import { countNamedEmails } from "./countNamedEmails.ts";
import type { Origins } from "./fitOrigins.ts";
import { originsOfCodes } from "./originsOfCodes.ts";
import { sexesOfNames } from "./sexesOfNames.ts";

type Tables = readonly (readonly [string, FrequencyTable])[];

/**
 * @param tables as counted (collectFrequencies) @param origins as learnOrigins finds them
 * @param others what tellSexesAndEmails tells @returns the tables, and what names tell twice where they do
 */
export function addOrigins(
  tables: FrequencyTables,
  records: StandardRecords,
  origins: Origins | null,
  others: Tables = tellSexesAndEmails(records),
): FrequencyTables {
  return new Map([...tables, ...(origins === null ? [] : tellOrigins(records, origins)), ...others]);
}

/** What no origins are needed for. */
export function tellSexesAndEmails(records: StandardRecords): Tables {
  const name = records.fields.find((field) => field.kind === "name");
  return name === undefined ? [] : [...tellSexes(records, name), ...tellEmails(records, name)];
}

function tellOrigins(records: StandardRecords, origins: Origins): Tables {
  return records.fields.flatMap((field) => {
    const create = (slot: string, own: Float64Array) =>
      createOriginTables(slot, "origin", origins.shares, own, (code) => frequencyKey(field, code));
    if (field.kind === "name")
      return [...create("name.given", origins.given), ...create("name.surname", origins.surname)];
    return field.kind === "code" ? create(field.name, originsOfCodes(records, field as TextField, origins)) : [];
  });
}

function tellSexes(records: StandardRecords, name: NameField): Tables {
  const sex = records.fields.find((field) => field.kind === "sex") as TextField | undefined;
  const sexes = sex === undefined ? null : sexesOfNames(records, name, sex);
  if (sex === undefined || sexes === null) return [];
  return [
    ...createOriginTables("name.given", "sex", sexes.shares, sexes.given, (code) => frequencyKey(name, code)),
    ...createOriginTables(sex.name, "sex", sexes.shares, sexes.own, (code) => frequencyKey(sex, code)),
  ];
}

function tellEmails(records: StandardRecords, name: NameField): Tables {
  return records.fields.flatMap((field) => {
    if (field.kind !== "email") return [];
    const emails = field as TextField;
    return createNamedTables(field.name, countNamedEmails(records, name, emails));
  });
}
