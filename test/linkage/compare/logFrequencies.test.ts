import assert from "node:assert/strict";
import { test } from "node:test";
import { LogFrequencies } from "../../../src/linkage/compare/logFrequencies.ts";

test("the logarithm of a count's share, asked once or again, within the table or beyond it", () => {
  for (const [total, added, addedTotal] of [
    [1, 0, 0],
    [10, 0, 0],
    [200_000, 0, 0],
    [5_000, 5e-5, 500],
  ] as const) {
    const log = new LogFrequencies(total, added, addedTotal);
    for (const count of [1, 2, 1, 3, total, total + 1, total + 2, 70_000, 2, 65_535, 65_536]) {
      assert.equal(log.at(count), Math.log(count + added) - Math.log(total + addedTotal), `${count} of ${total}`);
    }
  }
});
