// Sources write whole names in orders of their own: found from the names alone, whatever a lexicon knows, and read so everywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { noteRun } from "../../../src/linkage/noteRun.ts";
import type { ColumnProfile } from "../../../src/linkage/profile/columnProfile.ts";
import { profileColumns } from "../../../src/linkage/profile/profileColumns.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { planFields } from "../../../src/linkage/standardise/fieldPlan.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import type { StandardRecords } from "../../../src/linkage/standardise/standardRecords.ts";
import { seededRandom } from "./madeUpPeople.ts";

type Row = Record<string, string>;
type Write = (given: string, surnames: readonly [string, string]) => string;

const random = seededRandom(8);
/** Words that mean nothing in any language, the first of them commoner. */
const invent = (count: number, ending: string): string[] =>
  Array.from({ length: count }, () => {
    const syllable = () => `${"bdgklmnprstvz"[Math.floor(random() * 13)]}${"aeiou"[Math.floor(random() * 5)]}`;
    return `${syllable()}${syllable()}${syllable()}${ending}`;
  });
const unknown = { given: invent(60, "q"), surnames: invent(90, "x") };
const often = (words: readonly string[]): string => words[Math.floor(random() ** 2 * words.length)]!;

const people = Array.from({ length: 300 }, () => ({
  given: often(unknown.given),
  surnames: [often(unknown.surnames), often(unknown.surnames)] as const,
}));

const givenFirst: Write = (given, [surname]) => `${given} ${surname}`;
const surnameFirst: Write = (given, [surname]) => `${surname} ${given}`;

/** A street tells nothing of names, and makes a file of more than one column. */
const rowsOf = (writes: Readonly<Record<string, Write>>): Row[] =>
  Object.entries(writes).flatMap(([source, write]) =>
    people.map(({ given, surnames }, i) => {
      return { id: `${source}-${i}`, source, name: write(given, surnames), street: `${1 + (i % 90)} Oak Street` };
    }),
  );

const read = (rows: readonly Row[]) => recordTableFromRows(rows, { idColumn: "id", sourceColumn: "source" });
const namesOf = (rows: readonly Row[]): ColumnProfile =>
  profileColumns(read(rows), { types: { name: "fullName", street: "addressLine" } }).find(
    ({ name }) => name === "name",
  )!;

/** Per record its given name and surname as they are read. */
function partsOf({ fields, cells, stride }: StandardRecords, count: number): string[] {
  const field = fields.find(({ kind }) => kind === "name");
  assert.ok(field?.kind === "name");
  return Array.from({ length: count }, (_, record) =>
    [field.given, field.surname]
      .map((slot) => {
        const code = slot === null ? -1 : cells[record * stride + slot.position]!;
        return code < 0 ? "" : field.dictionary.strings.at(code);
      })
      .join(" | "),
  );
}

test("two sources with names in other orders are read each in its own", () => {
  const rows = rowsOf({ roll: surnameFirst, members: givenFirst });
  const { nameOrders = {} } = namesOf(rows);
  assert.deepEqual(Object.keys(nameOrders).toSorted(), ["members", "roll"]);
  assert.notEqual(nameOrders["roll"], nameOrders["members"]);
  const table = read(rows);
  const plans = planFields(profileColumns(table, { types: { name: "fullName", street: "addressLine" } }), 2026);
  const parts = partsOf(standardiseTable(table, plans), table.recordCount);
  const [ofRoll, ofMembers] = [parts.slice(0, people.length), parts.slice(people.length)];
  assert.deepEqual(ofRoll, ofMembers);
});

test("sources of one order, and few names, are read as the column", () => {
  assert.equal(namesOf(rowsOf({ roll: givenFirst, members: givenFirst })).nameOrders, undefined);
  const few = rowsOf({ roll: surnameFirst }).concat(rowsOf({ members: givenFirst }).slice(0, 12));
  assert.equal(namesOf(few).nameOrders, undefined);
});

