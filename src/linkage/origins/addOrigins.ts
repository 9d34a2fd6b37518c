// The frequencies that a model trained on these records freezes hold beside how common each value is of which origins names
// and codes are, of which sex the people with a given name, and how alike e-mail addresses are by the names that they hold.
import { type FrequencyTable, type FrequencyTables, frequencyKey } from "../compare/frequencies.ts";
import { createNamedTables } from "../compare/namedEmails.ts";
import { createOriginTables } from "../compare/nameOrigins.ts";
import type { NameField, StandardRecords, TextField } from "../standardise/standardRecords.ts";
import { countNamedEmails } from "./countNamedEmails.ts";
import { learnOrigins } from "./learnOrigins.ts";
import { originsOfCodes } from "./originsOfCodes.ts";
import { sexesOfNames } from "./sexesOfNames.ts";

/** @param tables as counted (collectFrequencies) @returns them, and what names tell twice where they do */
export function addOrigins(tables: FrequencyTables, records: StandardRecords): FrequencyTables {
  const name = records.fields.find((field) => field.kind === "name");
  if (name === undefined) return tables;
  return new Map([...tables, ...tellOrigins(records), ...tellSexes(records, name), ...tellEmails(records, name)]);
}

type Tables = [string, FrequencyTable][];

function tellOrigins(records: StandardRecords): Tables {
  const origins = learnOrigins(records);
  if (origins === null) return [];
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
