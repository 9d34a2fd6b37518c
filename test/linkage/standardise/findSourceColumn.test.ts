// Which column says where records come from, where nobody has said it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findSourceColumn } from "../../../src/linkage/standardise/findSourceColumn.ts";
import { tellApart } from "../../../src/linkage/standardise/sourcesBy.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { prepare, withoutColumns } from "../madeUpRecords.ts";
import { recordsOfWaves } from "./recordsOfWaves.ts";

const types = {
  given: "givenName",
  surname: "surname",
  born: "birthDate",
  home: "code",
  clerk: "code",
  round: "code",
} as const;

test("a column in which one person's records hardly ever agree is the source; what describes a person is none", () => {
  const rows = withoutColumns(recordsOfWaves(400), "person");
  const { table, records } = prepare(rows, types);
  assert.deepEqual(findSourceColumn(table, records), { column: "round", values: ["2019", "2021"] });
  const without = prepare(withoutColumns(rows, "round"), types);
  assert.equal(findSourceColumn(without.table, without.records), null);
});

test("values by chance are no sources, unless the column is called so", () => {
  const random = createRandom(3);
  const rows = withoutColumns(recordsOfWaves(400), "person", "round").map((row) => ({
    ...row,
    v9: random() < 0.5 ? "a" : "b",
  }));
  const by = (name: string) => {
    const named = rows.map(({ v9, ...row }) => ({ ...row, [name]: v9 }));
    const { table, records } = prepare(named, { ...types, [name]: "notForMatching" });
    return findSourceColumn(table, records)?.column ?? null;
  };
  assert.equal(by("v9"), null);
  const few = rows.slice(0, 40);
  const { table, records } = prepare(
    few.map(({ v9, ...row }) => ({ ...row, Quelle: v9 })),
    types,
  );
  assert.equal(findSourceColumn(table, records)?.column, "Quelle");
});

test("answers without names tell waves apart too", () => {
  const random = createRandom(12);
  const draw = (size: number): string => String(1 + Math.floor(random() * size));
  const columns = ["sex", "region", "school", "status", "rooms", "branch", "year"] as const;
  const sizes = [2, 20, 6, 5, 9, 30, 60];
  const rows = Array.from({ length: 900 }, (_, i) => {
    const own = Object.fromEntries(columns.map((name, at) => [name, draw(sizes[at]!)]));
    return ["first", "second"]
      .filter((_, wave) => wave === i % 2 || random() < 0.7)
      .map((wave) => ({ id: `${i}-${wave}`, ...own, school: random() < 0.1 ? draw(6) : own["school"]!, wave }));
  }).flat();
  const { table, records } = prepare(rows, Object.fromEntries([...columns, "wave"].map((name) => [name, "code"])));
  assert.equal(findSourceColumn(table, records)?.column, "wave");
});

test("records of other values, or of none, are one more source", () => {
  const { table } = prepare(withoutColumns(recordsOfWaves(20), "person"), types);
  const told = tellApart(table, { column: "round", values: ["2021"] });
  assert.deepEqual(told.sources, ["2021", ""]);
  const absent = tellApart(table, { column: "elsewhere", values: ["a", "b"] });
  assert.ok(absent.sourceOf.every((source) => source === 2));
  assert.equal(tellApart(table, null), table);
});
