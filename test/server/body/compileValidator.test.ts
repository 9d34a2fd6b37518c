// Mistakes in requests: each place by JSON pointer, the nearest known name, never a value.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileValidator } from "../../../src/server/body/compileValidator.ts";
import { parseTime } from "../../../src/server/body/parseTime.ts";
import { InvalidRequest } from "../../../src/server/invalidRequest.ts";
import { DecisionBody } from "../../../src/server/schemas/decisionSchemas.ts";
import { EventsQuery } from "../../../src/server/schemas/eventSchemas.ts";
import { RecordBody } from "../../../src/server/schemas/recordSchemas.ts";

const record = compileValidator(RecordBody, "body");
const decision = compileValidator(DecisionBody, "body");
const query = compileValidator(EventsQuery, "querystring");

function mistakesOf(outcome: ReturnType<typeof record>): Record<string, string> {
  assert.ok("error" in outcome, "must be refused");
  assert.ok(outcome.error instanceof InvalidRequest);
  return Object.fromEntries(outcome.error.mistakes.map(({ pointer, detail }) => [pointer, detail]));
}

test("a body that fits is taken as it is, unconverted", () => {
  const body = { fields: { a: "1", b: null }, version: 3 };
  assert.deepEqual(record(body), { value: body });
  assert.ok("/version" in mistakesOf(record({ fields: {}, version: "3" })));
});

test("every mistake is told with its place, and no value", () => {
  const mistakes = mistakesOf(
    record({
      fields: { name: 5, "a/b~c": ["Distinctive"], ok: "x" },
      version: -1,
      observedAt: "Distinctive",
      vresion: 1,
    }),
  );
  const places = ["/fields/name", "/fields/a~1b~0c", "/version", "/observedAt", "/vresion"];
  assert.deepEqual(Object.keys(mistakes).toSorted(), places.toSorted());
  assert.match(mistakes["/vresion"] ?? "", /did you mean version\?/);
  assert.doesNotMatch(JSON.stringify(mistakes), /Distinctive/);
});

test("names nested and required are found", () => {
  const mistakes = mistakesOf(decision({ kind: "samme", left: { source: "a", idd: "1" }, reason: "r" }));
  assert.match(mistakes["/left/idd"] ?? "", /did you mean id\?/);
  assert.equal(mistakes["/left/id"], "is required");
  assert.equal(mistakes["/right"], "is required");
  assert.ok("/kind" in mistakes);
});

test("of a query only a text that says a whole number is one", () => {
  assert.deepEqual(query({ limit: "7", after: "12" }), { value: { limit: 7, after: "12" } });
  for (const limit of ["true", "", " 7", "7.5", "0x7", "1e1", "null"]) {
    assert.ok("/limit" in mistakesOf(query({ limit })), limit);
  }
});

test("names as long as a text are cut", () => {
  const [pointer = ""] = Object.keys(mistakesOf(record({ fields: {}, ["x".repeat(100_000)]: 1 })));
  assert.ok(pointer.length < 100);
});

test("a name with a line break escapes no check", () => {
  assert.ok("error" in record({ fields: { "a\nb": 5 } }));
});

test("texts of a mebibyte are refused as values and as names", () => {
  assert.ok("/fields/name" in mistakesOf(record({ fields: { name: "x".repeat(1 << 20) } })));
  assert.equal(Object.keys(mistakesOf(record({ fields: { ["x".repeat(1 << 20)]: "a" } }))).length, 1);
});

test("queries are converted, and NUL in them refused", () => {
  assert.deepEqual(query({ after: "7", limit: "5" }), { value: { after: "7", limit: 5 } });
  assert.ok("/limit" in mistakesOf(query({ limit: "many" })));
  assert.ok("/after" in mistakesOf(query({ after: ["1", "2"] })));
  assert.match(mistakesOf(query({ aftr: "1" }))["/aftr"] ?? "", /did you mean after\?/);
  const outcome = query({ after: "1\u0000" });
  assert.ok("error" in outcome && outcome.error instanceof InvalidRequest && outcome.error.code === "TEXT_NOT_ALLOWED");
});

test("days that are not in the calendar are refused", () => {
  for (const text of ["2024-02-29", "2026-03-01T12:00:00Z", "2026-03-01T12:00+02:00"])
    assert.equal(parseTime(text, "body", "/observedAt"), text);
  for (const text of ["2023-02-29", "2026-13-01", "2026-03-01T25:00:00Z", "2026-03-01T12:60Z"])
    assert.throws(() => parseTime(text, "body", "/observedAt"), InvalidRequest);
});
