// Entity search over a few made-up people: what is typed finds who is meant, in whatever way people type it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { profileColumns } from "../../../src/linkage/profile/profileColumns.ts";
import { readRecords } from "../../../src/linkage/read/readRecords.ts";
import { parseSearchText } from "../../../src/linkage/search/parseSearchText.ts";
import { type FoundTerm, SearchIndex } from "../../../src/linkage/search/searchIndex.ts";
import { planFields } from "../../../src/linkage/standardise/fieldPlan.ts";
import { addWritings } from "../../../src/linkage/standardise/findWritings.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import { writeMadeUp } from "./writeMadeUp.ts";

const people = [
  [
    "p0",
    "Jonathan",
    "Smythe",
    "1980-03-12",
    "LS1 4AB",
    "12 Mill Lane",
    "Leeds",
    "jon.smythe@example.org",
    "0113 496 0101",
  ],
  ["p1", "John", "Smith", "1980-07-01", "LS2 8JT", "3 Station Road", "Leeds", "", "0113 496 0102"],
  ["p2", "William", "Okonkwo", "1975-11-30", "M1 2AB", "77 Mill Lane", "Manchester", "", ""],
  ["p3", "Łukasz", "Kowalczyk", "1991-02-05", "B1 1AA", "5 Castle Street", "Birmingham", "", ""],
  ["p4", "Мария", "Иванова", "1988-12-24", "HU1 3QR", "9 Anlaby Road", "Hull", "", ""],
  ["p5", "Anne Marie", "van der Berg", "1969-05-06", "LS1 9ZZ", "1 Park Row", "Leeds", "", ""],
  ["p6", "شايف", "الحمادي", "1990-04-02", "LS1 9ZZ", "2 Park Row", "Homs", "", ""],
  ["p7", "Shayef", "Darwish", "1971-01-09", "LS1 9ZZ", "3 Park Row", "Himes", "", ""],
] as const;
const columns = ["id", "given_name", "surname", "birth_date", "postcode", "address", "town", "email", "phone"];

let index: SearchIndex;
let idOf: (row: number) => string;

before(async () => {
  const rows = [...people, ...writeMadeUp(400)].map((values) =>
    Object.fromEntries(columns.map((column, i) => [column, values[i] ?? ""])),
  );
  const { table } = await readRecords({ input: { people: rows }, idColumn: "id" });
  const plans = addWritings(
    planFields(profileColumns(table, {}), 2026),
    new Map([["town", { homs: "himes", himes: "himes" }]]),
  );
  const records = standardiseTable(table, plans);
  index = new SearchIndex(() => records, plans);
  index.fill(records.recordCount, () => true);
  idOf = (row) => table.recordIds.at(row);
});

interface FoundRow {
  readonly row: number;
  readonly score: number;
  readonly found: readonly (FoundTerm | null)[];
}

function search(text: string, limit = 5, columnsSeen: ReadonlySet<string> | null = null): FoundRow[] {
  const asked = parseSearchText(text, 2026).map((term) => ({ term, columns: null }));
  const ready = index.ask(asked, columnsSeen);
  return index.search(ready, { limit, accepts: () => true }).map((row) => {
    const score = index.judge(row, ready, new Float64Array(ready.terms.length));
    return { row, score, found: index.describe(row, ready) };
  });
}

const first = (text: string): string => idOf(search(text)[0]?.row ?? -1);

test("names misspelt, short, joined, in any order and script find their person", () => {
  assert.equal(first("jon smyth 1980 LS1"), "p0");
  assert.equal(first("SMITH John"), "p1");
  assert.equal(first("bill okonkwo"), "p2");
  assert.equal(first("okonkvo 1975"), "p2");
  assert.equal(first("lukasz kowalcyzk"), "p3");
  assert.equal(first("maria ivanova"), "p4");
  assert.equal(first("Иванова"), "p4");
  assert.equal(first("anne van der berg"), "p5");
  assert.equal(first("kowalcz"), "p3");
});

test("dates whole, half known, swapped and written otherwise find their person", () => {
  for (const text of ["lukasz 1991-02-05", "lukasz 5 February 1991", "lukasz 05/02/1991", "lukasz february 1991"]) {
    assert.equal(first(text), "p3", text);
  }
  const [swapped] = search("kowalczyk 1991-05-02");
  assert.equal(swapped?.found.find((found) => found?.slot === "birth_date")?.manner, "day and month swapped");
  assert.equal(first("??/12/1988 maria"), "p4");
});

test("postcodes in one piece or two, an area, a phone, its end and an e-mail find their person", () => {
  for (const text of ["LS1 4AB", "ls14ab", "0113 496 0101", "4960101", "jon.smythe@example.org"]) {
    assert.equal(first(text), "p0", text);
  }
  const ids = search("LS1", 2).map(({ row }) => idOf(row));
  assert.deepEqual(ids.sort(), ["p0", "p5"]);
  assert.equal(first("77 mill lane"), "p2");
});

test("each term says where and how it was found; what is found nowhere costs", () => {
  const [best] = search("jon smythe zzyzx");
  assert.ok(best !== undefined);
  assert.deepEqual(
    best.found.map((found) => found?.manner ?? null),
    ["nickname", "exact", null],
  );
  assert.ok(best.score < 0.8);
  assert.ok((search("jonathan smythe")[0]?.score ?? 0) > 0.99);
});

test("columns that may not be seen are not searched, and rows that are not accepted do not exist", () => {
  const seen = new Set(["given_name", "surname"]);
  assert.deepEqual(search("LS1 4AB", 5, seen), []);
  const asked = parseSearchText("smythe", 2026).map((term) => ({ term, columns: null }));
  const rows = index.search(index.ask(asked, null), { limit: 5, accepts: (row) => idOf(row) !== "p0" });
  assert.ok(rows.every((row) => idOf(row) !== "p0"));
});

test("a row that is removed is not found, and is found again when added", () => {
  const [found] = search("jon.smythe@example.org");
  assert.ok(found !== undefined);
  index.remove(found.row);
  assert.deepEqual(search("jon.smythe@example.org"), []);
  index.add(found.row);
  assert.deepEqual(search("jon.smythe@example.org")[0]?.row, found.row);
});

test("nothing asked, or nothing that could be found, finds nobody", () => {
  assert.deepEqual(search(""), []);
  assert.deepEqual(search("?? !!"), []);
  assert.deepEqual(search("xxxxxxxxxxxxqqqq"), []);
});

test("a name without vowels is found by what clerks write for it, and the other way round", () => {
  const [latin] = search("shayef hammadi");
  assert.equal(idOf(latin!.row), "p6");
  assert.ok(latin!.found.every((term) => term?.manner === "in another script"));
  assert.deepEqual(new Set(search("shaief").map(({ row }) => idOf(row))), new Set(["p6", "p7"]));
  assert.deepEqual(new Set(search("شايف").map(({ row }) => idOf(row))), new Set(["p6", "p7"]));
});

test("a place is found by each of its writings", () => {
  for (const town of ["Homs", "Himes"]) assert.equal(idOf(search(`${town} hammadi`)[0]!.row), "p6");
});
