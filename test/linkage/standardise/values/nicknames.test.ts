import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nicknameGroups } from "../../../../src/linkage/standardise/values/nicknameGroups.ts";
import { areNicknames, nicknameGroupsOf } from "../../../../src/linkage/standardise/values/nicknames.ts";
import { standardiseName } from "../../../../src/linkage/standardise/values/standardiseName.ts";

test("forms of one name, and of different names", () => {
  const forms =
    "william bill|robert bob|bob robbie|elizabeth betty|margaret peggy|francisco paco|giuseppe pino|aleksandr sasha|mohammed muhammad|johannes hans|katarzyna kasia|hendrik henk|yusuf youssef";
  for (const pair of forms.split("|")) {
    const [a = "", b = ""] = pair.split(" ");
    assert.ok(areNicknames(a, b), pair);
    assert.ok(areNicknames(b, a), pair);
  }
  for (const [a, b] of [
    ["mark", "marsha"],
    ["john", "james"],
    ["alexander", "sandra"],
    ["bill", "bill"],
    ["", ""],
    ["zz", "bill"],
  ]) {
    assert.ok(!areNicknames(a ?? "", b ?? ""), `${a} ${b}`);
  }
});

test("every group holds at least two different names in their standardised form", () => {
  for (const group of nicknameGroups) {
    assert.ok(new Set(group).size >= 2, group.join(" "));
    for (const name of group) {
      assert.match(name, /^[a-z]+$/);
      assert.deepEqual(standardiseName(name, "given").tokens, [name]);
    }
  }
  assert.ok(nicknameGroups.length > 700);
});

test("symmetric, and true exactly where a group is shared", () => {
  const name = fc.constantFrom(...new Set(nicknameGroups.flat()));
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(areNicknames(a, b), areNicknames(b, a));
      const shared = nicknameGroups.some((group) => group.includes(a) && group.includes(b));
      assert.equal(areNicknames(a, b), a !== b && shared);
      const groups = nicknameGroupsOf(a);
      assert.deepEqual(
        [...groups],
        [...groups].sort((x, y) => x - y),
      );
    }),
    { numRuns: 300 },
  );
});
