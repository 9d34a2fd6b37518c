// Words by length, looked through with their letter sets, fit as every word compared on its own does.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { osaDistance } from "../../../src/linkage/compare/similarity/osaDistance.ts";
import { fitWords } from "../../../src/linkage/search/fitWords.ts";
import type { Fit } from "../../../src/linkage/search/valueMatch.ts";
import { WordTable } from "../../../src/linkage/search/wordTable.ts";
import { nicknameGroupsOf } from "../../../src/linkage/standardise/values/nicknames.ts";
import { soundex } from "../../../src/linkage/standardise/values/soundex.ts";

const encoder = new TextEncoder();
const names = [
  "john",
  "jon",
  "jonathan",
  "smith",
  "smyth",
  "smithson",
  "schmidt",
  "anna",
  "ann",
  "william",
  "bill",
  "o",
];
const word = fc.oneof(
  fc.constantFrom(...names),
  fc.array(fc.constantFrom(..."aehijmnost"), { minLength: 1, maxLength: 9 }).map((letters) => letters.join("")),
);

function tableOf(words: readonly string[]): WordTable {
  const table = new WordTable(true);
  words.forEach((text, code) => {
    const bytes = encoder.encode(`-${text}-`);
    table.add(code, bytes, 1, bytes.length - 1);
  });
  return table;
}

function plainFit(text: string, other: string): Fit | null {
  const edits = text.length < 4 ? 0 : text.length < 7 ? 1 : 2;
  if (other === text) return { similarity: 1, manner: "exact" };
  if (other.startsWith(text)) {
    if (text.length === 1) return { similarity: 0.3, manner: "initial" };
    return { similarity: 0.55 + (0.4 * text.length) / other.length, manner: "begins so" };
  }
  const bytes = encoder.encode(text + other);
  const distance = osaDistance(bytes, 0, text.length, text.length, bytes.length, edits);
  if (distance > edits || (other[0] !== text[0] && other.at(-1) !== text.at(-1))) return null;
  const manner = distance === 1 ? "one letter differs" : "two letters differ";
  return { similarity: 1 - (distance * 1.4) / Math.max(text.length, other.length, 5), manner };
}

function plainFits(text: string, words: readonly string[]): Map<number, Fit> {
  const fits = new Map<number, Fit>();
  words.forEach((other, code) => {
    const fit = plainFit(text, other);
    if (fit !== null) fits.set(code, fit);
  });
  const groups = nicknameGroupsOf(text);
  words.forEach((other, code) => {
    const isNickname = nicknameGroupsOf(other).some((group) => groups.includes(group));
    if (isNickname && (fits.get(code)?.similarity ?? 0) < 0.85)
      fits.set(code, { similarity: 0.85, manner: "nickname" });
  });
  if (text.length < 4 || fits.size >= 12) return fits;
  words.forEach((other, code) => {
    const isNear = Math.abs(other.length - text.length) <= 3 && other[0] === text[0];
    if (isNear && !fits.has(code) && soundex(other) === soundex(text)) {
      fits.set(code, { similarity: 0.5, manner: "sounds alike" });
    }
  });
  return fits;
}

test("a typed word fits the words that it fits one by one, equally well and in the same manner", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, text) => {
      const nicknames = new Map<number, number[]>();
      words.forEach((other, code) => {
        for (const group of nicknameGroupsOf(other)) nicknames.set(group, [...(nicknames.get(group) ?? []), code]);
      });
      const groupsOf = (code: number): readonly number[] => nicknameGroupsOf(words[code]!);
      const found = fitWords(text, {
        table: tableOf(words),
        nicknames: { wordsOf: nicknames, groupsOf, hasUnvowelled: false },
      });
      const byCode = (a: readonly [number, Fit], b: readonly [number, Fit]): number => a[0] - b[0];
      assert.deepEqual([...found].sort(byCode), [...plainFits(text, words)].sort(byCode));
    }),
    { numRuns: 500 },
  );
});

test("a name that is known fits the spellings that a model has learnt", () => {
  const words = ["darwish", "dervis", "smith"];
  const learnt = [[9000], [9000], []];
  const nicknames = {
    wordsOf: new Map([[9000, [0, 1]]]),
    groupsOf: (code: number) => learnt[code]!,
    hasUnvowelled: false,
  };
  const found = fitWords("dervis", { table: tableOf(words), nicknames });
  assert.deepEqual(found.get(0), { similarity: 0.85, manner: "nickname" });
  assert.equal(found.get(1)?.manner, "exact");
  assert.ok(!found.has(2));
});
