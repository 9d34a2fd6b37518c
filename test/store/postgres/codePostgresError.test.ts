// Failures of PostgreSQL as coded errors: by SQLSTATE, and never with the server's words, which may quote a row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { codePostgresError } from "../../../src/store/postgres/codePostgresError.ts";
import { parsePostgresAddress } from "../../../src/store/postgres/postgresAddress.ts";

const secret = "Key (id)=(4711 Jane Doe) already exists";

const serverError = (code: string) =>
  Object.assign(new Error(secret), { code, severity: "ERROR", detail: secret, constraint: "records_key" });

test("states and connection errors have their codes", () => {
  const cases: readonly (readonly [Error, string])[] = [
    [serverError("53100"), "STORE_FULL"],
    [serverError("53300"), "STORE_UNAVAILABLE"],
    [serverError("57P01"), "STORE_UNAVAILABLE"],
    [serverError("57014"), "STORE_LOCKED"],
    [serverError("55P03"), "STORE_LOCKED"],
    [serverError("28P01"), "STORE_UNAVAILABLE"],
    [serverError("3D000"), "STORE_NOT_FOUND"],
    [serverError("25006"), "STORE_READ_ONLY"],
    [Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }), "STORE_UNAVAILABLE"],
    [new Error("Connection terminated unexpectedly"), "STORE_UNAVAILABLE"],
    [new Error("timeout exceeded when trying to connect"), "STORE_UNAVAILABLE"],
  ];
  for (const [error, code] of cases) {
    const coded = codePostgresError(error, "db:5432/persons");
    assert.ok(coded instanceof NamesakeError && coded.code === code, code);
    assert.ok(!`${coded.stack} ${JSON.stringify(coded)}`.includes("4711"), code);
  }
});

test("a statement that the server refuses is a bug, told without the server's words", () => {
  const bug = codePostgresError(serverError("23505"), "db");
  assert.ok(bug instanceof Error && !(bug instanceof NamesakeError));
  assert.match(bug.message, /^Bug: .*23505 records_key/);
  assert.ok(!`${bug.stack} ${JSON.stringify(bug)} ${String(bug.cause)}`.includes("4711"));
});

test("errors of ours pass through as they are", () => {
  for (const error of [new TypeError("x is undefined"), new NamesakeError("CLIENT_EXISTS", "a"), "text"]) {
    assert.equal(codePostgresError(error, "db"), error);
  }
});

test("an address names its place without user and password, and its schema apart", () => {
  const address = parsePostgresAddress(
    "postgresql://me:s%40cret@db.example:6432/persons?sslmode=require&schema=north_1",
  );
  assert.equal(address.place, "db.example:6432/persons");
  assert.equal(address.schema, "north_1");
  assert.equal(address.connectionString, "postgresql://me:s%40cret@db.example:6432/persons?sslmode=require");
  assert.equal(parsePostgresAddress("postgres://db/persons").schema, "namesake");
  assert.equal(parsePostgresAddress("postgres://db/persons").place, "db:5432/persons");
});
