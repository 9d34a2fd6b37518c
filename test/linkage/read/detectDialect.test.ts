import assert from "node:assert/strict";
import { test } from "node:test";
import { detectDialect } from "../../../src/linkage/read/detectDialect.ts";

/** Text, delimiter, names of columns, rows before the header. */
const cases: readonly (readonly [string, string, readonly string[], number])[] = [
  [
    "Nombre;Apellidos;Fecha de nacimiento\nAna;Gómez;01/02/1970\n",
    ";",
    ["Nombre", "Apellidos", "Fecha de nacimiento"],
    0,
  ],
  ["Ann,Smith,London\nBob,Jones,London\nAnn,Brown,York\n", ",", ["column1", "column2", "column3"], 0],
  ["1,Ann,Leeds\n2,Bob,York\n", ",", ["column1", "column2", "column3"], 0],
  ["id,2020,2021\n1,5,6\n", ",", ["id", "2020", "2021"], 0],
  ["A,B,C\n1,2,3\n", ",", ["A", "B", "C"], 0],
  ["amount;rate\n1,5;2,5\n2,5;3,5\n", ";", ["amount", "rate"], 0],
  ["name\nSmith, Ann\nJones, Bob\n", "\u001f", ["name"], 0],
  ["List of people\n\nid,name,town\n1,Ann,Leeds\n2,Bob,York\n", ",", ["id", "name", "town"], 1],
  ["id,name,name,\n1,a,b,c\n", ",", ["id", "name", "name_2", "column4"], 0],
  ['id\tnote\n1\t"a\tb\nc"\n2\td\n', "\t", ["id", "note"], 0],
];

test("delimiter, header and names are found", () => {
  for (const [text, delimiter, names, before] of cases) {
    const dialect = detectDialect(text, true);
    assert.deepEqual(
      [dialect.delimiter, dialect.columnNames, dialect.rowsBeforeHeader],
      [delimiter, names, before],
      text,
    );
  }
});
