import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { readRecords } from "../../../src/linkage/read/readRecords.ts";
import { recordTableFromRows } from "../../../src/linkage/read/recordTableFromRows.ts";
import type { OutputColumn, TablePiece } from "../../../src/linkage/write/outputColumn.ts";
import { writeClusters } from "../../../src/linkage/write/writeClusters.ts";
import { writeLinks } from "../../../src/linkage/write/writeLinks.ts";
import { writePieces } from "../../../src/linkage/write/writePieces.ts";
import { writeRejects } from "../../../src/linkage/write/writeRejects.ts";
import { writeTablePieces } from "../../../src/linkage/write/writeTable.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { PackedStrings } from "../../../src/shared/packedStrings.ts";
import { makeFiles } from "../read/temporaryFiles.ts";

const one = recordTableFromRows([{ id: "a,1" }, { id: 'b"2' }, { id: "c" }], { idColumn: "id" });
const several = recordTableFromRows(
  [
    { id: "a", s: "x" },
    { id: "b", s: "y" },
  ],
  { idColumn: "id", sourceColumn: "s" },
);
const links = {
  count: 2,
  left: Int32Array.of(0, 0),
  right: Int32Array.of(1, 2),
  columns: [
    { name: "match_weight", type: "float" as const, values: Float64Array.of(12.5, -1e-9) },
    { name: "level_name", type: "text" as const, values: Int32Array.of(1, -1), labels: ["else", "exact, tf"] },
    { name: "rule", type: "int" as const, values: Int32Array.of(3, 0) },
    { name: "tf", type: "float" as const, values: Float32Array.of(0.1, Number.NaN) },
  ],
};

async function readParquet(path: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = (await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)).getRows();
  connection.closeSync();
  return rows;
}

test("clusters are written with every record once, sources where there are several", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "clusters.csv");
  const clusterIds = PackedStrings.from(["p1", "p2"]);
  await writeClusters({ path, format: "csv", table: one, clusterOf: Int32Array.of(0, 0, 1), clusterIds });
  assert.equal(await readFile(path, "utf8"), 'record_id,cluster_id\n"a,1",p1\n"b""2",p1\nc,p2\n');
  await writeClusters({ path, format: "csv", table: several, clusterOf: Int32Array.of(1, 0), clusterIds });
  assert.equal(await readFile(path, "utf8"), "source,record_id,cluster_id\nx,a,p2\ny,b,p1\n");
  await writeClusters({ path, format: "parquet", table: several, clusterOf: Int32Array.of(1, 0), clusterIds });
  assert.deepEqual(await readParquet(path), [
    ["x", "a", "p2"],
    ["y", "b", "p1"],
  ]);
});

test("links are written with their columns, the same bytes each time", async (context) => {
  const folder = await makeFiles(context, {});
  const csv = join(folder, "links.csv");
  await writeLinks({ path: csv, format: "csv", table: one, links });
  assert.equal(
    await readFile(csv, "utf8"),
    'record_id_left,record_id_right,match_weight,level_name,rule,tf\n"a,1","b""2",12.5,"exact, tf",3,0.1\n"a,1",c,-1e-9,,0,\n',
  );
  const parquet = [join(folder, "1.parquet"), join(folder, "2.parquet")];
  for (const path of parquet) await writeLinks({ path, format: "parquet", table: one, links });
  assert.deepEqual(await readParquet(parquet[0] as string), [
    ["a,1", 'b"2', 12.5, "exact, tf", 3n, 0.1],
    ["a,1", "c", -1e-9, null, 0n, null],
  ]);
  assert.ok((await readFile(parquet[0] as string)).equals(await readFile(parquet[1] as string)));
  await writeLinks({ path: csv, format: "csv", table: several, links: { ...links, count: 1 } });
  assert.match(await readFile(csv, "utf8"), /^source_left,record_id_left,source_right,record_id_right,.*\nx,a,y,b,/);
  await writeLinks({ path: parquet[0] as string, format: "parquet", table: one, links: { ...links, count: 0 } });
  assert.deepEqual(await readParquet(parquet[0] as string), []);
});

