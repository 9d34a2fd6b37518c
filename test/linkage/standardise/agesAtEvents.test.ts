// Ages at visits, voyages and deaths become years of birth, as far as people of one name show that these stay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { collectFrequencies } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "../../../src/linkage/compare/pairComparer.ts";
import { link } from "../../../src/linkage/link.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { noteRun } from "../../../src/linkage/noteRun.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { alignAges } from "../../../src/linkage/standardise/alignAges.ts";
import type { FieldPlan } from "../../../src/linkage/standardise/fieldPlan.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { madeUpRecords, plansOf } from "../madeUpRecords.ts";

type Row = Record<string, string>;

interface Person {
  readonly given_name: string;
  readonly surname: string;
  /** With a fraction: an age is that of the last birthday. */
  readonly born: number;
}

function people(count: number): Person[] {
  const random = createRandom(5);
  return madeUpRecords({ records: count * 3, seed: 3, errorRate: 0, duplicateShare: 0 })
    .filter(({ given_name, surname }) => given_name && surname)
    .slice(0, count)
    .map(({ given_name = "", surname = "" }) => ({ given_name, surname, born: 1940 + random() * 60 }));
}

const day = (time: number): string => {
  const month = 1 + Math.floor((time % 1) * 12);
  return `${Math.floor(time)}-${String(month).padStart(2, "0")}-15`;
};

/** Two visits of each, ages as they were then; `isSame`: the second visitor has the name alone in common. */
function visits(isSame = true, source = (_: number): string => "clinic"): Row[] {
  const random = createRandom(9);
  const all = people(400);
  return all.flatMap(({ given_name, surname, born }, i) =>
    [0, 1].map((visit) => {
      const time = 2004 + random() * 20;
      const own = isSame || visit === 0 ? born : all[(i + 57) % all.length]!.born;
      const age = String(Math.max(0, Math.floor(time - own)));
      return { id: `${i}-${visit}`, source: source(visit), given_name, surname, age, seen: day(time) };
    }),
  );
}

const read = (rows: readonly Row[]) => recordTableFromRows(rows, { idColumn: "id", sourceColumn: "source" });
const types = { given_name: "givenName", surname: "surname", age: "age" } as const;
const agesOf = (plans: readonly FieldPlan[]) => plans.find(({ kind }) => kind === "number")?.columns ?? [];

test("ages at visits of one person are those of the visits' dates", () => {
  const plans = alignAges(plansOf(types), read(visits()), 2026);
  assert.deepEqual(
    agesOf(plans).map(({ column, event }) => [column, event?.column]),
    [["age", "seen"]],
  );
});

test("a date that was taken for that of birth is the visits'", () => {
  const plans = alignAges(plansOf({ ...types, seen: "birthDate" }), read(visits()), 2026);
  assert.deepEqual(
    plans.map(({ kind }) => kind),
    ["name", "number"],
  );
  assert.equal(agesOf(plans)[0]?.event?.column, "seen");
});

test("namesakes, ages of one day and dates of something else change nothing", () => {
  const plans = plansOf(types);
  assert.equal(alignAges(plans, read(visits(false)), 2026), plans);
  const ageNow = visits().map((row, at, rows) => ({ ...row, age: rows[at - (at % 2)]!["age"]! }));
  assert.equal(alignAges(plans, read(ageNow), 2026), plans);
  const random = createRandom(2);
  const other = visits().map((row) => ({ ...row, seen: day(1990 + random() * 30) }));
  assert.equal(alignAges(plans, read(other), 2026), plans);
});

/** Births with their dates, and deaths with ages at death, months for infants; the ages of some are not known. */
function registers(): Row[] {
  const random = createRandom(4);
  return people(400).flatMap(({ given_name, surname, born }, i) => {
    const died = born + random() * 25;
    const months = Math.floor((died - born) * 12);
    const age = random() < 0.1 ? "" : months < 24 ? `${months} months` : String(Math.floor(months / 12));
    return [
      { id: `b${i}`, source: "births", given_name, surname, event: day(born), age: "" },
      { id: `d${i}`, source: "deaths", given_name, surname, event: day(died), age },
    ];
  });
}

