// What a run expects of itself against the truth of made-up people: an interval that misses in one run of ten is honest,
// one that misses in most is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { link } from "../../../src/linkage/link.ts";
import type { Interval } from "../../../src/linkage/report/reportData.ts";
import { madeUpRecords } from "../madeUpRecords.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Slack for what chance does to a share of a few hundred pairs. */
const isInside = ({ low, high }: Interval, share: number): boolean => share >= low - 0.001 && share <= high + 0.001;

test("true precision and recall lie in the intervals expected, in nine runs of ten", async () => {
  const missed = { precision: [] as string[], recall: [] as string[] };
  for (const seed of seeds) {
    const rows = madeUpRecords({ records: 1500, seed });
    const { summary } = await link({ input: rows, idColumn: "unique_id", truth: "cluster_id", threads: 2 });
    const { estimated, evaluation } = summary;
    assert.ok(evaluation !== null);
    for (const measure of ["precision", "recall"] as const) {
      const { low, high } = estimated[measure];
      const share = evaluation[measure];
      if (!isInside(estimated[measure], share)) {
        missed[measure].push(`${share.toFixed(4)} not in ${low.toFixed(4)} to ${high.toFixed(4)}`);
      }
    }
  }
  assert.ok(missed.precision.length <= 1, `precision: ${missed.precision.join("; ")}`);
  assert.ok(missed.recall.length <= 1, `recall: ${missed.recall.join("; ")}`);
});
