// A server like `namesake serve`, whose program is read before it is needed: it opens the store when told so by a line, and
// prints its address. What it compiled is kept for the next one: a hundred starts then cost little more than opening the store a hundred times.
import { flushCompileCache } from "node:module";
import { createInterface } from "node:readline";
import { startServer } from "../../../src/server/startServer.ts";

const [store = ""] = process.argv.slice(2);
flushCompileCache();
process.stdout.write("read\n");
for await (const _ of createInterface({ input: process.stdin })) break;
try {
  const { address } = await startServer({ store, port: 0, host: "127.0.0.1", logLevel: "error" });
  process.stdout.write(`${address}\n`);
} catch (error) {
  process.stdout.write(`failed ${String(error)}\n`);
  process.exit(1);
}