test("many rows reach Parquet piece by piece, as they reach CSV", async (context) => {
  const folder = await makeFiles(context, {});
  const texts = ["", "plain", 'with "quotes", commas', "Äpfel"];
  const labels = ["exact", "", "it's", "exact"];
  const pieces = [3000, 1, 2048].map((rowCount, piece): TablePiece => {
    const columns: OutputColumn[] = [
      { name: "text", type: "text", texts, indexOf: (row) => ((row + piece) % 5) - 1 },
      { name: "packed", type: "text", texts: PackedStrings.from(texts), indexOf: (row) => (row >> 1) % 4 },
      { name: 'label "x"', type: "label", labels, indexOf: (row) => ((row * 7 + piece) % 5) - 1 },
      { name: "none", type: "label", labels: [], indexOf: () => -1 },
      { name: "float", type: "float", numberOf: (row) => (row % 3 === 0 ? Number.NaN : row / 7 + piece) },
      { name: "int", type: "int", numberOf: (row) => (row % 11 === 0 ? Number.POSITIVE_INFINITY : row - 1500) },
    ];
    return { columns, rowCount };
  });
  const columns = pieces[0]!.columns;
  const path = join(folder, "many.parquet");
  let isTaken = false;
  await writeTablePieces(pieces, {
    path,
    format: "parquet",
    columns,
    onRowsTaken: () => {
      isTaken = true;
    },
  });
  assert.ok(isTaken);
  const csv = join(folder, "many.csv");
  await writeTablePieces(pieces, { path: csv, format: "csv", columns });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const fromCsv = await connection.runAndReadAll(
    `SELECT * FROM read_csv('${csv}', header = true, auto_detect = false, nullstr = '', columns = {'text': 'VARCHAR',
     'packed': 'VARCHAR', 'label': 'VARCHAR', 'none': 'VARCHAR', 'float': 'DOUBLE', 'int': 'BIGINT'})`,
  );
  const rows = await readParquet(path);
  assert.equal(rows.length, 5049);
  assert.deepEqual(rows, fromCsv.getRows());
  const types = await connection.runAndReadAll(`SELECT column_name, column_type FROM (DESCRIBE FROM '${path}')`);
  assert.deepEqual(types.getRows(), [
    ["text", "VARCHAR"],
    ["packed", "VARCHAR"],
    ['label "x"', "VARCHAR"],
    ["none", "VARCHAR"],
    ["float", "DOUBLE"],
    ["int", "BIGINT"],
  ]);
  connection.closeSync();
});

test("rejects are written with place and reason", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "rejects.csv");
  await writeRejects(path, [{ source: "a", rowNumber: 7, reason: "has 2 fields instead of 3" }]);
  assert.equal(await readFile(path, "utf8"), "source,row_number,reason\na,7,has 2 fields instead of 3\n");
});

test("a place that cannot be written is said so", async (context) => {
  const folder = await makeFiles(context, { file: "x" });
  for (const format of ["csv", "parquet"] as const) {
    const path = join(folder, "no such folder", "links");
    await assert.rejects(
      writeLinks({ path, format, table: one, links }),
      (error: unknown) => error instanceof NamesakeError && error.code === "OUTPUT_UNWRITABLE",
    );
  }
  await assert.rejects(
    writePieces(join(folder, "file", "x"), []),
    (error: unknown) => error instanceof NamesakeError && error.code === "OUTPUT_UNWRITABLE",
  );
});

test("any identifier written as CSV reads back as it was", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "any.csv");
  const id = fc
    .string({ unit: "grapheme", maxLength: 8 })
    .map((text) => `k${text.replaceAll("\0", "").toWellFormed()}`);
  const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(ids, async (values) => {
      const table = recordTableFromRows(
        values.map((value) => ({ id: value })),
        { idColumn: "id" },
      );
      const clusterOf = new Int32Array(table.recordCount);
      await writeClusters({ path, format: "csv", table, clusterOf, clusterIds: PackedStrings.from(["p1"]) });
      const read = await readRecords({ input: path, idColumn: "record_id" });
      assert.deepEqual([...read.table.recordIds], [...table.recordIds]);
    }),
    { numRuns: 60 },
  );
  await writeFile(path, "");
});
