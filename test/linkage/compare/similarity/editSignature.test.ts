// One-edit questions against the general edit distance, and the signature's promise never to deny an edit.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editSignature, mayBeOneEdit } from "../../../../src/linkage/compare/similarity/editSignature.ts";
import { indelSimilarity } from "../../../../src/linkage/compare/similarity/indelSimilarity.ts";
import { isWithinOneEdit } from "../../../../src/linkage/compare/similarity/isWithinOneEdit.ts";
import { letterSignature, mayBeSimilar } from "../../../../src/linkage/compare/similarity/letterSignature.ts";
import { osaDistance } from "../../../../src/linkage/compare/similarity/osaDistance.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "1", "2"), minLength: 0, maxLength: 14 });
const edited = fc
  .tuple(text, fc.nat(14), fc.constantFrom("insert", "delete", "replace", "swap"), fc.constantFrom("a", "1"))
  .map(([original, place, kind, letter]) => {
    const at = Math.min(place, original.length);
    const before = original.slice(0, at);
    const after = original.slice(at);
    if (kind === "insert") return [original, before + letter + after] as const;
    if (kind === "delete") return [original, before + after.slice(1)] as const;
    if (kind === "replace") return [original, before + letter + after.slice(1)] as const;
    return [original, before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2)] as const;
  });

function place(left: string, right: string): [Uint8Array, number, number, number, number] {
  const bytes = new TextEncoder().encode(left + right);
  return [bytes, 0, left.length, left.length, left.length + right.length];
}

test("isWithinOneEdit is osaDistance ≤ 1", () => {
  fc.assert(
    fc.property(fc.oneof(edited, fc.tuple(text, text)), ([left, right]) => {
      const [bytes, fromA, toA, fromB, toB] = place(left, right);
      assert.equal(isWithinOneEdit(bytes, fromA, toA, fromB, toB), osaDistance(bytes, fromA, toA, fromB, toB, 1) <= 1);
    }),
    { numRuns: 5000 },
  );
});

test("letterSignature never denies two edits or the similarity asked for", () => {
  const mail = fc.string({ unit: fc.constantFrom("a", "b", "c", "x", "y", "@", "."), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(mail, mail, fc.constantFrom(0.5, 0.75, 0.9), (left, right, similarity) => {
      const [bytes, fromA, toA, fromB, toB] = place(left, right);
      const mayBe = mayBeSimilar(letterSignature(bytes, fromA, toA), letterSignature(bytes, fromB, toB), similarity);
      const isSimilar = indelSimilarity(bytes, fromA, toA, fromB, toB) >= similarity;
      if (isSimilar || osaDistance(bytes, fromA, toA, fromB, toB, 2) <= 2) assert.equal(mayBe, true);
    }),
    { numRuns: 5000 },
  );
});

test("a signature never denies what is one edit apart, and denies most of what is not", () => {
  const signature = (value: string) => editSignature(new TextEncoder().encode(value), 0, value.length);
  fc.assert(
    fc.property(edited, ([left, right]) => {
      assert.equal(mayBeOneEdit(signature(left), signature(right)), true);
    }),
    { numRuns: 5000 },
  );
  let kept = 0;
  for (let i = 0; i < 1000; i += 1)
    if (mayBeOneEdit(signature(`${7919 * i}4455`), signature(`${104729 * i + 7}12`))) kept += 1;
  assert.ok(kept < 300, `${kept} of 1000 unlike numbers kept`);
});
