// Frequencies as strangers meet them. A person's e-mail address is met as often as the person has records; counted so, it
// looks as common as one that as many strangers share, and agreement on it weighs too little the more records people have.
import { discountTable, type FrequencyTables } from "../compare/frequencies.ts";
import type { ComparisonParameters } from "../score/scoringModel.ts";

/**
 * Kinds whose values are mostly one person's. Names and places are left as they are: families share them, and families
 * have many records too.
 */
const ownKinds: ReadonlySet<ComparisonParameters["kind"]> = new Set(["date", "email", "phone", "document"]);

/**
 * Counts of the fields of these comparisons less the records that a person is expected to have beside one and that agree
 * with it, at least 1. The very tables given where no count changes. `otherRecords`: other records of a record's person,
 * on average over records; at least 0.
 */
export function discountOwnRecords(
  tables: FrequencyTables,
  comparisons: readonly ComparisonParameters[],
  otherRecords: number,
): FrequencyTables {
  const discounted = new Map(tables);
  for (const { kind, field, m } of comparisons) {
    const table = tables.get(field);
    const own = Math.round(otherRecords * (m[0] ?? 0));
    if (!ownKinds.has(kind) || table === undefined || own === 0) continue;
    discounted.set(field, discountTable(table, own));
  }
  return [...tables].every(([name, table]) => discounted.get(name) === table) ? tables : discounted;
}
