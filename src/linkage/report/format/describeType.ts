// Semantic types in words for the reader of a report.
import type { SemanticType } from "../../profile/semanticType.ts";

const words: Readonly<Record<SemanticType, string>> = {
  givenName: "Given name",
  middleName: "Middle name",
  surname: "Surname",
  fullName: "Full name",
  nameSuffix: "Name suffix",
  relativeName: "Name of a relative",
  organisation: "Organisation",
  sex: "Sex or gender",
  birthDate: "Birth date",
  birthYear: "Birth year",
  birthMonth: "Birth month",
  birthDay: "Birth day",
  age: "Age",
  addressLine: "Address",
  houseNumber: "House number",
  street: "Street",
  town: "Town",
  region: "Region",
  postcode: "Postcode",
  country: "Country",
  nationality: "Nationality",
  email: "E-mail",
  phone: "Phone",
  document: "Document number",
  code: "Code",
  number: "Number",
  freeText: "Free text",
  notForMatching: "Not for matching",
};

/** "givenName" → "Given name". */
export function describeType(type: SemanticType): string {
  return words[type] ?? type;
}
