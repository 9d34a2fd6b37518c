// A thread of a team: is put to a kind of work, takes its jobs one by one and answers with their results.
import { parentPort } from "node:worker_threads";
import { assert } from "../../shared/assert.ts";
import { buffersOf } from "./buffersOf.ts";
import { type WorkName, works } from "./works.ts";

type Message =
  | { readonly work: WorkName; readonly context: unknown }
  | { readonly index: number | null; readonly job: unknown };

assert(parentPort !== null, "this file is started as a worker");
const port = parentPort;
let runJob: (job: unknown) => unknown = () => null;
port.on("message", (message: Message) => {
  if ("work" in message) {
    const start = works[message.work].start as (context: unknown) => (job: unknown) => unknown;
    runJob = start(message.context);
    return;
  }
  const result = runJob(message.job);
  if (message.index === null) return;
  port.postMessage({ index: message.index, result }, buffersOf(result));
});
