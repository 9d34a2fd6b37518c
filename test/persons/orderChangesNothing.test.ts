// Law: any order, batching and repetition of deliveries, with decisions and withdrawals among them, ends in the partition
// that one bulk run over the final facts gives.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Model } from "../../src/linkage/model.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";
import { runRandomHistory } from "./randomHistory.ts";
import { trainSmall } from "./smallIndex.ts";

let model: Model;
let rows: MadeUpRow[];

before(async () => {
  ({ model, rows } = await trainSmall(240, 11));
});

for (let seed = 1; seed <= 25; seed += 1) {
  test(`random history ${seed} ends where a bulk run does`, async () => {
    const { stored, bulk, differences } = await runRandomHistory(model, rows, seed);
    assert.deepEqual(stored, bulk);
    assert.deepEqual(differences, []);
  });
}
