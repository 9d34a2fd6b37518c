// The catalogue of errors and the page that describes it are the same, and each entry can be acted on.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { errorDocs } from "../../scripts/writeErrorDocs.ts";
import { catalogue, NamesakeError } from "../../src/shared/errors.ts";

const page = new URL("../../docs/errors.md", import.meta.url);

test("docs/errors.md is what the catalogue says (npm run docs:errors writes it)", () => {
  assert.ok(existsSync(page));
  assert.equal(readFileSync(page, "utf8"), errorDocs(catalogue));
});

test("the comparison notices a change", () => {
  const changed = { ...catalogue, USAGE: { ...catalogue.USAGE, exitStatus: 9 } };
  assert.notEqual(errorDocs(changed), errorDocs(catalogue));
});

test("each entry says what happened and what to do, in sentences, with a status of its kind", () => {
  for (const [code, entry] of Object.entries(catalogue)) {
    assert.match(code, /^[A-Z]+(_[A-Z]+)*$/);
    assert.match(entry.message, /^[A-Z].*\.$/, code);
    assert.match(entry.next, /^[A-Z].*\.$/, code);
    assert.ok([1, 2, 3, 4, 5, 6, 130].includes(entry.exitStatus), code);
    assert.ok(entry.httpStatus >= 400 && entry.httpStatus <= 599, code);
  }
});

test("an error carries its entry and every place", () => {
  const error = new NamesakeError("SETTINGS_INVALID", ["types.a: unknown", "types.b: unknown"]);
  assert.equal(error.exitStatus, 4);
  assert.deepEqual(error.where, ["types.a: unknown", "types.b: unknown"]);
  assert.match(error.message, /types\.a: unknown; types\.b: unknown$/);
});
