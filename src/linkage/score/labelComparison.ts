// What a comparison is called where people read: the parts of a name and the fields that we make by words, all other
// fields by the column that they come from.
import type { Comparison, ComparisonKindName } from "../compare/comparison.ts";

const wordsOfKind: Partial<Record<ComparisonKindName, string>> = {
  givenName: "Given name",
  surname: "Surname",
  middleName: "Middle name",
  nameOrder: "Order of names",
  suffix: "Name suffix",
};

const wordsOfField: ReadonlyMap<string, string> = new Map([
  ["birth_date", "Birth date"],
  ["address", "Address"],
]);

/** "given_name" → "Given name"; the field of a single column keeps that column's name. */
export function labelComparison({ kind, field }: Comparison): string {
  return wordsOfKind[kind] ?? wordsOfField.get(field) ?? field;
}

/** The label within a sentence: "given name"; a column's name stays as it is. */
export function labelWithinSentence(comparison: Comparison): string {
  const label = labelComparison(comparison);
  return label === comparison.field ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
