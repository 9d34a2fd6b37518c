import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { compareUtf8 } from "../../../src/linkage/read/compareUtf8.ts";
import { withDatabase } from "../../../src/linkage/read/openDatabase.ts";
import { readRecords } from "../../../src/linkage/read/readRecords.ts";
import { type ErrorCode, NamesakeError } from "../../../src/shared/errors.ts";
import { makeFiles, rowsOf } from "./temporaryFiles.ts";

const people = 'id,given name,surname,postcode\nb,Zoë,O\'Neil,01234\na,Ann,"Smith, ""Jr""",NULL\nc,,Łukasz, \n';
const peopleRows = [
  { "@source": "people", "@id": "a", "given name": "Ann", surname: 'Smith, "Jr"', postcode: null },
  { "@source": "people", "@id": "b", "given name": "Zoë", surname: "O'Neil", postcode: "01234" },
  { "@source": "people", "@id": "c", "given name": null, surname: "Łukasz", postcode: null },
];

function code(expected: ErrorCode) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof NamesakeError, String(error));
    assert.equal(error.code, expected, error.message);
    return true;
  };
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");

test("one file reads the same however it is written", async (context) => {
  const latin = people.replace("Łukasz", "Müller");
  const folder = await makeFiles(context, {
    "plain/people.csv": people,
    "mark/people.csv": `\ufeff${people}`,
    "windows/people.csv": people.replaceAll("\n", "\r\n"),
    "mixedEnds/people.csv": people.replace("\n", "\r\n"),
    "mac/people.csv": people.replaceAll("\n", "\r"),
    "noEnd/people.csv": people.slice(0, -2),
    "blankLines/people.csv": people.replace("\n", "\n\n"),
    "tab/people.tsv": people.replace("Smith, ", "Smith; ").replaceAll(",", "\t").replace("Smith; ", "Smith, "),
    "semicolon/people.csv": people.replace("Smith, ", "Smith~").replaceAll(",", ";").replace("Smith~", "Smith, "),
    "pipe/people.txt": people.replace("Smith, ", "Smith~").replaceAll(",", "|").replace("Smith~", "Smith, "),
    "little/people.csv": utf16(people),
    "big/people.csv": utf16(people).swap16(),
    "nul/people.csv": people.replace("Ann", "A\0nn\0"),
    "gzip/people.csv.gz": gzipSync(people),
    "gzipLittle/people.csv.gz": gzipSync(utf16(people)),
    "padded/people.csv": people.replace('"",', '""  ,').replace('Jr"""', 'Jr"""  '),
    "title/people.csv": `A list\n${people}`,
  });
  for (const kind of await readdir(folder)) {
    await context.test(kind, async () => {
      const { table, rejects } = await readRecords({ input: join(folder, kind, "*") });
      assert.deepEqual(rowsOf(table), peopleRows);
      assert.equal(table.idColumn, "id");
      assert.equal(rejects.length, kind === "title" ? 1 : 0);
    });
  }
  const windows = await makeFiles(context, { "people.csv": Buffer.from(latin, "latin1") });
  const { table } = await readRecords({ input: join(windows, "people.csv") });
  assert.equal(rowsOf(table)[2]?.surname, "Müller");
  assert.equal(rowsOf(table)[1]?.["given name"], "Zoë");
});

test("lines of mixed encodings each come out right", async (context) => {
  const mixed = Buffer.concat([Buffer.from("id,name\n1,Zoë\n", "utf8"), Buffer.from("2,José\n", "latin1")]);
  const folder = await makeFiles(context, { "people.csv": mixed });
  const { table } = await readRecords({ input: join(folder, "people.csv") });
  assert.deepEqual(
    rowsOf(table).map((row) => row.name),
    ["Zoë", "José"],
  );
});

test("without a header columns are numbered and no row is lost", async (context) => {
  const folder = await makeFiles(context, { "people.csv": "1001,Ann,1970-01-02\n1002,Bob,1980-02-03\n" });
  const { table } = await readRecords({ input: join(folder, "people.csv"), idColumn: null });
  assert.equal(table.recordCount, 2);
  assert.deepEqual(
    table.columns.map((column) => column.name),
    ["column1", "column2", "column3"],
  );
});

