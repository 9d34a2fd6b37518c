// Makes one record: the person as seen on a day by a source, then the errors, the gaps and the source's way of writing.
// Content, errors and gaps draw from streams of their own, so that a run without errors has the same people and records.

import type { ErrorDice } from "../errors/errorDice.ts";
import { daysPerYear, yearOf } from "../persons/calendar.ts";
import type { Person } from "../persons/person.ts";
import { hashText, mixBits, type Random } from "../random/random.ts";
import { scrambledNumber } from "../random/scrambledNumber.ts";
import type { GeneratePlan } from "../resolveGeneratePlan.ts";
import type { MadeUpRecord, RecordValues } from "./columns.ts";
import { formatRecord } from "./formatRecord.ts";
import type { SourceProfile } from "./sourceProfile.ts";
import { spoilNames } from "./spoilNames.ts";
import { leaveOut, spoilBirthDate, spoilTexts } from "./spoilValues.ts";
import { isoDate, takeDown } from "./takeDown.ts";

/** Streams of the seeded generator; households use others. */
export const streams = { household: 1, sources: 2, content: 3, errors: 4, gaps: 5 } as const;
const recordAgeYears = 4;
const datesBySource = ["iso", "day-first", "compact", "day-first", "month-first"] as const;

export interface RecordMaker {
  readonly plan: GeneratePlan;
  readonly random: Random;
  readonly dice: ErrorDice;
  readonly profiles: readonly SourceProfile[];
}

/** The day on which a source saw the person: mostly of late, never before birth. */
function drawDay(random: Random, person: Person, today: number): number {
  const age = Math.min(18, random.exponential(recordAgeYears)) * daysPerYear;
  return Math.max(person.birthDay + 1, today - 1 - Math.floor(age));
}

function useOffice(values: RecordValues, office: number): void {
  values.email = `info@office${office}.example`;
  values.phone = `0333${String(scrambledNumber(office, 7_654_321, 17) % 10_000_000).padStart(7, "0")}`;
}

/** An identifier that says nothing: a bijection of the index on 32 bits, in hexadecimal after a letter. */
function opaqueId(letter: string, seed: number, index: number): string {
  const mixed = mixBits(mixBits(index ^ hashText(letter + String(seed))) ^ 0x5bd1e995);
  return letter + mixed.toString(16).padStart(8, "0");
}

/** Record number `index` of the run, from source number `source`; `family` are the people of the household. */
export function makeRecord(
  maker: RecordMaker,
  person: Person,
  family: readonly Person[],
  index: number,
  source: number,
): MadeUpRecord {
  const { plan, random, dice } = maker;
  const profile = maker.profiles[source]!;
  random.reseed(plan.seed, streams.content, index);
  const seen = drawDay(random, person, plan.today);
  const isInNativeScript =
    profile.nativeScriptShare > 0 && random.chance(profile.nativeScriptShare * 3) && person.nationality !== "GBR";
  const earlierDays = Math.floor((1 + random.next() * 7) * daysPerYear);
  random.reseed(plan.seed, streams.errors, index);
  const isStale = dice.falls("stale", profile.habits.stale);
  const values = takeDown(person, isStale ? Math.max(person.birthDay + 1, seen - earlierDays) : seen, isInNativeScript);
  values.recorded_on = isoDate(seen);
  if (person.office >= 0 && dice.falls("shared-contact")) useOffice(values, person.office);
  if (family.length > 1 && dice.falls("relative", profile.habits.relative))
    values.birth_date = isoDate(random.pick(family).birthDay);
  spoilNames(dice, person.culture, values, profile);
  spoilBirthDate(dice, values, profile, yearOf(plan.today));
  spoilTexts(dice, values, profile);
  random.reseed(plan.seed, streams.gaps, index);
  leaveOut(dice, values, profile, plan.missingRate);
  const format = plan.dateFormat === "by-source" ? datesBySource[source % datesBySource.length]! : plan.dateFormat;
  formatRecord(values, profile, format);
  return {
    unique_id: opaqueId("r", plan.seed, index),
    source: profile.name,
    ...values,
    cluster_id: opaqueId("p", plan.seed, person.number),
  };
}
