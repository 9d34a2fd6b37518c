// The meanings that a column can have for matching people.

export const semanticTypes = [
  "givenName",
  "middleName",
  "surname",
  "fullName",
  "nameSuffix",
  "relativeName",
  "organisation",
  "sex",
  "birthDate",
  "birthYear",
  "birthMonth",
  "birthDay",
  "age",
  "addressLine",
  "houseNumber",
  "street",
  "town",
  "region",
  "postcode",
  "country",
  "nationality",
  "email",
  "phone",
  "document",
  "code",
  "number",
  "freeText",
  "notForMatching",
] as const;

/**
 * - `fullName`: several name parts in one text; `nameSuffix`: Jr, III.
 * - `relativeName`: the name of somebody else, mother, father, spouse or guardian, in one or more columns each.
 * - `birthDate`: a whole date that belongs to the person; other dates (of an event) are `notForMatching`.
 * - `addressLine`: anything from "12 High Street" to a whole address in one text; `houseNumber` and `street` where apart.
 * - `document`: a number that is (nearly) one person's own: passport, social security, customer card.
 * - `code`: few distinct values of any meaning (occupation, tenure, region code); `number`: an amount or measure.
 * - `freeText`: long text; `notForMatching`: constant, near-empty, event dates, row counters, other records' keys.
 */
export type SemanticType = (typeof semanticTypes)[number];