test("a bad row is rejected with its number and reason, and the rest is read", async (context) => {
  const rows = Array.from({ length: 50 }, (_, i) => `r${i + 1},Name ${i + 1},Town ${i + 1}`);
  rows[4] = "r5,only two";
  rows[9] = 'r10,"never closed,Town 10';
  rows[19] = 'r20,"Jo"hn,Town 20';
  rows[29] = "r30,a,b,c";
  rows[39] = 'r40,"opened,Town 40';
  rows[42] = 'r43,and closed",Town 43';
  const folder = await makeFiles(context, { "people.csv": `record,name,town\n${rows.join("\n")}\n` });
  const { table, rejects } = await readRecords({ input: join(folder, "people.csv") });
  assert.deepEqual(
    rejects.map((reject) => [reject.source, reject.rowNumber, reject.reason]),
    [
      ["people", 5, "has 2 fields instead of 3"],
      ["people", 10, "has a quote that is not closed"],
      ["people", 20, "has text after a closing quote"],
      ["people", 30, "has 4 fields instead of 3"],
      ["people", 40, "has a quote that is not closed"],
    ],
  );
  assert.equal(table.recordCount, 45);
});

test("row numbers count rejected rows", async (context) => {
  const folder = await makeFiles(context, { "people.csv": "name,town\nAnn,Leeds\nbroken\nBob,York\nCid,Hull\n" });
  const { table } = await readRecords({ input: join(folder, "people.csv") });
  assert.deepEqual(
    rowsOf(table).map((row) => [row["@id"], row.name]),
    [
      ["1", "Ann"],
      ["3", "Bob"],
      ["4", "Cid"],
    ],
  );
});

test("Parquet, NDJSON and a JSON array become text as a person writes it", async (context) => {
  const folder = await makeFiles(context, {
    "people.ndjson":
      '{"id":"b","name":{"first":"Zoë"},"tags":["x","y"],"n":12345678901234567890}\n{"id":"a","zip":"01234","names":[{"last":"P"},{"last":"Q"}]}\nnot json\n',
    "array.json": '[{"id": 1, "name": "Ann"},\n {"id": 2, "name": null, "town": "Leeds"}]',
  });
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run(
    `COPY (SELECT 1 AS id, DATE '1970-01-31' AS born, TIMESTAMP '1970-01-31 00:00:00' AS seen, 42.0::DOUBLE AS n, 1.5 AS half,
     ['a', 'b'] AS list, {'x': 'deep', 'y': [1, 2]} AS nested, [{'k': 'p'}, {'k': 'q'}] AS items, '007' AS code, NULL::VARCHAR AS none)
     TO '${join(folder, "data[1].parquet")}' (FORMAT parquet)`,
  );
  connection.closeSync();
  const json = await readRecords({ input: join(folder, "people.ndjson") });
  assert.deepEqual(rowsOf(json.table), [
    { "@source": "people", "@id": "a", "name.first": null, tags: null, n: null, zip: "01234", "names.last": "P; Q" },
    {
      "@source": "people",
      "@id": "b",
      "name.first": "Zoë",
      tags: "x; y",
      n: "12345678901234567890",
      zip: null,
      "names.last": null,
    },
  ]);
  assert.deepEqual(json.rejects, [{ source: "people", rowNumber: 3, reason: "is not valid JSON" }]);
  const array = await readRecords({ input: join(folder, "array.json"), idColumn: "id" });
  assert.deepEqual(rowsOf(array.table)[1], { "@source": "array", "@id": "2", name: null, town: "Leeds" });
  const parquet = await readRecords({ input: join(folder, "data[1].parquet"), idColumn: "id" });
  assert.deepEqual(rowsOf(parquet.table), [
    {
      "@source": "data[1]",
      "@id": "1",
      born: "1970-01-31",
      seen: "1970-01-31",
      n: "42",
      half: "1.5",
      list: "a; b",
      "nested.x": "deep",
      "nested.y": "1; 2",
      "items.k": "p; q",
      code: "007",
      none: null,
    },
  ]);
});

