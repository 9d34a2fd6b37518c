// Threads change no field: those built on two threads are those built here, slots and strings included.
import assert from "node:assert/strict";
import { test } from "node:test";
import { planComparisons } from "../../../src/linkage/compare/comparison.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import {
  completeTable,
  fitToModel,
  standardiseForModel,
} from "../../../src/linkage/standardise/standardiseForModel.ts";
import { standardiseOnTeam } from "../../../src/linkage/standardise/standardiseOnTeam.ts";
import { standardiseTable } from "../../../src/linkage/standardise/standardiseTable.ts";
import { createTeam } from "../../../src/linkage/team/createTeam.ts";
import { madeUpRecords, madeUpTypes, plansOf } from "../madeUpRecords.ts";

const rows = madeUpRecords({ records: 300, seed: 5, errorRate: 2 }).map((row, i) =>
  i % 50 === 0 ? { ...row, surname: "Archer Jr" } : row,
);
const table = recordTableFromRows(rows, { idColumn: "unique_id", sourceColumn: "source" });
const plans = plansOf({ ...madeUpTypes, nationality: "nationality" });

test("fields built on threads are those built on one", async () => {
  const team = createTeam(2);
  try {
    const alone = standardiseTable(table, plans);
    assert.ok(alone.fields.length > 8 && alone.fields.some(({ kind }) => kind === "suffix"));
    assert.deepEqual(await standardiseOnTeam(table, plans, team, 0), alone);
    assert.deepEqual(await standardiseOnTeam(table, plans, team), alone);
  } finally {
    await team.close();
  }
});

test("records fitted to a model afterwards are those standardised for it", () => {
  const records = standardiseTable(table, plans);
  const comparisons = planComparisons(records.fields).map(({ name, kind }) => ({ name, kind }));
  const model = { fields: plans, sourcesBy: null, scoring: { comparisons } } as unknown as Parameters<
    typeof standardiseForModel
  >[1];
  const some = { ...table, columns: table.columns.filter(({ name }) => name !== "email") };
  const fitted = fitToModel(standardiseTable(completeTable(some, model), plans), model);
  assert.deepEqual(fitted, standardiseForModel(some, model));
  assert.equal(fitted.fields.length, records.fields.length);
});
