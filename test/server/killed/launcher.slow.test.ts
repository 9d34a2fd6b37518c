// Under an old Node, bin/namesake runs the server beside itself: killed, it does not leave a server that keeps the store.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { openStore } from "../../../src/store/openStore.ts";
import { openSmallIndex } from "../../persons/smallIndex.ts";
import { smallWorld } from "../serveSmallIndex.ts";

const program = new URL("../../../bin/namesake", import.meta.url).pathname;

test("a server whose launcher is killed ends with it and lets go of the store", async (t) => {
  const { model } = await smallWorld();
  const index = await openSmallIndex(model);
  t.after(() => index.close());
  await index.service.close();
  await index.store.close();
  const oldNode = join(dirname(index.path), "oldNode.cjs");
  await writeFile(oldNode, "delete process.execve;\n");
  const store = `sqlite:${index.path}`;
  const args = ["--require", oldNode, program, "serve", "--store", store, "--port", "0"];
  const launcher = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  t.after(() => launcher.kill("SIGKILL"));
  await once(launcher.stdout, "data");
  launcher.kill("SIGKILL");
  // The output closes when the last process that holds it has ended.
  launcher.stdout.resume();
  await once(launcher, "close");
  const again = await openStore({ store, role: "index" });
  await again.close();
});
