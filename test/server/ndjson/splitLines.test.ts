// Lines come out the same however the bytes are cut into chunks, and one line never fills the memory.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Line, LineSplitter } from "../../../src/server/ndjson/splitLines.ts";

const textOf = (line: Line) => (line === null ? null : Buffer.from(line).toString("utf8"));

/** The plain way: the whole text, split. */
function plainLines(text: string, bytesMax: number): (string | null)[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (Buffer.byteLength(line) > bytesMax ? null : line));
}

test("any cutting into chunks gives the lines of the whole", () => {
  const line = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\n", ""));
  const cuts = fc.array(fc.nat({ max: 500 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), cuts, (lines, isEnded, places) => {
      const text = lines.join("\n") + (isEnded && lines.length > 0 ? "\n" : "");
      const bytes = Buffer.from(text);
      const splitter = new LineSplitter(60);
      const found: Line[] = [];
      const ends = [...places.filter((place) => place < bytes.length), bytes.length].toSorted((a, b) => a - b);
      let from = 0;
      for (const end of ends) {
        found.push(...splitter.push(bytes.subarray(from, end)));
        from = end;
      }
      found.push(...splitter.finish());
      assert.deepEqual(found.map(textOf), plainLines(text, 60));
    }),
  );
});

test("a line over the limit is told once and the rest goes on", () => {
  const splitter = new LineSplitter(10);
  const found = [...splitter.push(Buffer.from(`a\n${"x".repeat(8)}`))];
  for (let chunk = 0; chunk < 1000; chunk++) found.push(...splitter.push(Buffer.from("x".repeat(1000))));
  found.push(...splitter.push(Buffer.from("\nb")), ...splitter.finish());
  assert.deepEqual(found.map(textOf), ["a", null, "b"]);
});
