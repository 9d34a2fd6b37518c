// A thread that scores under a Splink model: takes jobs one by one and answers with links.
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";
import { createSplinkRunner, type SplinkContext, type SplinkJob } from "./scoreSplinkJob.ts";

assert(parentPort !== null, "this file is started as a worker");
const port = parentPort;
const run = createSplinkRunner(workerData as SplinkContext);
port.on("message", ({ index, job }: { index: number; job: SplinkJob }) => {
  const result = run(job);
  const { left, right, logOdds, rule } = result.links;
  port.postMessage({ index, result }, [left.buffer, right.buffer, logOdds.buffer, rule.buffer] as ArrayBuffer[]);
});