test("read verbatim, lists stay lists, empty ones too, and no text is missing, in large files and small", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "lists.parquet");
  await withDatabase({}, async ({ connection }) => {
    await connection.run(
      `COPY (SELECT 'r' || i AS id, CASE i % 4 WHEN 0 THEN ['a, b', NULL] WHEN 1 THEN [] WHEN 2 THEN [NULL] END AS list,
        CASE i % 3 WHEN 0 THEN 'N/A' WHEN 1 THEN '' END AS token FROM range(21000) AS t(i)) TO '${path}' (FORMAT parquet)`,
    );
    await connection.run(
      `COPY (SELECT * FROM '${path}' LIMIT 12) TO '${join(folder, "few.parquet")}' (FORMAT parquet)`,
    );
  });
  for (const input of [path, join(folder, "few.parquet")]) {
    const read = await readRecords({ input, idColumn: "id", isVerbatim: true });
    const byId = new Map(rowsOf(read.table).map((row) => [row["@id"], row]));
    const [first, second, third, fourth] = ["r0", "r1", "r2", "r3"].map((id) => byId.get(id));
    assert.deepEqual([first?.list, first?.token], ["['a, b', NULL]", "N/A"]);
    assert.deepEqual([second?.list, second?.token], ["[]", ""]);
    assert.deepEqual([third?.list, third?.token], ["[NULL]", null]);
    assert.deepEqual([fourth?.list, fourth?.token], [null, "N/A"]);
    const usual = await readRecords({ input, idColumn: "id" });
    assert.ok(rowsOf(usual.table).every(({ token }) => token === null));
  }
});

test("several files are sources, and columns that certainly mean the same are put together", async (context) => {
  const folder = await makeFiles(context, {
    "a.csv": "id,first_name,Surname,date_of_birth,own\n1,Ann,Smith,1970-01-01,x\n",
    "b.csv": "last name,RECORD_ID,DOB,forename,town\nJones,1,1980-01-01,Bob,Leeds\n",
  });
  const { table, alignment, inputs } = await readRecords({ input: [join(folder, "b.csv"), join(folder, "a.csv")] });
  assert.deepEqual(table.sources, ["a", "b"]);
  assert.equal(table.idColumn, "id");
  assert.deepEqual(rowsOf(table), [
    {
      "@source": "a",
      "@id": "1",
      first_name: "Ann",
      Surname: "Smith",
      date_of_birth: "1970-01-01",
      own: "x",
      town: null,
    },
    {
      "@source": "b",
      "@id": "1",
      first_name: "Bob",
      Surname: "Jones",
      date_of_birth: "1980-01-01",
      own: null,
      town: "Leeds",
    },
  ]);
  assert.ok(alignment.includes('Column "first_name" holds "first_name" of a, "forename" of b.'), alignment.join("\n"));
  assert.deepEqual(
    inputs.map((input) => [input.source, input.recordCount, input.format]),
    [
      ["a", 1, "csv"],
      ["b", 1, "csv"],
    ],
  );
});

test("settings align what names do not", async (context) => {
  const folder = await makeFiles(context, { "a.csv": "id,x\n1,Ann\n", "b.csv": "id,y\n1,Bob\n" });
  const input = join(folder, "*.csv");
  const { table } = await readRecords({ input, columnNames: { a: { x: "given" }, b: { y: "given" } } });
  assert.deepEqual(
    table.columns.map((column) => column.name),
    ["given"],
  );
  await assert.rejects(readRecords({ input, columnNames: { a: { z: "given" } } }), code("COLUMN_NOT_FOUND"));
});

