// Made-up people are what the options ask for: as many, as alike, as wrong; and without errors records tell the truth.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type ErrorKind, errorKindNames } from "../../src/generate/errors/errorRates.ts";
import type { GenerateOptions } from "../../src/generate/generateOptions.ts";
import { emptyCounts, generateFromPlan, generatePeople, makeWorld } from "../../src/generate/generatePeople.ts";
import { makeHousehold } from "../../src/generate/persons/makeHousehold.ts";
import type { Person } from "../../src/generate/persons/person.ts";
import type { MadeUpRecord } from "../../src/generate/records/columns.ts";
import { resolveGeneratePlan } from "../../src/generate/resolveGeneratePlan.ts";
import { NamesakeError } from "../../src/shared/errors.ts";

const records = 12_000;
const clean = { errorRate: 0, missingRate: 0, formatDifferences: false } as const;

function make(options: GenerateOptions): MadeUpRecord[] {
  return [...generatePeople({ records, seed: 11, ...options })];
}

function byCluster(made: readonly MadeUpRecord[]): MadeUpRecord[][] {
  const clusters = new Map<string, MadeUpRecord[]>();
  for (const record of made) clusters.set(record.cluster_id, [...(clusters.get(record.cluster_id) ?? []), record]);
  return [...clusters.values()];
}

function only(kind: ErrorKind, rate: number): GenerateOptions {
  const errorRates = Object.fromEntries(errorKindNames.map((name) => [name, name === kind ? rate : 0]));
  return { ...clean, errorRate: 1, errorRates };
}

/** |measured − expected| within five standard errors of a share over `count` chances. */
function assertShare(measured: number, expected: number, count: number, what: string): void {
  const tolerance = 5 * Math.sqrt((expected * (1 - expected)) / count);
  assert.ok(Math.abs(measured - expected) <= tolerance, `${what}: ${measured}, expected ${expected} ± ${tolerance}`);
}

function makePeople(options: GenerateOptions, count: number): Person[] {
  const plan = resolveGeneratePlan(options);
  const world = makeWorld(plan);
  const people: Person[] = [];
  for (let household = 0; people.length < count; household += 1) {
    world.random.reseed(plan.seed, 1, household);
    people.push(...makeHousehold(world, household));
  }
  return people;
}

test("as many records as asked, identifiers unique, counts right", () => {
  for (const asked of [1, 2, 999]) {
    const counts = emptyCounts();
    const made = [...generateFromPlan(resolveGeneratePlan({ records: asked, seed: 2 }), counts)];
    const clusters = byCluster(made);
    assert.equal(made.length, asked);
    assert.equal(new Set(made.map((record) => record.unique_id)).size, asked);
    assert.equal(counts.records, asked);
    assert.equal(counts.people, clusters.length);
    assert.equal(
      counts.truePairs,
      clusters.reduce((sum, rows) => sum + (rows.length * (rows.length - 1)) / 2, 0),
    );
  }
});

test("the same seed makes the same records, another seed others", () => {
  assert.deepEqual(make({ records: 500 }), make({ records: 500 }));
  const other = make({ records: 500, seed: 12 });
  const shared = make({ records: 500 }).filter((record, i) => record.birth_date === other[i]?.birth_date);
  assert.ok(shared.length < 10);
});

test("shares of duplicates and records a person are those asked for", () => {
  for (const [duplicateShare, recordsPerDuplicate] of [
    [0.45, 3.44],
    [0.2, 2],
    [1, 5],
  ] as const) {
    const clusters = byCluster(make({ duplicateShare, recordsPerDuplicate }));
    const several = clusters.filter((rows) => rows.length > 1);
    assertShare(several.length / clusters.length, duplicateShare, clusters.length, "duplicateShare");
    const mean = several.reduce((sum, rows) => sum + rows.length, 0) / several.length;
    assert.ok(Math.abs(mean - recordsPerDuplicate) < 0.25, `${mean} records, expected ${recordsPerDuplicate}`);
  }
});

test("one record a source where asked, and any number of sources", () => {
  const clusters = byCluster(make({ oneRecordPerSource: true, sources: 2, duplicateShare: 0.6 }));
  for (const rows of clusters) assert.equal(new Set(rows.map((record) => record.source)).size, rows.length);
  assertShare(clusters.filter((rows) => rows.length === 2).length / clusters.length, 0.6, clusters.length, "overlap");
  assert.equal(new Set(make({ sources: 12 }).map((record) => record.source)).size, 12);
});

test("without errors what never changes never differs, and stale values are past ones", () => {
  for (const rows of byCluster(make(clean))) {
    for (const field of ["birth_date", "sex", "national_id"] as const) {
      assert.equal(new Set(rows.map((record) => record[field])).size, 1);
    }
  }
  const fresh = make(clean);
  const stale = make(only("stale", 1));
  let older = 0;
  stale.forEach((record, i) => {
    assert.equal(record.cluster_id, fresh[i]?.cluster_id);
    if (record.postcode !== fresh[i]?.postcode) older += 1;
  });
  assert.ok(older > records * 0.08 && older < records * 0.6, `${older} older addresses`);
});

const measured: readonly [ErrorKind, number, keyof MadeUpRecord][] = [
  ["date-digit", 0.1, "birth_date"],
  ["year-off", 0.1, "birth_date"],
  ["sex-wrong", 0.1, "sex"],
  ["number-digit", 0.1, "national_id"],
  ["number-digit", 0.1, "phone"],
  ["typing", 0.1, "town"],
  ["placeholder", 0.1, "surname"],
];

