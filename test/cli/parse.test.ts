// Options as people type them: read rightly or refused, never read as far as they go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidArgumentError } from "commander";
import { linkOptionsOf, writeOptionsOf } from "../../src/cli/commands/linkCommand.ts";
import { parseMemorySize } from "../../src/cli/parse/parseMemorySize.ts";
import { parseWholeNumber } from "../../src/cli/parse/parseWholeNumber.ts";

test("sizes are powers of 1024", () => {
  const texts = ["4G", "4GB", "4GiB", "512m", "1.5k", "1000", "2 T"];
  assert.deepEqual(texts.map(parseMemorySize), [2 ** 32, 2 ** 32, 2 ** 32, 2 ** 29, 1536, 1000, 2 ** 41]);
  for (const text of ["", "4X", "-1G", "0", "G", "1e3", "4G4"]) {
    assert.throws(() => parseMemorySize(text), InvalidArgumentError, text);
  }
});

test("whole numbers keep to their range", () => {
  const parse = parseWholeNumber(1, 8);
  assert.deepEqual(["1", "8", "007"].map(parse), [1, 8, 7]);
  for (const text of ["", "0", "9", "1.5", "1e0", "-1", " 1", "0x1", "99999999999999999999"]) {
    assert.throws(() => parse(text), InvalidArgumentError, text);
  }
});

test("flags that were not given are absent, so that the engine decides", () => {
  assert.deepEqual(linkOptionsOf(["a.csv"], { out: "run", examples: true }), { input: ["a.csv"] });
  const flags = { out: "run", examples: false, id: "n", memory: 5, acrossOnly: true, overwrite: true } as const;
  assert.deepEqual(linkOptionsOf(["-"], flags), { input: ["-"], idColumn: "n", memoryBytes: 5, acrossOnly: true });
  assert.deepEqual(writeOptionsOf(flags), { out: "run", overwrite: true, examples: false });
});
