// Ages of two censuses become ages of one day, as far as people of one name show how far apart the days are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { alignAges } from "../../../src/linkage/standardise/alignAges.ts";
import type { ColumnPlan, FieldPlan } from "../../../src/linkage/standardise/fieldPlan.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { madeUpRecords, plansOf } from "../madeUpRecords.ts";

const types = { given_name: "givenName", surname: "surname", age: "age" } as const;

interface Made {
  readonly people?: number;
  /** Years from the first census to the second. */
  readonly apart: number;
  /** Whether the second says when people were born instead of how old they are. */
  readonly asBirthYears?: boolean;
  /** Whether the second has the people of the first. */
  readonly isSame?: boolean;
}

/** Two censuses of made-up people, ages wrong by a year at times and unknown to some. */
function censuses({ people = 400, apart, asBirthYears = false, isSame = true }: Made): Record<string, string>[] {
  const random = createRandom(11);
  const first = madeUpRecords({ records: people * 3, seed: 3, errorRate: 0, duplicateShare: 0 });
  const named = first.filter(({ given_name, surname }) => given_name && surname);
  return Array.from({ length: people }, (_, i) => [i, isSame ? i : i + people]).flatMap((pair) => {
    const age = Math.floor(random() * 70);
    return pair.map((person, census) => {
      const { given_name = "", surname = "" } = named[person] ?? {};
      const own = isSame || census === 0 ? age : Math.floor(random() * 70);
      const now = own + census * apart + (random() < 0.2 ? 1 : 0);
      const shown: Record<string, string> =
        random() < 0.05 ? {} : census === 1 && asBirthYears ? { born: String(1911 - now) } : { age: String(now) };
      return { id: `${census}-${person}`, source: `census ${census}`, given_name, surname, ...shown };
    });
  });
}

const read = (rows: readonly Record<string, string>[]) =>
  recordTableFromRows(rows, { idColumn: "id", sourceColumn: "source" });

function agesOf(plans: readonly FieldPlan[]): ColumnPlan[] {
  return plans.filter(({ kind }) => kind === "number").flatMap(({ columns }) => [...columns]);
}

test("ages ten years apart are brought to the day of the source that has more", () => {
  const rows = censuses({ apart: 10 });
  rows.push({ id: "1-x", source: "census 1", given_name: "Ada", surname: "Archer", age: "40" });
  const [age] = agesOf(alignAges(plansOf(types), read(rows), 2026));
  const [fewer = "census 0"] = Object.keys(age?.yearsBySource ?? {});
  assert.deepEqual(age?.yearsBySource, { [fewer]: fewer === "census 0" ? 10 : -10 });
});

test("ages of one day, of strangers and of few namesakes stay as they are", () => {
  const plans = plansOf(types);
  for (const made of [{ apart: 0 }, { apart: 1 }, { apart: 10, isSame: false }, { apart: 10, people: 30 }]) {
    assert.equal(alignAges(plans, read(censuses(made)), 2026), plans, JSON.stringify(made));
  }
  const oneSource = censuses({ apart: 10 }).map((row) => ({ ...row, source: "both" }));
  assert.equal(alignAges(plans, read(oneSource), 2026), plans);
});

test("birth years beside ages are compared as ages", () => {
  const rows = censuses({ apart: 10, asBirthYears: true });
  const plans = alignAges(plansOf({ ...types, born: "birthYear" }), read(rows), 2026);
  assert.deepEqual(
    plans.map(({ kind }) => kind),
    ["name", "number"],
  );
  const [, born] = agesOf(plans);
  // The first census was taken ten years before 1911; a year more or less is the errors' own.
  assert.ok(Math.abs((born?.ageIn ?? 0) - 1901) <= 1, `${born?.ageIn}`);
  // Where records have both, they say one thing twice, as elsewhere.
  const both = rows.map(({ age, born, ...row }) => {
    const [own = 40, year = 1901 - own] = [age && Number(age), born && Number(born)].map((n) => n || undefined);
    return { ...row, age: String(own), born: String(year) };
  });
  const kept = plansOf({ ...types, born: "birthYear" });
  assert.equal(alignAges(kept, read(both), 2026), kept);
});