/** Per record identifier the text of its only number, and whether it has a date. */
function numbersOf({ fields, cells, stride }: StandardRecords, ids: readonly string[]): Record<string, string> {
  const number = fields.find(({ kind }) => kind === "number");
  const date = fields.find(({ kind }) => kind === "date");
  assert.ok(number?.kind === "number" && date?.kind === "date");
  return Object.fromEntries(
    ids.map((id, record) => {
      const code = cells[record * stride + number.slot.position]!;
      const hasDate = cells[record * stride + date.slot.position]! >= 0;
      return [id, `${code < 0 ? "none" : number.dictionary.strings.at(code)}${hasDate ? ", date" : ""}`];
    }),
  );
}

test("dates of a source without ages are those of birth, and of the others nobody's", () => {
  const rows = registers();
  const plans = alignAges(plansOf({ ...types, event: "birthDate" }), read(rows), 2026);
  const [birth] = plans.find(({ kind }) => kind === "date")?.columns ?? [];
  assert.deepEqual([birth?.column, birth?.onlySources], ["event", ["births"]]);
  const few = [
    { id: "born", source: "births", surname: "Lee", event: "1950-03-02", age: "" },
    { id: "died", source: "deaths", surname: "Lee", event: "1970-03-02", age: "19" },
    { id: "infant", source: "deaths", surname: "Lee", event: "1970-03-02", age: "7 months" },
    { id: "unknown", source: "deaths", surname: "Lee", event: "1970-03-02", age: "" },
    { id: "undated", source: "deaths", surname: "Lee", event: "", age: "19" },
    { id: "adult", source: "deaths", surname: "Lee", event: "1970-03-02", age: "adult" },
  ];
  const table = read(few);
  assert.deepEqual(numbersOf(standardiseTable(table, plans), [...table.recordIds]), {
    born: "by birth date: 1950, date",
    died: "1951",
    infant: "1970",
    unknown: "none",
    undated: "none",
    adult: "none",
  });
});

test("a number by a birth date is compared with ages alone", () => {
  const plans = alignAges(plansOf({ ...types, event: "birthDate" }), read(registers()), 2026);
  const records = standardiseTable(
    read([
      { id: "0", source: "births", surname: "Lee", event: "1951-03-02", age: "" },
      { id: "1", source: "births", surname: "Lee", event: "1951-07-09", age: "" },
      { id: "2", source: "deaths", surname: "Lee", event: "1970-03-02", age: "19" },
      { id: "3", source: "deaths", surname: "Lee", event: "1970-11-02", age: "20" },
    ]),
    plans,
  );
  const comparer = new PairComparer(records, alignFrequencies(records, collectFrequencies(records)));
  const at = comparer.comparisons.findIndex(({ kind }) => kind === "number");
  const levelOf = (left: number, right: number): number => comparer.compare(left, right).levels[at]!;
  assert.deepEqual([levelOf(0, 1), levelOf(0, 2), levelOf(2, 1), levelOf(0, 3), levelOf(2, 3)], [0, 1, 1, 2, 2]);
});

test("ages at events are the same in real time, and the run says what was done", async () => {
  const { facts } = await link({ input: registers(), idColumn: "id", sourceColumn: "source", threads: 1 });
  const notes = noteRun(facts).join("\n");
  assert.match(notes, /Ages \(age\) are compared as years of birth, that of event less the age/);
  assert.match(notes, /Dates in event are those of birth in births/);
  const index = new LiveIndex(facts.model);
  const values = [
    { event: "1950-03-02" },
    { event: "1970-03-02", age: "19" },
    { event: "1970-03-02" },
    { event: "1970-03-02", age: "19" },
  ];
  const { records } = index.standardise(values, ["births", "deaths", "deaths"]);
  assert.deepEqual(numbersOf(records, ["born", "died", "unknown", "nobody's"]), {
    born: "by birth date: 1950, date",
    died: "1951",
    unknown: "none",
    "nobody's": "1951",
  });
});
