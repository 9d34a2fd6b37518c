// What a household is made from, and the place that its people share.
import type { Culture } from "../cultures/culture.ts";
import type { WeightedChoice } from "../random/weightedChoice.ts";
import type { AddressBook } from "./addressBook.ts";
import type { Makers } from "./makePerson.ts";
import type { HouseholdKind } from "./person.ts";

export interface World extends Makers {
  readonly cultures: WeightedChoice<Culture>;
  readonly addresses: AddressBook;
  /** Chance that a household is one person alone, 0 … 1. */
  readonly aloneChance: number;
  /** Chance that a person is born with a twin, 0 … 1. */
  readonly twinChance: number;
}

export interface Place {
  readonly household: HouseholdKind;
  readonly householdNumber: number;
}
