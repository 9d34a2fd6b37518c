// A thread of a team: is put to a kind of work, takes jobs until none is left and answers with the result of each. Nobody
// hands jobs out, so that threads go on while the one that asked has work of its own.
import { parentPort } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";
import { buffersOf } from "./buffersOf.ts";
import { type WorkName, works } from "./works.ts";

/** What a team tells its threads. */
export type TeamMessage =
  | { readonly work: WorkName; readonly context: unknown }
  /** A job whose result nobody waits for. */
  | { readonly told: unknown }
  /** Jobs that all threads share: each takes the next that nobody has taken, counted in shared memory. */
  | { readonly jobs: readonly unknown[]; readonly taken: Int32Array };

assert(parentPort !== null, "this file is started as a worker");
const port = parentPort;
let runJob: (job: unknown) => unknown = () => null;
port.on("message", (message: TeamMessage) => {
  if ("work" in message) {
    const start = works[message.work].start as (context: unknown) => (job: unknown) => unknown;
    runJob = start(message.context);
  } else if ("told" in message) runJob(message.told);
  else runAll(message.jobs, message.taken);
});

function runAll(jobs: readonly unknown[], taken: Int32Array): void {
  for (let index = Atomics.add(taken, 0, 1); index < jobs.length; index = Atomics.add(taken, 0, 1)) {
    const result = runJob(jobs[index]);
    port.postMessage({ index, result }, buffersOf(result));
  }
}