test("a source column and a truth column are set apart", async (context) => {
  const folder = await makeFiles(context, {
    "all.csv": "id,system,name,person\n1,tax,Ann,p1\n1,health,Ann,p1\n2,tax,Bob,\n",
  });
  const { table } = await readRecords({
    input: join(folder, "all.csv"),
    sourceColumn: "system",
    truthColumn: "person",
  });
  assert.deepEqual(rowsOf(table), [
    { "@source": "health", "@id": "1", name: "Ann" },
    { "@source": "tax", "@id": "1", name: "Ann" },
    { "@source": "tax", "@id": "2", name: "Bob" },
  ]);
  assert.deepEqual([...(table.truth ?? [])], [0, 0, -1]);
});

test("an identifier that repeats is refused with row numbers and without values", async (context) => {
  const folder = await makeFiles(context, { "p.csv": "key,name\nsecret1,Ann\nsecret1,Bob\n,Cid\n" });
  await assert.rejects(readRecords({ input: join(folder, "p.csv"), idColumn: "key" }), (error: unknown) => {
    code("IDENTIFIER_NOT_UNIQUE")(error);
    assert.match(String(error), /1 empty, 1 repeated.*rows: 3, 2/);
    assert.doesNotMatch(String(error), /secret/);
    return true;
  });
  await assert.rejects(readRecords({ input: join(folder, "p.csv"), idColumn: "nokey" }), code("COLUMN_NOT_FOUND"));
});

test("bad input ends in an error of the catalogue", async (context) => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const folder = await makeFiles(context, {
    "empty.csv": "",
    "blank.csv": "\n \n\n",
    "header.csv": "id,name\n",
    "image.csv": png,
    "zeros.csv": Buffer.alloc(5000),
    "cut.csv.gz": gzipSync(people.repeat(5000)).subarray(0, 200),
    "cut.parquet": Buffer.from("PAR1 this is not parquet PAR1"),
    "broken.csv": `a,b,c\n${'"x,y,z\n'.repeat(30)}`,
    "text.json": '{"a": 1\n{"b"\n',
    "wide.csv": `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join(",")}\n${",".repeat(10_000)}\n`,
    "secret.csv": people,
  });
  await chmod(join(folder, "secret.csv"), 0);
  const expected: Record<string, ErrorCode> = {
    "empty.csv": "FILE_EMPTY",
    "blank.csv": "FILE_EMPTY",
    "header.csv": "FILE_EMPTY",
    "image.csv": "FILE_NOT_TABULAR",
    "zeros.csv": "FILE_NOT_TABULAR",
    "cut.csv.gz": "FILE_NOT_TABULAR",
    "cut.parquet": "FILE_NOT_TABULAR",
    "broken.csv": "FILE_NOT_TABULAR",
    "text.json": "FILE_NOT_TABULAR",
    "wide.csv": "TOO_MANY_COLUMNS",
    "missing.csv": "FILE_NOT_FOUND",
    "missing*.csv": "FILE_NOT_FOUND",
    ".": "FILE_IS_DIRECTORY",
    ...(process.getuid?.() === 0 ? {} : { "secret.csv": "FILE_UNREADABLE" }),
  };
  for (const [name, wanted] of Object.entries(expected)) {
    await context.test(name, () => assert.rejects(readRecords({ input: join(folder, name) }), code(wanted)));
  }
  await assert.rejects(readRecords({ input: [] }), code("FILE_NOT_FOUND"));
});

test("one record, one column and 5,000 columns are read", async (context) => {
  const names = Array.from({ length: 5000 }, (_, i) => `field ${i}`);
  const folder = await makeFiles(context, {
    "one.csv": "id,name\n1,Ann\n",
    "column.csv": 'name\nAnn\n"Smith, Bob"\nCid\n',
    "wide.csv": `${names.join(",")}\n${names.map((_, i) => i).join(",")}\n${names.map((_, i) => i + 1).join(",")}\n`,
  });
  assert.equal((await readRecords({ input: join(folder, "one.csv") })).table.recordCount, 1);
  const { table } = await readRecords({ input: join(folder, "column.csv") });
  assert.deepEqual(
    rowsOf(table).map((row) => row.name),
    ["Ann", "Smith, Bob", "Cid"],
  );
  assert.equal((await readRecords({ input: join(folder, "wide.csv") })).table.columns.length, 5000);
});

