// The frequencies that a model trained on these records freezes hold of which origins names and codes are, beside how common
// each value is.
import { type FrequencyTables, frequencyKey } from "../compare/frequencies.ts";
import { createOriginTables } from "../compare/nameOrigins.ts";
import type { StandardRecords, TextField } from "../standardise/standardRecords.ts";
import { learnOrigins } from "./learnOrigins.ts";
import { originsOfCodes } from "./originsOfCodes.ts";

/** @param tables as counted (collectFrequencies) @returns them, and those of origins where there are any */
export function addOrigins(tables: FrequencyTables, records: StandardRecords): FrequencyTables {
  const origins = learnOrigins(records);
  if (origins === null) return tables;
  const byOrigin = records.fields.flatMap((field) => {
    const create = (slot: string, own: Float64Array) =>
      createOriginTables(slot, origins.shares, own, (code) => frequencyKey(field, code));
    if (field.kind === "name")
      return [...create("name.given", origins.given), ...create("name.surname", origins.surname)];
    return field.kind === "code" ? create(field.name, originsOfCodes(records, field as TextField, origins)) : [];
  });
  return new Map([...tables, ...byOrigin]);
}
