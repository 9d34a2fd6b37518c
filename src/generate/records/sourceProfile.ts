// The habits of the sources: which fields they hold, how they write them and which errors they are prone to. Five kinds
// of system recur; with more sources than kinds they repeat under a number.
import type { ErrorKind } from "../errors/errorRates.ts";
import type { ColumnName } from "./columns.ts";

export interface SourceProfile {
  readonly name: string;
  /** How many records it gets relative to the others. */
  readonly weight: number;
  /** Probability that a value is missing; 1 where the source has no such field. Unlisted: see usuallyMissing. */
  readonly missing: Readonly<Partial<Record<ColumnName, number>>>;
  /** Factors on error rates; unlisted 1. */
  readonly habits: Readonly<Partial<Record<ErrorKind, number>>>;
  readonly letterCase: "title" | "upper";
  readonly keepsAccents: boolean;
  /** Share of people with a name in another script whose name it holds in that script. */
  readonly nativeScriptShare: number;
  readonly phoneForm: "plain" | "spaced" | "international";
  readonly sexForm: "letter" | "word";
  readonly writesPostcodeSpace: boolean;
  readonly joinsFlatAndStreet: boolean;
}

/** Probability that a value which the person has is missing, where the source says nothing else. */
export const usuallyMissing: Readonly<Record<ColumnName, number>> = {
  given_name: 0.002,
  middle_name: 0.12,
  surname: 0.001,
  sex: 0.01,
  birth_date: 0.012,
  nationality: 0.05,
  address_line_1: 0.04,
  address_line_2: 0.02,
  town: 0.03,
  postcode: 0.05,
  phone: 0.25,
  email: 0.35,
  national_id: 0.35,
  document_number: 0.4,
  recorded_on: 0,
};

const kinds: readonly SourceProfile[] = [
  {
    name: "register",
    weight: 30,
    missing: { national_id: 0.12, document_number: 1, nationality: 0.3, email: 0.55, phone: 0.35 },
    habits: { scanning: 0.7 },
    letterCase: "title",
    keepsAccents: true,
    nativeScriptShare: 0,
    phoneForm: "plain",
    sexForm: "letter",
    writesPostcodeSpace: true,
    joinsFlatAndStreet: false,
  },
  {
    name: "visa",
    weight: 18,
    missing: { national_id: 0.9, document_number: 0.03, email: 0.1, phone: 0.1, address_line_1: 0.15, postcode: 0.2 },
    habits: { typing: 1.4, spelling: 0.6, nickname: 0.1, "names-in-one": 2, phonetic: 0.2 },
    letterCase: "title",
    keepsAccents: true,
    nativeScriptShare: 0.06,
    phoneForm: "international",
    sexForm: "word",
    writesPostcodeSpace: true,
    joinsFlatAndStreet: true,
  },
  {
    name: "border",
    weight: 18,
    missing: {
      national_id: 1,
      document_number: 0.01,
      email: 1,
      phone: 1,
      address_line_1: 1,
      address_line_2: 1,
      town: 1,
      postcode: 1,
      middle_name: 0.05,
      nationality: 0.005,
    },
    habits: { scanning: 2.5, typing: 0.4, spelling: 0.3, nickname: 0.05, phonetic: 0.1, truncated: 3 },
    letterCase: "upper",
    keepsAccents: false,
    nativeScriptShare: 0,
    phoneForm: "plain",
    sexForm: "letter",
    writesPostcodeSpace: true,
    joinsFlatAndStreet: false,
  },
  {
    name: "police",
    weight: 14,
    missing: { national_id: 0.95, document_number: 0.93, email: 0.8, phone: 0.4, middle_name: 0.4, birth_date: 0.03 },
    habits: {
      phonetic: 3,
      nickname: 2.5,
      typing: 1.5,
      "given-initial": 2,
      "year-off": 3,
      "first-of-month": 2,
      "sex-wrong": 2,
      relative: 2,
    },
    letterCase: "upper",
    keepsAccents: false,
    nativeScriptShare: 0,
    phoneForm: "spaced",
    sexForm: "letter",
    writesPostcodeSpace: true,
    joinsFlatAndStreet: true,
  },
  {
    name: "benefits",
    weight: 20,
    missing: { national_id: 0.02, document_number: 0.9, middle_name: 0.3, email: 0.45, phone: 0.2, nationality: 0.4 },
    habits: { "middle-initial": 2, stale: 0.7 },
    letterCase: "title",
    keepsAccents: false,
    nativeScriptShare: 0,
    phoneForm: "spaced",
    sexForm: "letter",
    writesPostcodeSpace: false,
    joinsFlatAndStreet: false,
  },
];

/** `count` sources; without differences all write values as the register does. */
export function makeSourceProfiles(count: number, areFormatsDifferent: boolean): readonly SourceProfile[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length] as SourceProfile;
    const round = Math.floor(i / kinds.length);
    const name = round === 0 ? kind.name : `${kind.name}_${round + 1}`;
    if (areFormatsDifferent) return { ...kind, name };
    const { letterCase, keepsAccents, phoneForm, sexForm, writesPostcodeSpace, joinsFlatAndStreet } =
      kinds[0] as SourceProfile;
    return { ...kind, name, letterCase, keepsAccents, phoneForm, sexForm, writesPostcodeSpace, joinsFlatAndStreet };
  });
}