test("an abort ends the reading and leaves no temporary file", async (context) => {
  const text = `id,name\n${Array.from({ length: 60_000 }, (_, i) => `${i},Name ${i}`).join("\n")}\n`;
  const folder = await makeFiles(context, { "people.csv": text, "temporary/keep": "" });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(folder, "temporary");
  context.after(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const controller = new AbortController();
  const onProgress = (): void => controller.abort();
  const reading = readRecords({ input: join(folder, "people.csv"), signal: controller.signal, onProgress });
  await assert.rejects(reading, code("INTERRUPTED"));
  await assert.rejects(readRecords({ input: "x.csv", signal: AbortSignal.abort() }), code("INTERRUPTED"));
  await readRecords({ input: join(folder, "people.csv") });
  assert.deepEqual(await readdir(join(folder, "temporary")), ["keep"]);
});

test("standard input is read like a file", () => {
  const script = `
    import { readRecords } from ${JSON.stringify(new URL("../../../src/linkage/read/readRecords.ts", import.meta.url).href)};
    const { table, inputs } = await readRecords({ input: "-" });
    console.log(table.recordCount, table.sources[0], inputs[0].file, [...table.recordIds].join(" "));`;
  for (const input of [people, gzipSync(people)]) {
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { input, encoding: "utf8" });
    assert.equal(child.stdout, "3 stdin standard input a b c\n", child.stderr);
  }
});

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    "a\rb",
    "NULL",
    " n/a ",
    "\u3000",
    "\ufeff",
    "007",
    "\u{10ffff}",
    "\ue000",
  ),
);

test("any text survives writing as CSV and reading, and canonical order is that of UTF-8 bytes", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "any.csv");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
      const quoted = rows.map((row, i) => `k${i},${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}`);
      await writeFile(path, `id,given_name,surname\n${quoted.join("\n")}\n`);
      const clean = (text: string): string | null => {
        const kept = text.toWellFormed().replaceAll("\0", "");
        return /^(|null|nan|none|n\/a|#n\/a|\\n)$/i.test(kept.trim()) ? null : kept;
      };
      const { table } = await readRecords({ input: path, idColumn: "id" });
      const expected = rows
        .map((row, i) => ({ id: `k${i}`, texts: row.map(clean) }))
        .sort((a, b) => compareUtf8(a.id, b.id));
      assert.deepEqual(
        rowsOf(table).map((row) => ({ id: row["@id"], texts: [row.given_name, row.surname] })),
        expected,
      );
      for (const column of table.columns) {
        const values = [...column.values];
        const sorted = [...new Set(values)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        assert.deepEqual(values, sorted);
      }
    }),
    { numRuns: 60 },
  );
});

test("any bytes end in a table or in an error of the catalogue", async (context) => {
  const folder = await makeFiles(context, {});
  const path = join(folder, "any.csv");
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.constantFrom('"', ",", "\n", "\r", "a", ";", "\t", "1", " ", "\0", "é", "{", "}", ":"), {
        maxLength: 80,
      })
      .map((parts) => Buffer.from(parts.join(""))),
    fc
      .array(fc.constantFrom('"', ",", "\n", "\r", "a", "b"), { maxLength: 60 })
      .map((parts) => Buffer.from(`id,name\n1,"x"\n${parts.join("")}`)),
    fc.uint8Array({ maxLength: 60 }).map((tail) => Buffer.concat([Buffer.from([0x1f, 0x8b]), tail])),
    fc.uint8Array({ maxLength: 60 }).map((tail) => Buffer.concat([Buffer.from("PAR1"), tail])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      await writeFile(path, content);
      try {
        const { table } = await readRecords({ input: path });
        assert.ok(table.recordCount > 0);
      } catch (error) {
        assert.ok(
          error instanceof NamesakeError,
          `${String(error)} on ${JSON.stringify(Buffer.from(content).toString("latin1"))}`,
        );
      }
    }),
    { numRuns: 300 },
  );
});
