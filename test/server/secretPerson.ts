// A person with values found nowhere else, for tests of what may be seen and what leaks.
import type { RecordInput } from "../../src/persons/personService.ts";

/** Every text of the secret records, as it was sent; matched without regard to case. */
export const secretTexts = [
  "Zorblaxina",
  "Quuxworthy",
  "1971-11-23",
  "07700900731",
  "zq.distinctive@example.org",
  "ZQ99887766",
  "Vermilionstead",
  "71 Xylophone Crescent",
] as const;

const fields = {
  given_name: "Zorblaxina",
  surname: "Quuxworthy",
  birth_date: "1971-11-23",
  phone: "07700900731",
  email: "zq.distinctive@example.org",
  document_number: "ZQ99887766",
  town: "Vermilionstead",
  address_line_1: "71 Xylophone Crescent",
};

/** Three records of one person, all of the source "secret". */
export const secretRecords: readonly RecordInput[] = [
  { source: "secret", id: "s-one", fields },
  { source: "secret", id: "s-two", fields: { ...fields, given_name: "ZORBLAXINA" } },
  { source: "secret", id: "s-three", fields: { ...fields, phone: null } },
];

/** Texts of the secret records that occur in a text, without regard to case. */
export function secretsIn(text: string, texts: readonly string[] = secretTexts): string[] {
  const folded = text.toLowerCase();
  return texts.filter((secret) => folded.includes(secret.toLowerCase()));
}
