// The development sets with known truth: how each is linked and what is to be reached. Peers' figures and goals are those
// of the accuracy issue. Columns are named here for the variants alone ("only names and birth date"); linking never sees this.
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface DevelopmentSet {
  readonly name: string;
  readonly sourceColumn: string | null;
  readonly acrossOnly: boolean;
  readonly goal: number;
  /** F1 of a peer set up by a competent user, threshold picked on the truth. */
  readonly peerBest: number;
  readonly names: readonly string[];
  readonly birthDate: readonly string[];
  readonly address: readonly string[];
}

const febrlColumns = {
  names: ["given_name", "surname"],
  birthDate: ["date_of_birth"],
  address: ["street_number", "address_1", "address_2", "suburb", "postcode", "state"],
};
const fakeColumns = { names: ["first_name", "surname"], birthDate: ["dob"], address: ["city"] };

export const developmentSets: readonly DevelopmentSet[] = [
  { name: "febrl3", sourceColumn: null, acrossOnly: false, goal: 0.9998, peerBest: 0.9995, ...febrlColumns },
  { name: "febrl4", sourceColumn: "source_dataset", acrossOnly: true, goal: 0.9999, peerBest: 0.9999, ...febrlColumns },
  {
    name: "historical_50k",
    sourceColumn: null,
    acrossOnly: false,
    goal: 0.965,
    peerBest: 0.893,
    names: ["full_name", "first_and_surname", "first_name", "surname"],
    birthDate: ["dob"],
    address: ["birth_place", "postcode_fake"],
  },
  { name: "splink_fake_1000", sourceColumn: null, acrossOnly: false, goal: 0.99, peerBest: 0.958, ...fakeColumns },
  { name: "splink_fake_20000", sourceColumn: null, acrossOnly: false, goal: 0.965, peerBest: 0.854, ...fakeColumns },
  {
    name: "senzing_truthset",
    sourceColumn: null,
    acrossOnly: false,
    goal: 0.95,
    peerBest: 0.545,
    names: [
      "PRIMARY_NAME_FULL",
      "PRIMARY_NAME_LAST",
      "PRIMARY_NAME_FIRST",
      "PRIMARY_NAME_MIDDLE",
      "NATIVE_NAME_FULL",
      "PRIMARY_NAME_ORG",
      "SECONDARY_NAME_ORG",
    ],
    birthDate: ["DATE_OF_BIRTH"],
    address: ["ADDR_FULL", "ADDR_LINE1", "ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY"],
  },
];

/** The folder of the sets beside the checkout; null where it is not there. */
export function findDataFolder(): string | null {
  const folder = join(import.meta.dirname, "..", "..", "..", "..", "shared", "data");
  return existsSync(folder) ? folder : null;
}
