// A server like `namesake serve`, whose program is read before it is needed: it opens the store when told so by a line, and
// prints its address; it ends when whoever started it does. What it compiled is kept for the next one: a hundred starts then cost little more than opening the store a hundred times.
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { startServer } from "../../../src/server/startServer.ts";

const [store = ""] = process.argv.slice(2);
flushCompileCache();
process.stdout.write("read\n");
process.stdin.on("end", () => process.exit());
await once(process.stdin, "data");
try {
  const { address } = await startServer({ store, port: 0, host: "127.0.0.1", logLevel: "error" });
  process.stdout.write(`${address}\n`);
} catch (error) {
  process.stdout.write(`failed ${String(error)}\n`);
  process.exit(1);
}
