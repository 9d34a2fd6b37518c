// What bytes become a body, and what is refused: with its code, and without quoting what was sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseJson } from "../../../src/server/body/parseJson.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (body: Uint8Array | string): string => {
  try {
    parseJson(typeof body === "string" ? bytes(body) : body, 16);
    return "accepted";
  } catch (error) {
    assert.ok(error instanceof NamesakeError);
    return error.code;
  }
};

test("well-formed JSON comes through as it is", () => {
  const arbitrary = fc.jsonValue({ maxDepth: 8, noUnicodeString: false }).filter((value) => {
    const text = JSON.stringify(value);
    return !text.includes("\\u0000") && !text.includes("__proto__") && !/\\ud[89a-f]/.test(text);
  });
  fc.assert(
    fc.property(arbitrary, (value) => {
      assert.deepEqual(parseJson(bytes(JSON.stringify(value)), 32), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("bad bodies are refused with their code", () => {
  const cases: [string, Uint8Array | string, string][] = [
    ["nothing", "", "BODY_NOT_JSON"],
    ["broken off", '{"a":', "BODY_NOT_JSON"],
    ["two values", "{} {}", "BODY_NOT_JSON"],
    ["Latin-1", Uint8Array.of(0x22, 0xe9, 0x22), "BODY_NOT_JSON"],
    ["a surrogate in bytes", Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), "BODY_NOT_JSON"],
    ["NUL escaped", '{"a":"x\\u0000"}', "TEXT_NOT_ALLOWED"],
    ["NUL in a name", '{"a\\u0000":"x"}', "TEXT_NOT_ALLOWED"],
    ["a half surrogate", '{"a":["x\\ud800"]}', "TEXT_NOT_ALLOWED"],
    ["the other half in a name", '{"\\udc00":1}', "TEXT_NOT_ALLOWED"],
    ["the prototype", '{"a":{"__proto__":{"isAdmin":true}}}', "TEXT_NOT_ALLOWED"],
    ["deep objects", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "BODY_TOO_DEEP"],
    ["deep arrays", "[".repeat(500_000) + "]".repeat(500_000), "BODY_TOO_DEEP"],
    ["a whole pair", '{"a":"\\ud83d\\ude00"}', "accepted"],
    ["names of Object's own", '{"constructor":"a","toString":"b","hasOwnProperty":"c"}', "accepted"],
    ["a byte order mark", `\ufeff{}`, "accepted"],
  ];
  for (const [what, body, code] of cases) assert.equal(codeOf(body), code, what);
});

test("a failure never quotes the body", () => {
  for (const body of ['{"name":"Distinctive', '{"name":"Distinctive\\u0000"}', 'Distinctive {"a":1}']) {
    assert.throws(
      () => parseJson(bytes(body), 16),
      (error: NamesakeError) => !/Distinctive/.test(`${error.message} ${error.where}`),
    );
  }
});