test("ages of waves without names are aligned by people of the same codes", () => {
  const random = createRandom(6);
  const codes = ["region", "town", "school", "job", "tenure"] as const;
  const people = Array.from({ length: 600 }, () => ({
    age: 15 + Math.floor(random() * 60),
    answers: codes.map(() => String(Math.floor(random() * 9))),
  }));
  const rows = people.flatMap(({ age, answers }, i) =>
    [0, 1].map((wave): Record<string, string> => {
      const given = answers.map((answer, at) => [codes[at], random() < 0.05 ? "9" : answer]);
      return { id: `${wave}-${i}`, source: `wave ${wave}`, age: String(age + 3 * wave), ...Object.fromEntries(given) };
    }),
  );
  const ofCodes = Object.fromEntries(codes.map((code) => [code, "code" as const]));
  const [age] = agesOf(alignAges(plansOf({ ...ofCodes, age: "age" }), read(rows), 2026));
  assert.equal(Math.abs(Object.values(age?.yearsBySource ?? {})[0] ?? 0), 3);
  // Few codes make strangers alike.
  const few = plansOf({ region: "code", age: "age" });
  assert.equal(alignAges(few, read(rows), 2026), few);
});

/** Per record identifier the text of its only number. */
function numbersOf({ fields, cells, stride }: StandardRecords, ids: readonly string[]): Record<string, string> {
  const field = fields.find(({ kind }) => kind === "number");
  assert.ok(field?.kind === "number");
  return Object.fromEntries(
    ids.map((id, record) => {
      const code = cells[record * stride + field.slot.position]!;
      return [id, code < 0 ? "" : field.dictionary.strings.at(code)];
    }),
  );
}

test("what is added goes by the record's source; what is no number stays, placeholders go", () => {
  const [name, number] = plansOf(types);
  assert.ok(name !== undefined && number !== undefined);
  const moved = { yearsBySource: { old: 10 }, placeholders: ["99"] };
  const [column] = number.columns;
  const birth = { ...column!, column: "born", type: "birthYear", ageIn: 1911 } as const;
  const plans = [name, { ...number, columns: [{ ...column!, ...moved }, birth] }];
  const rows = [
    { id: "a", source: "old", surname: "Lee", age: "20" },
    { id: "b", source: "new", surname: "Lee", age: "20" },
    { id: "c", source: "old", surname: "Lee", age: "99" },
    { id: "d", source: "old", surname: "Lee", born: "1880" },
    { id: "e", source: "new", surname: "Lee", age: "x" },
    { id: "f", source: "constructor", surname: "Lee", age: "20" },
  ];
  const table = read(rows);
  assert.deepEqual(numbersOf(standardiseTable(table, plans), [...table.recordIds]), {
    a: "30",
    b: "20",
    c: "",
    d: "31",
    e: "",
    f: "20",
  });
});

test("a record in real time has the age of its source", async () => {
  const { link } = await import("../../../src/linkage/link.ts");
  const rows = censuses({ apart: 10 });
  const { facts } = await link({ input: rows, idColumn: "id", sourceColumn: "source", threads: 1 });
  const index = new LiveIndex(facts.model);
  const [plan] = agesOf(facts.model.fields);
  const source = Object.keys(plan?.yearsBySource ?? {})[0] ?? "";
  const years = plan?.yearsBySource?.[source] ?? 0;
  assert.equal(Math.abs(years), 10);
  const { records } = index.standardise([{ age: "40" }, { age: "40" }, { age: "40" }], [source, "another"]);
  assert.deepEqual(numbersOf(records, ["own", "other", "none"]), {
    own: String(40 + years),
    other: "40",
    none: "40",
  });
});
