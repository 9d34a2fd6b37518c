// A made-up person: what stays (birth, given name) and what changes, as histories that begin on a day. Records are views
// of a person on some day, so stale values come from the person's real past.
import type { Culture, Sex } from "../cultures/culture.ts";
import type { Address } from "./addressBook.ts";

/** A value from a day on (days since 1970-01-01). Histories are in order of day; the first entry holds from birth. */
export interface Dated<Value> {
  readonly from: number;
  readonly value: Value;
}

export interface Person {
  /** 0, 1, 2 … in the order in which people are made. */
  readonly number: number;
  readonly culture: Culture;
  readonly sex: Sex;
  readonly birthDay: number;
  readonly givenName: string;
  readonly middleName: string;
  readonly nationality: string;
  readonly surnames: Dated<string>[];
  homes: Dated<Address>[];
  readonly mobiles: readonly Dated<string>[];
  readonly emails: readonly Dated<string>[];
  readonly documents: readonly Dated<string>[];
  readonly nationalId: string;
  /** The employer or adviser whose contact details sometimes stand for the person's own, or −1. */
  readonly office: number;
  /** What kind of home the person was made in, and the person's part there; for tests and for the description. */
  readonly household: HouseholdKind;
  readonly householdNumber: number;
  isTwin: boolean;
  isNamedAfterParent: boolean;
}

export type HouseholdKind = "alone" | "couple" | "family" | "lone parent" | "shared flat";

/** The value of a history on a day; its first value before it begins; "" or undefined never unless the history is empty. */
export function valueOn<Value>(history: readonly Dated<Value>[], day: number): Value | undefined {
  let value = history[0]?.value;
  for (let i = 1; i < history.length; i += 1) {
    const entry = history[i]!;
    if (entry.from > day) break;
    value = entry.value;
  }
  return value;
}
