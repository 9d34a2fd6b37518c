// Under a given model a record's comparable values and block keys are those of the record alone: whatever other records
// are standardised with it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { listAtoms } from "../../../src/linkage/block/atoms.ts";
import { createRule, KeyMaker } from "../../../src/linkage/block/blockingRule.ts";
import { frequencyKey, namedSlots } from "../../../src/linkage/compare/frequencies.ts";
import { alignFrequencies } from "../../../src/linkage/compare/pairComparer.ts";
import { link } from "../../../src/linkage/link.ts";
import type { Model } from "../../../src/linkage/model.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { standardiseForModel } from "../../../src/linkage/standardise/standardiseForModel.ts";
import {
  isTokenField,
  type StandardRecords,
  type TokenField,
} from "../../../src/linkage/standardise/standardRecords.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../madeUpRecords.ts";

const separate = withoutColumns(madeUpRecords({ records: 240, seed: 23, errorRate: 2 }), "cluster_id", "source");

/** The same people as another system might hold them: one name, two-digit years, an address over two columns. */
const joined = separate.map((row, i): MadeUpRow => {
  const { unique_id = "", given_name = "", middle_name = "", surname = "", birth_date = "" } = row;
  const [year = "", month = "", day = ""] = birth_date.split("-");
  const names = [given_name, middle_name, surname].filter((name) => name !== "");
  return {
    unique_id,
    full_name: i % 3 === 0 ? `${surname}, ${given_name}` : names.join(" "),
    date_of_birth: birth_date === "" ? "" : `${day}/${month}/${i % 4 === 0 ? year : year.slice(2)}`,
    address_1: row.address_line_1 ?? "",
    address_2: row.town ?? "",
    employer: ["Smith and Sons Ltd", "Town Hospital", "", "Sons of Smith"][i % 4] ?? "",
    mobile: row.phone ?? "",
    mothers_name: ["Mary Byrne", "", "Mary Anne Byrne", "Noor Haddad"][i % 4] ?? "",
    email: row.email ?? "",
  };
});

const models = new Map<string, Model>();
before(async () => {
  for (const [name, rows] of [
    ["separate columns", separate],
    ["joined columns", joined],
  ] as const) {
    const settings = { currentYear: 2031 };
    models.set(name, (await link({ input: rows, idColumn: "unique_id", threads: 1, settings })).model);
  }
});

const tokensOf = (field: TokenField, code: number): string =>
  [...field.tokens.subarray(field.tokenOffsets[code], field.tokenOffsets[code + 1])]
    .map((token) => field.tokenDictionary.strings.at(token))
    .join(" ");

/** What the cells of a record say, slot by slot; tokens in the order in which sums run over them. */
function describeCells({ cells, stride, fields }: StandardRecords, record: number): string[] {
  return fields.flatMap((field) =>
    namedSlots(field).map(({ name, slot }) => {
      const code = cells[record * stride + slot.position] ?? -1;
      if (code < 0) return `${name}: none`;
      const tokens = isTokenField(field) ? tokensOf(field, code) : "";
      return `${name}: ${frequencyKey(field, code)} ${tokens}`;
    }),
  );
}

/** By identifier of the record: values of all slots, then keys under every atom and every rule of two atoms of the model. */
function describeRecords(rows: readonly MadeUpRow[], model: Model): Map<string, string[]> {
  const table = recordTableFromRows(rows, { idColumn: "unique_id" });
  const records = standardiseForModel(table, model);
  const atoms = listAtoms(records.fields, alignFrequencies(records, model.frequencies));
  const rules = [...atoms.map((atom) => [atom]), ...atoms.slice(1).map((atom, i) => [atoms[i] ?? atom, atom])];
  const makers = rules.map((rule) => ({ ...createRule(rule), maker: new KeyMaker(records, createRule(rule)) }));
  return new Map(
    Array.from({ length: records.recordCount }, (_, record) => {
      const keys = makers.map(({ name, maker }) => `${name}: ${maker.keys.slice(0, maker.make(record)).join(" ")}`);
      return [table.recordIds.at(record), [...describeCells(records, record), ...keys]];
    }),
  );
}

for (const [name, rows] of [
  ["separate columns", separate],
  ["joined columns", joined],
] as const) {
  test(`${name}: the values and keys of a record are the same among any other records, and alone`, () => {
    const model = models.get(name);
    assert.ok(model !== undefined);
    const among = describeRecords(rows, model);
    const all = [...among.values()].flat();
    for (const { name: field } of model.fields)
      assert.ok(
        all.some((line) => line.startsWith(field)),
        field,
      );
    const some = fc.oneof(
      fc.subarray([...rows], { minLength: 1 }),
      fc.constantFrom(...rows).map((row) => [row]),
    );
    fc.assert(
      fc.property(some, (kept) => {
        for (const [id, described] of describeRecords(kept, model)) assert.deepEqual(described, among.get(id));
      }),
      { numRuns: 40 },
    );
  });
}

test("a birth date of a two-digit year is read by the model's year, whatever the year now", () => {
  const model = models.get("joined columns");
  assert.ok(model !== undefined);
  const plan = model.fields.find(({ kind }) => kind === "date")?.columns[0];
  assert.equal(plan?.latestYear, 2031);
  const at = (latestYear: number): string | undefined => {
    const fields = model.fields.map((field) => ({
      ...field,
      columns: field.columns.map((column) => (column.type === "birthDate" ? { ...column, latestYear } : column)),
    }));
    const row = { unique_id: "1", date_of_birth: "01/02/31" };
    return describeRecords([row], { ...model, fields })
      .get("1")
      ?.find((line) => line.startsWith("birth_date:"));
  };
  assert.deepEqual(
    [at(2026), at(2031), at(2050)],
    ["birth_date: 19310201 ", "birth_date: 20310201 ", "birth_date: 20310201 "],
  );
});
