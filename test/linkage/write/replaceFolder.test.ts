import assert from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { withNewFolder } from "../../../src/linkage/write/replaceFolder.ts";
import { type ErrorCode, NamesakeError } from "../../../src/shared/errors.ts";
import { makeFiles } from "../read/temporaryFiles.ts";

const code = (expected: ErrorCode) => (error: unknown) => error instanceof NamesakeError && error.code === expected;

test("the folder is complete when it appears, and nothing else is left", async (context) => {
  const folder = await makeFiles(context, {});
  const out = join(folder, "deep", "run1");
  const result = await withNewFolder(out, {}, async (temporary) => {
    await writeFile(join(temporary, "a.txt"), "new");
    assert.deepEqual((await readdir(join(folder, "deep"))).includes("run1"), false);
    return 42;
  });
  assert.equal(result, 42);
  assert.deepEqual(await readdir(join(folder, "deep")), ["run1"]);
});

test("a failure leaves nothing, and what was there stays", async (context) => {
  const folder = await makeFiles(context, { "run1/a.txt": "old" });
  const out = join(folder, "run1");
  const fail = (overwrite: boolean) =>
    withNewFolder(out, { overwrite }, async (temporary) => {
      await writeFile(join(temporary, "a.txt"), "half");
      throw new NamesakeError("INTERRUPTED", "test");
    });
  await assert.rejects(fail(false), code("OUTPUT_EXISTS"));
  await assert.rejects(fail(true), code("INTERRUPTED"));
  assert.deepEqual(await readdir(folder), ["run1"]);
  assert.equal(await readFile(join(out, "a.txt"), "utf8"), "old");
  await withNewFolder(out, { overwrite: true }, (temporary) => writeFile(join(temporary, "b.txt"), "new"));
  assert.deepEqual(await readdir(folder), ["run1"]);
  assert.deepEqual(await readdir(out), ["b.txt"]);
});

test("file system failures are OUTPUT_UNWRITABLE, bugs stay bugs", async (context) => {
  const folder = await makeFiles(context, { file: "x" });
  const write = async (): Promise<void> => undefined;
  await assert.rejects(withNewFolder(join(folder, "file", "run"), {}, write), code("OUTPUT_UNWRITABLE"));
  await assert.rejects(withNewFolder(join(folder, "file"), { overwrite: true }, write), code("OUTPUT_UNWRITABLE"));
  await assert.rejects(withNewFolder(process.cwd(), { overwrite: true }, write), code("OUTPUT_UNWRITABLE"));
  const full = Object.assign(new Error("full"), { code: "ENOSPC" });
  await assert.rejects(
    withNewFolder(join(folder, "r"), {}, () => Promise.reject(full)),
    code("OUTPUT_UNWRITABLE"),
  );
  await assert.rejects(
    withNewFolder(join(folder, "r"), {}, () => Promise.reject(new TypeError("bug"))),
    TypeError,
  );
  await mkdir(join(folder, "empty"));
  assert.deepEqual((await readdir(folder)).sort(), ["empty", "file"]);
});
