// The frequencies that a model trained on these records freezes: how common each value is, and of which origin names are.
import { collectFrequencies, type FrequencyTables } from "../compare/frequencies.ts";
import { createOriginTables } from "../compare/nameOrigins.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { learnOrigins } from "./learnOrigins.ts";

export function countFrequencies(records: StandardRecords): FrequencyTables {
  const tables = collectFrequencies(records);
  const origins = learnOrigins(records);
  const name = records.fields.find((field) => field.kind === "name");
  if (origins === null || name === undefined) return tables;
  return new Map([...tables, ...createOriginTables(origins, name.dictionary.strings)]);
}
