// The other end of runJobs: what a worker thread does with the jobs it is sent.
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";

/**
 * Answers each job in turn; to be called once by the file that a thread starts from.
 * @param movable the buffers of a result that are moved and not copied; the thread has them no longer then
 */
export function answerJobs<Context, Job, Result>(
  start: (context: Context) => (job: Job) => Result,
  movable: (result: Result) => ArrayBuffer[] = () => [],
): void {
  assert(parentPort !== null, "this file is started as a worker");
  const port = parentPort;
  const run = start(workerData as Context);
  port.on("message", (job: Job) => {
    const result = run(job);
    port.postMessage(result, movable(result));
  });
}
