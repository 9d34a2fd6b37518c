// Makes people household by household and then their records, one after another and without keeping them: the order is
// that of making, so whoever writes them shuffles.
import { makeCulture } from "./cultures/makeCulture.ts";
import { type ErrorCount, ErrorDice } from "./errors/errorDice.ts";
import type { ErrorKind } from "./errors/errorRates.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import { AddressBook } from "./persons/addressBook.ts";
import { makeHousehold, sharedHomeSize } from "./persons/makeHousehold.ts";
import { NumberIssuer } from "./persons/numberIssuer.ts";
import type { Person } from "./persons/person.ts";
import type { World } from "./persons/world.ts";
import { Random } from "./random/random.ts";
import { WeightedChoice } from "./random/weightedChoice.ts";
import type { MadeUpRecord } from "./records/columns.ts";
import { drawRecordCount, drawSources } from "./records/drawSources.ts";
import { makeRecord, type RecordMaker, streams } from "./records/makeRecord.ts";
import { makeSourceProfiles } from "./records/sourceProfile.ts";
import { type GeneratePlan, resolveGeneratePlan } from "./resolveGeneratePlan.ts";

/** Counts of a run, filled while it goes on. */
export interface GenerateCounts {
  records: number;
  /** People with at least one record. */
  people: number;
  peopleWithSeveralRecords: number;
  truePairs: number;
  households: number;
  twins: number;
  sonsNamedAfterFather: number;
  errors: ReadonlyMap<ErrorKind, ErrorCount>;
}

export function emptyCounts(): GenerateCounts {
  return {
    records: 0,
    people: 0,
    peopleWithSeveralRecords: 0,
    truePairs: 0,
    households: 0,
    twins: 0,
    sonsNamedAfterFather: 0,
    errors: new Map(),
  };
}

/** The world of a plan, in which households are made; `random` is reseeded by whoever makes a household. */
export function makeWorld(plan: GeneratePlan): World {
  const { householdShare: share, twinsShare, seed, today } = plan;
  const tables = plan.cultures.map((entry) => makeCulture(entry.definition));
  const peoplePerHome = 1 / (1 - share + share / sharedHomeSize);
  const recordsPerPerson = 1 + plan.duplicateShare * (plan.recordsPerDuplicate - 1);
  const people = plan.records / recordsPerPerson;
  let personCount = 0;
  return {
    random: new Random(seed),
    numbers: new NumberIssuer(seed),
    today,
    officeCount: Math.max(3, Math.ceil(people / 1500)),
    nextPersonNumber: () => personCount++,
    cultures: new WeightedChoice(
      tables,
      plan.cultures.map((entry) => entry.weight),
    ),
    addresses: new AddressBook(seed, people / peoplePerHome),
    aloneChance: 1 - share / (share + (1 - share) * sharedHomeSize),
    twinChance: twinsShare / (2 - twinsShare),
  };
}

function countPerson(counts: GenerateCounts, person: Person, recordCount: number): void {
  counts.people += 1;
  if (recordCount > 1) counts.peopleWithSeveralRecords += 1;
  counts.truePairs += (recordCount * (recordCount - 1)) / 2;
  if (person.isTwin) counts.twins += 1;
  if (person.isNamedAfterParent) counts.sonsNamedAfterFather += 1;
}

/** As generatePeople, for a plan already checked; `counts` is filled on the way. */
export function* generateFromPlan(
  plan: GeneratePlan,
  counts: GenerateCounts,
): Generator<MadeUpRecord, void, undefined> {
  const world = makeWorld(plan);
  const random = new Random(plan.seed);
  const profiles = makeSourceProfiles(plan.sources, plan.formatDifferences);
  const sourceTable = new WeightedChoice(
    profiles.map((_, i) => i),
    profiles.map((profile) => profile.weight),
  );
  const maker: RecordMaker = { plan, random, dice: new ErrorDice(random, plan.errorRates), profiles };
  counts.errors = maker.dice.counts();
  for (let household = 0; counts.records < plan.records; household += 1) {
    world.random.reseed(plan.seed, streams.household, household);
    const family = makeHousehold(world, household);
    counts.households += 1;
    for (const person of family) {
      random.reseed(plan.seed, streams.sources, person.number);
      const wanted = drawRecordCount(random, plan);
      const sources = drawSources(random, plan, sourceTable, Math.min(wanted, plan.records - counts.records));
      if (sources.length === 0) break;
      countPerson(counts, person, sources.length);
      for (const source of sources) {
        yield makeRecord(maker, person, family, counts.records, source);
        counts.records += 1;
      }
    }
  }
  counts.errors = maker.dice.counts();
}

/**
 * Made-up records with their truth (`cluster_id`), records of one person one after another. The same options give the
 * same records.
 * @throws NamesakeError USAGE for options that are wrong.
 * @example for (const record of generatePeople({ records: 100, seed: 7 })) console.log(record.surname);
 */
export function generatePeople(options: GenerateOptions = {}): Generator<MadeUpRecord, void, undefined> {
  return generateFromPlan(resolveGeneratePlan(options), emptyCounts());
}
