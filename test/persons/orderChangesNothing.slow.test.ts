// The law of order, as orderChangesNothing.test.ts, on a thousand random histories.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Model } from "../../src/linkage/model.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";
import { runRandomHistory } from "./randomHistory.ts";
import { trainSmall } from "./smallIndex.ts";

let model: Model;
let rows: MadeUpRow[];

before(async () => {
  ({ model, rows } = await trainSmall(400, 23));
});

for (let hundred = 0; hundred < 10; hundred += 1) {
  test(`random histories ${hundred * 100 + 1} to ${hundred * 100 + 100} end where bulk runs do`, async () => {
    for (let seed = hundred * 100 + 1; seed <= hundred * 100 + 100; seed += 1) {
      const { stored, bulk, differences, replayed, redirects } = await runRandomHistory(
        model,
        rows,
        1000 + seed,
        seed % 2 === 0,
      );
      assert.deepEqual(stored, bulk, `seed ${seed}`);
      assert.deepEqual(differences, [], `seed ${seed}`);
      assert.deepEqual(replayed, stored, `seed ${seed}`);
      for (const { told, held } of redirects) assert.deepEqual(told, held, `seed ${seed}`);
    }
  });
}

test("random histories end there also in components that are larger than is clustered whole", async () => {
  const at = (componentSizeMax: number, evenOdds: number): Model => ({
    ...model,
    thresholds: { component: evenOdds - 3, review: evenOdds - 2, link: evenOdds },
    clustering: { ...model.clustering, componentSizeMax },
  });
  for (let seed = 1; seed <= 30; seed += 1) {
    const crowded = at(3 + (seed % 5), seed % 2 === 0 ? -18 : -24);
    const { stored, bulk, differences, replayed } = await runRandomHistory(crowded, rows, 5000 + seed, seed % 3 === 0);
    assert.deepEqual(stored, bulk, `seed ${seed}`);
    assert.deepEqual(differences, [], `seed ${seed}`);
    assert.deepEqual(replayed, stored, `seed ${seed}`);
  }
});
