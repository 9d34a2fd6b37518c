import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { alignColumns } from "../../../src/linkage/read/alignColumns.ts";
import { compareUtf8 } from "../../../src/linkage/read/compareUtf8.ts";
import { encodeColumns } from "../../../src/linkage/read/encodeColumns.ts";
import { loadFile } from "../../../src/linkage/read/loadFile.ts";
import { withDatabase } from "../../../src/linkage/read/openDatabase.ts";
import type { RawColumn } from "../../../src/linkage/read/rawRecords.ts";
import { readRecords } from "../../../src/linkage/read/readRecords.ts";
import type { RecordTable } from "../../../src/linkage/read/recordTable.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import { makeFiles, rowsOf } from "./temporaryFiles.ts";

/** All that a table holds, codes included. */
function contentOf(table: RecordTable) {
  return {
    ...table,
    columns: table.columns.map((column) => ({
      name: column.name,
      codes: [...column.codes],
      values: [...column.values],
    })),
    sourceOf: [...table.sourceOf],
    recordIds: [...table.recordIds],
    truth: table.truth === null ? null : [...table.truth],
  };
}

const text = fc.oneof(
  fc.constantFrom(null, "", " ", "NULL", "n/a", "Ann", "ann", "Zoë", "\ue000", "\u{1f600}", "007", "7"),
  fc.string({ unit: "grapheme", maxLength: 6 }).map((value) => value.replaceAll("\0", "").toWellFormed()),
);
const row = fc.record({ name: text, town: text, system: fc.constantFrom("s1", "s2", null) });
const rowOfAnyKeys = fc.record(
  { name: text, town: fc.constant("t"), system: fc.constant("s1"), more: text, other: text },
  { requiredKeys: ["town", "system"] },
);

test("the order of rows changes nothing in the table", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(row, rowOfAnyKeys), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      (rows, random) => {
        const numbered = rows.map((one, i) => ({ id: `k${(i * 7919) % 1000}`, ...one }));
        const shuffled = numbered
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const roles = { idColumn: "id", sourceColumn: "system", truthColumn: "town" };
        assert.deepEqual(
          contentOf(recordTableFromRows(shuffled, roles)),
          contentOf(recordTableFromRows(numbered, roles)),
        );
      },
    ),
  );
});

test("each record keeps its own identifier, source and values, in the order of source and identifier", () => {
  const source = fc.constantFrom("s2", "s1", "s10");
  const records = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), system: source, name: fc.uuid() }), {
    minLength: 1,
    maxLength: 20,
    selector: (one) => one.name,
  });
  fc.assert(
    fc.property(records, fc.boolean(), (drawn, isGloballyUnique) => {
      const named = drawn.map((one, i) => ({
        ...one,
        id: `k${one.id}#${isGloballyUnique ? i : one.system + i}`.toWellFormed(),
      }));
      const table = recordTableFromRows(named, { idColumn: "id", sourceColumn: "system" });
      const expected = named
        .map((one) => ({ "@source": one.system, "@id": one.id, name: one.name as string | null }))
        .sort((a, b) => compareUtf8(a["@source"], b["@source"]) || compareUtf8(a["@id"], b["@id"]));
      assert.deepEqual(rowsOf(table), expected);
    }),
  );
});

test("DuckDB's codes are those of the plain encoder", async (context) => {
  const folder = await makeFiles(context, {});
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      const quote = (value: string | null): string => `"${(value ?? "").replaceAll('"', '""')}"`;
      const lines = rows.map((one) => [one.name, one.town, one.system].map(quote).join(","));
      const half = Math.ceil(lines.length / 2);
      await writeFile(join(folder, "a.csv"), `name,town,system\n${lines.slice(0, half).join("\n")}\n`);
      await writeFile(join(folder, "b.csv"), `system,name,other\n${quote("s1")},${quote(rows[0]?.name ?? "")},x\n`);
      await withDatabase({ threads: 2 }, async (database) => {
        const load = async (name: string, table: string) =>
          loadFile(database, { path: join(folder, `${name}.csv`), source: name }, table);
        const loaded = [await load("a", "raw_0"), await load("b", "raw_1")];
        const { columns } = alignColumns(loaded);
        const plain = await encodeColumns({ database, loaded, columns });
        const told: RawColumn[] = [];
        const onColumn = (column: RawColumn): void => {
          told.push(column);
        };
        const large = await encodeColumns({ database, loaded, columns, onColumn, smallRecordCount: 0 });
        assert.deepEqual(told, large);
        const content = (column: (typeof plain)[number]) => [column.name, [...column.codes], [...column.values]];
        assert.deepEqual(large.map(content), plain.map(content));
      });
    }),
    { numRuns: 40 },
  );
});

test("a larger file goes through DuckDB and comes out as rows from memory do", async (context) => {
  const rows = Array.from({ length: 30_000 }, (_, i) => ({
    key: `r-${(i * 7919) % 30_000}`,
    name: `Name ${i % 977}`,
    code: i % 5 === 0 ? "" : `${i}`.padStart(6, "0"),
  }));
  const body = rows.map((one) => `${one.key},${one.name},${one.code}`).join("\n");
  const folder = await makeFiles(context, { "rows.csv": `key,name,code\n${body}\n` });
  const { table } = await readRecords({ input: join(folder, "rows.csv"), threads: 2 });
  assert.equal(table.idColumn, "key");
  assert.ok(table.columns.every((column) => column.codes.buffer instanceof SharedArrayBuffer));
  assert.deepEqual(contentOf(table), contentOf(recordTableFromRows(rows)));
});

test("row numbers stand in numeric order, sources in byte order", async () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ name: `n${i}` }));
  const { table } = await readRecords({ input: { z: rows, a: rows.slice(0, 2) } });
  assert.deepEqual(table.sources, ["a", "z"]);
  assert.deepEqual(
    rowsOf(table).map((one) => `${one["@source"]}:${one["@id"]}`),
    ["a:1", "a:2", ...rows.map((_, i) => `z:${i + 1}`)],
  );
});

test("values from memory become text as files would hold it", () => {
  const table = recordTableFromRows([
    {
      id: 1,
      born: new Date("1970-01-31T00:00:00Z"),
      seen: new Date("1970-01-31T10:00:00Z"),
      n: 10n,
      yes: true,
      none: undefined,
    },
  ]);
  assert.deepEqual(rowsOf(table), [
    {
      "@source": "rows",
      "@id": "1",
      born: "1970-01-31",
      seen: "1970-01-31T10:00:00.000Z",
      n: "10",
      yes: "true",
      none: null,
    },
  ]);
});
