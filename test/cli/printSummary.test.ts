// The last lines of a run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { printSummary } from "../../src/cli/printSummary.ts";
import type { Summary } from "../../src/linkage/linkOptions.ts";
import { createTestContext } from "./testContext.ts";

const summary: Summary = {
  version: "1.2.3",
  records: 20_000,
  rejected: 2,
  sources: ["a", "b"],
  candidatePairs: 400_000,
  links: 12_000,
  clusters: 9_500,
  recordsInClusters: 15_000,
  duplicates: 10_500,
  doubtfulPairs: 133,
  thresholds: { link: 6, review: 2 },
  estimated: {
    precision: { estimate: 0.992, low: 0.987, high: 0.9999 },
    recall: { estimate: 0.96, low: 0.9, high: 1 },
  },
  evaluation: null,
  secondsPerStage: {},
  seconds: 3.21,
  peakMemoryBytes: 512 * 2 ** 20,
  threads: 2,
  modelHash: "abc",
  notes: [],
};

test("the summary says what a person wants in ten lines", () => {
  const context = createTestContext();
  printSummary(summary, "run1", context);
  assert.deepEqual(context.printed().split("\n"), [
    "Records         20,000 from 2 sources; 2 rejected, see run1/rejects.csv",
    "Clusters        9,500, each taken for one person",
    "Duplicates      10,500 records repeat a person (12,000 links)",
    "To review       133 doubtful pairs",
    "Precision       99.2 % (98.7 % to > 99.9 %), estimated: links that are right",
    "Recall          96.0 % (90.0 % to 100 %), estimated: true pairs that are found",
    "Time            3.2 s on 2 threads",
    "Memory          512 MiB at most",
    "Report          run1/report.html",
    "Explain a pair  namesake explain --run run1 ID1 ID2",
    "",
  ]);
});

test("an interval too narrow to show is left out", () => {
  const context = createTestContext();
  const precision = { estimate: 0.99999, low: 0.99998, high: 0.999999 };
  printSummary({ ...summary, estimated: { ...summary.estimated, precision } }, "run1", context);
  assert.match(context.printed(), /\nPrecision {7}> 99\.9 %, estimated/);
});

test("with truth there is a line more, and notes stand first", () => {
  const evaluation = { precision: 0.98, recall: 0.9, f1: 0.93829, truePairs: 10, foundPairs: 9, correctPairs: 8 };
  const context = createTestContext();
  printSummary({ ...summary, evaluation, notes: ["the sources share few columns"] }, "run1", context);
  assert.match(context.printed(), /^Note: the sources share few columns\n\nRecords/);
  assert.match(context.printed(), /\nTruth {11}precision 0\.9800, recall 0\.9000, F1 0\.9383\n/);
});
