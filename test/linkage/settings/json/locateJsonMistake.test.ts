// The place of a mistake against JSON.parse: it accepts what stands before, and nothing that begins with what is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { locateJsonMistake } from "../../../../src/linkage/settings/json/locateJsonMistake.ts";

const samples: readonly [string, number, number][] = [
  ["", 1, 1],
  ["{", 1, 2],
  ['{"a": 1,\n  "b": x}', 2, 8],
  ['{"a": 1,\n}', 2, 1],
  ["[1,\r\n2\r\n 3]", 3, 2],
  ['{"a" 1}', 1, 6],
  ['{"a": "b\n"}', 1, 7],
  ["[1, 2]]", 1, 7],
  ["[1}", 1, 3],
  ["{'a': 1}", 1, 2],
  ["[01]", 1, 3],
  ['{"é": "😀", }', 1, 13],
];

for (const [text, line, column] of samples) {
  test(`${JSON.stringify(text)} fails at line ${line}, column ${column}`, () => {
    assert.throws(() => JSON.parse(text));
    assert.deepEqual(locateJsonMistake(text), { line, column });
  });
}

/** Where V8 says that it failed, which it does for some mistakes; null for the others. */
function failureOf(text: string): { column: number | null } | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const column = /line 1 column (\d+)/.exec((error as Error).message)?.[1];
    return { column: column === undefined ? null : Number(column) };
  }
}

test("one character put into JSON is found where V8 finds it, or where the token that it stands in begins", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("}", "]", "?", ":", '"', "{", ",", "1"), (json, at, character) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + character + json.slice(place);
      const failure = failureOf(text);
      if (failure === null) return;
      const { line, column } = locateJsonMistake(text);
      assert.equal(line, 1);
      assert.ok(column >= 1 && column <= text.length + 1);
      if (failure.column === null) return;
      compared += 1;
      assert.match(text.slice(column - 1, failure.column - 1), /^(?:"|[\w.+-]*$)/);
      assert.ok(column <= failure.column);
    }),
    { numRuns: 1000 },
  );
  assert.ok(compared > 100, "V8 says the place often enough for the comparison to mean something");
});
