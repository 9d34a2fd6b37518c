// Which column says where records come from, where nobody has said it; and that such a run, a saved model and questions in real time
// know it alike.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import { findSourceColumn } from "../../../src/linkage/standardise/findSourceColumn.ts";
import { tellApart } from "../../../src/linkage/standardise/sourcesBy.ts";
import { createRandom } from "../../../src/shared/random.ts";
import { assertIndexLinksAlike } from "../compare/plainOracle.ts";
import { type MadeUpRow, madeUpRecords, prepare, withoutColumns } from "../madeUpRecords.ts";

/** People in two waves of a list, each of whom is in either once; where they live, and who asked them, says nothing of the wave. */
function makeRows(persons: number, namesOnly = false): (MadeUpRow & { person: string })[] {
  const random = createRandom(4);
  return madeUpRecords({ records: persons, duplicateShare: 0, seed: 6 }).flatMap((row, i) => {
    const [town, clerk] = [`T${Math.floor(random() * 6)}`, () => `C${Math.floor(random() * 4)}`];
    return ["2019", "2021"]
      .filter((_, wave) => wave === i % 2 || random() < 0.6)
      .map((wave) => ({
        id: `${1000 + i}-${wave}`,
        person: String(i),
        given: row["given_name"] ?? "",
        surname: row["surname"] ?? "",
        ...(namesOnly ? {} : { born: row["birth_date"] ?? "" }),
        home: town,
        clerk: clerk(),
        round: wave,
      }));
  });
}

const types = {
  given: "givenName",
  surname: "surname",
  born: "birthDate",
  home: "code",
  clerk: "code",
  round: "code",
} as const;

test("a column in which one person's records hardly ever agree is the source; what describes a person is none", () => {
  const rows = withoutColumns(makeRows(400), "person");
  const { table, records } = prepare(rows, types);
  assert.deepEqual(findSourceColumn(table, records), { column: "round", values: ["2019", "2021"] });
  const without = prepare(withoutColumns(rows, "round"), types);
  assert.equal(findSourceColumn(without.table, without.records), null);
});

test("values by chance are no sources, unless the column is called so", () => {
  const random = createRandom(3);
  const rows = withoutColumns(makeRows(400), "person", "round").map((row) => ({
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
  const { table } = prepare(withoutColumns(makeRows(20), "person"), types);
  const told = tellApart(table, { column: "round", values: ["2021"] });
  assert.deepEqual(told.sources, ["2021", ""]);
  const absent = tellApart(table, { column: "elsewhere", values: ["a", "b"] });
  assert.ok(absent.sourceOf.every((source) => source === 2));
  assert.equal(tellApart(table, null), table);
});

test("a saved model tells records apart as the run that trained it, and an index in memory scores as both", async () => {
  const rows = makeRows(600, true);
  const input = { input: rows, threads: 1, idColumn: "id", truth: "person" };
  const out = mkdtempSync(join(tmpdir(), "namesake-test-"));
  try {
    const run = await link(input);
    assert.deepEqual(run.model.sourcesBy, { column: "round", values: ["2019", "2021"] });
    assert.ok(run.model.clustering.isOnePerSource);
    assert.ok(run.summary.notes.some((note) => note.startsWith("round serves as the source")));
    await run.write({ out, overwrite: true });
    const again = await link({ ...input, model: join(out, "model.json") });
    assert.deepEqual(again.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    assert.deepEqual(again.facts.scored.links.logOdds, run.facts.scored.links.logOdds);
    assertIndexLinksAlike(again, rows, () => "");
    const settings = JSON.parse(readFileSync(join(out, "settings.json"), "utf8")) as object;
    assert.deepEqual((settings as { input: object }).input, { id: "id", sourcesBy: "round", acrossOnly: false });
    const repeated = await link({ ...input, settings });
    assert.deepEqual(repeated.model.sourcesBy, run.model.sourcesBy);
    assert.deepEqual(repeated.facts.clusters.clusterOf, run.facts.clusters.clusterOf);
    const asked = await link({ ...input, settings: { input: { sourcesBy: null } } });
    assert.equal(asked.model.sourcesBy, null);
    const plain = await link({ ...input, settings: { clustering: { onePerSource: false } } });
    assert.equal(plain.model.sourcesBy, null);
  } finally {
    rmSync(out, { recursive: true });
  }
});
