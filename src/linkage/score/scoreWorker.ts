// A scoring thread: takes jobs one by one and answers with their results.
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";
import { createJobRunner, type ScoreContext, type ScoreJob } from "./scoreJobs.ts";

assert(parentPort !== null, "this file is started as a worker");
const port = parentPort;
const run = createJobRunner(workerData as ScoreContext);
port.on("message", ({ index, job }: { index: number; job: ScoreJob }) => {
  const result = run(job);
  const moved: ArrayBuffer[] = [];
  if (result !== null && "links" in result) {
    const { left, right, logOdds, rule } = result.links;
    moved.push(...([left.buffer, right.buffer, logOdds.buffer, rule.buffer] as ArrayBuffer[]));
  }
  port.postMessage({ index, result }, moved);
});