for (const [kind, rate, field] of measured) {
  test(`${kind} falls on ${field} at its rate and on no person or other record`, () => {
    // One source, the register, whose habits leave all of these rates alone.
    const fresh = make({ ...clean, sources: 1 });
    const spoilt = make({ ...only(kind, rate), sources: 1 });
    const chances = fresh.filter((record) => record[field] !== "").length;
    const changed = fresh.filter((record, i) => record[field] !== "" && record[field] !== spoilt[i]?.[field]).length;
    // A slip can swap two equal letters and change nothing, so a little less than the rate is right.
    const slack = kind === "typing" ? 0.006 : 0;
    assertShare(changed / chances + slack / 2, rate, chances, kind);
    assert.deepEqual(
      fresh.map((record) => record.cluster_id),
      spoilt.map((record) => record.cluster_id),
    );
  });
}

test("missing values come at their rate, none at 0, more at 2", () => {
  const options = { errorRate: 0, formatDifferences: false, sources: 1 } as const;
  const full = make({ ...options, missingRate: 0 });
  for (const factor of [1, 2]) {
    const gaps = make({ ...options, missingRate: factor });
    const chances = full.filter((record) => record.national_id !== "").length;
    const empty = gaps.filter((record, i) => record.national_id === "" && full[i]?.national_id !== "").length;
    assertShare(empty / chances, 0.12 * factor, chances, "missing national_id");
  }
});

test("homes, twins and sons of their father's name are there as asked", () => {
  const people = makePeople({ records, seed: 5 }, 20_000);
  const shared = people.filter((person) => person.household !== "alone").length / people.length;
  assert.ok(Math.abs(shared - 0.78) < 0.03, `${shared} in shared homes`);
  const twins = people.filter((person) => person.isTwin);
  assert.ok(Math.abs(twins.length / people.length - 0.03) < 0.006, `${twins.length} twins`);
  const none = makePeople({ records, seed: 5, twinsShare: 0, householdShare: 0 }, 2000);
  assert.ok(none.every((person) => person.household === "alone" && !person.isTwin));
  const homes = Map.groupBy(people, (person) => person.householdNumber);
  const twin = twins.filter((person) =>
    homes
      .get(person.householdNumber)
      ?.some((other) => other !== person && other.isTwin && other.birthDay === person.birthDay),
  );
  assert.equal(twin.length, twins.length);
  const sons = people.filter((person) => person.isNamedAfterParent);
  assert.ok(sons.length > 20);
  for (const son of sons) {
    const father = homes
      .get(son.householdNumber)
      ?.find(
        (other) =>
          other !== son &&
          other.sex === "M" &&
          other.givenName === son.givenName &&
          other.birthDay < son.birthDay - 5000,
      );
    assert.ok(father);
    assert.equal(father.surnames[0]?.value === son.surnames[0]?.value || father.culture.surnamesOfBothParents, true);
  }
});

test("every age is there, homes and surnames change with the years, numbers are nobody else's", () => {
  const people = makePeople({ records, seed: 6 }, 20_000);
  const ages = people.map((person) => (20_089 - person.birthDay) / 365.25);
  const share = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length / ages.length;
  assert.ok(share(0, 18) > 0.13 && share(0, 18) < 0.25, `${share(0, 18)} minors`);
  assert.ok(share(65, 200) > 0.1 && share(65, 200) < 0.25, `${share(65, 200)} of 65 and over`);
  assert.equal(share(-100, 0) + share(105, 999), 0);
  for (const person of people) {
    for (const history of [person.homes, person.surnames, person.mobiles, person.documents]) {
      for (let i = 1; i < history.length; i += 1) assert.ok((history[i]?.from ?? 0) >= (history[i - 1]?.from ?? 0));
    }
  }
  const changedSurname = people.filter((person) => person.surnames.length > 1);
  assert.ok(changedSurname.length > people.length * 0.06);
  assert.ok(changedSurname.every((person) => person.sex === "F"));
  const numbers = people.flatMap((person) =>
    [...person.mobiles, ...person.documents].map((entry) => entry.value).concat(person.nationalId || []),
  );
  assert.equal(new Set(numbers).size, numbers.length);
});

test("cultures asked for are the ones made, and another script appears", () => {
  assert.ok(
    makePeople({ cultures: "polish=3,greek=1" }, 500).every((person) =>
      ["polish", "greek"].includes(person.culture.name),
    ),
  );
  assert.ok(make({ cultures: "russian" }).some((record) => /\p{Script=Cyrillic}/u.test(record.surname)));
});

test("dates are written as asked", () => {
  const shapes = { iso: /^\d{4}-\d\d-\d\d$/, "day-first": /^\d\d\/\d\d\/\d{4}$/, compact: /^\d{8}$/ } as const;
  for (const [dateFormat, shape] of Object.entries(shapes)) {
    for (const record of make({ records: 300, dateFormat: dateFormat as keyof typeof shapes })) {
      if (record.birth_date !== "") assert.match(record.birth_date, shape);
    }
  }
});

test("all mistakes in the options are reported together", () => {
  const wrong = { records: 0, errorRate: -1, cultures: "klingon", fields: "shoe_size", dateFormat: "roman", size: 3 };
  assert.throws(
    () => generatePeople(wrong as unknown as GenerateOptions),
    (error: unknown) => error instanceof NamesakeError && error.code === "USAGE" && error.where.length === 6,
  );
});