test("two surnames are known where they stand first too", () => {
  const orders = namesOf(
    rowsOf({
      roll: (given, [one, other]) => `${one} ${other} ${given}`,
      members: (given, [one, other]) => `${given} ${one} ${other}`,
    }),
  ).nameOrders;
  const known = Object.values(orders ?? {}).toSorted();
  assert.deepEqual(known, ["twoSurnames", "twoSurnamesFirst"]);
});

test("names of no fixed order are read each by its words", () => {
  let turn = 0;
  const either: Write = (given, surnames) => (turn++ % 10 < 3 ? surnameFirst : givenFirst)(given, surnames);
  const rows = rowsOf({ roll: surnameFirst, members: either });
  const { nameWords } = namesOf(rows);
  assert.deepEqual(nameWords?.onlySources, ["members"]);
  const table = read([
    ...rows,
    { id: "x1", source: "members", name: `${people[0]!.surnames[0]} J`, street: "1 Oak Street" },
    { id: "x2", source: "members", name: `J ${people[0]!.surnames[0]}`, street: "1 Oak Street" },
  ]);
  const plans = planFields(profileColumns(table, { types: { name: "fullName", street: "addressLine" } }), 2026);
  const ids = [...table.recordIds];
  const parts = new Map(partsOf(standardiseTable(table, plans), table.recordCount).map((part, at) => [ids[at]!, part]));
  const alike = people.filter((_, i) => parts.get(`roll-${i}`) === parts.get(`members-${i}`)).length;
  assert.ok(alike > 0.97 * people.length, `${alike} of ${people.length} are read alike`);
  const initials = `j | ${people[0]!.surnames[0]}`;
  assert.deepEqual([parts.get("x1"), parts.get("x2")], [initials, initials]);
  // One source alone, of names that the lexicon knows.
  const known = {
    given: "James Mary Robert Linda David Susan Peter Karen Barbara Michael".split(" "),
    surnames: "Smith Jones Taylor Brown Wilson Evans Walker White Johnson Robinson".split(" "),
  };
  const single = Array.from({ length: 240 }, (_, i) => {
    const [own, family] = [known.given[i % 10]!, known.surnames[(i * 3 + ((i / 10) | 0)) % 10]!];
    return { id: String(i), name: i % 4 === 0 ? `${family} ${own}` : `${own} ${family}`, street: `${i} Elm Road` };
  });
  const [one] = profileColumns(recordTableFromRows(single, { idColumn: "id" }), {
    types: { name: "fullName", street: "addressLine" },
  });
  assert.equal(one?.nameWords?.onlySources, undefined);
  assert.ok(one?.nameWords?.given.includes("mary") && one.nameWords.surname.includes("smith"));
});

test("a run says it, and a record in real time is read in the order of its source", async () => {
  const names = {
    given: "James Mary Robert Linda David Susan Peter Karen".split(" "),
    surnames: "Smith Jones Taylor Brown Wilson Evans Walker White".split(" "),
  };
  const rows = ["roll", "members"].flatMap((source) =>
    Array.from({ length: 200 }, (_, i) => {
      const given = `${names.given[i % 8]!}${i % 3 === 0 ? "a" : ""}`;
      const surname = `${names.surnames[(i * 5 + (i >> 3)) % 8]!}${i % 5 === 0 ? "son" : ""}`;
      const name = source === "roll" ? `${surname} ${given}` : `${given} ${surname}`;
      return { id: `${source}-${i}`, source, name, street: `${i} Oak Street` };
    }),
  );
  const { facts } = await link({ input: rows, idColumn: "id", sourceColumn: "source", threads: 1 });
  const notes = noteRun(facts).join("\n");
  assert.match(notes, /Names in name are read as sources write them: .*the surname first in roll/);
  const index = new LiveIndex(facts.model);
  const { records } = index.standardise([{ name: "Zabo Kerin" }, { name: "Kerin Zabo" }], ["roll", "members"]);
  assert.deepEqual(partsOf(records, 2), ["kerin | zabo", "kerin | zabo"]);
});
