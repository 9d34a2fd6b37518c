// Law: any order, batching and repetition of deliveries, with decisions and withdrawals among them, ends in the partition
// that one bulk run over the final facts gives. In every second
// history commits fail now and then; the feed alone tells the partition, and redirects end where the records are.
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

for (let seed = 1; seed <= 6; seed += 1) {
  test(`random history ${seed} ends where a bulk run does`, async () => {
    const { stored, bulk, differences, replayed, redirects } = await runRandomHistory(
      model,
      rows,
      seed,
      seed % 2 === 0,
    );
    assert.deepEqual(stored, bulk);
    assert.deepEqual(differences, []);
    assert.deepEqual(replayed, stored, "the feed tells all");
    for (const { told, held } of redirects) assert.deepEqual(told, held, "redirects end where the records are");
  });
}
