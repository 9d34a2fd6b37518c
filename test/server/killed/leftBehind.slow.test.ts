// Nothing personal is left behind by a server that is killed: everything it wrote apart from the store itself (its output,
// its log, temporary files, its working folder) and everything it answered to mistakes is searched for every value it was
// fed, and for keys of records and of clients.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { addClient } from "../../../src/governance/addClient.ts";
import { openSmallIndex } from "../../persons/smallIndex.ts";
import { failingRequests } from "../failingRequests.ts";
import { openRoutes, routeTable } from "../routeTable.ts";
import { secretRecords, secretsIn, secretTexts } from "../secretPerson.ts";
import { type Asked, purpose, recordPath, sendRequest, smallWorld } from "../serveSmallIndex.ts";

const program = new URL("../../../src/cli/main.ts", import.meta.url).pathname;

test("what a killed server leaves behind, the store apart, tells nothing of anybody", async (t) => {
  const { model } = await smallWorld();
  const index = await openSmallIndex(model);
  t.after(() => index.close());
  const { key } = await addClient(index.store, {
    name: "everything",
    purposes: [purpose],
    sources: null,
    fields: null,
  });
  await index.service.close();
  await index.store.close();
  const folder = join(dirname(index.path), "left");
  await mkdir(join(folder, "tmp"), { recursive: true });
  const server = spawn(process.execPath, [program, "serve", "--store", `sqlite:${index.path}`, "--port", "0"], {
    cwd: folder,
    env: { ...process.env, TMPDIR: join(folder, "tmp"), NAMESAKE_DEBUG: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  t.after(() => server.kill("SIGKILL"));
  const log = createWriteStream(join(folder, "stderr.log"));
  server.stderr.pipe(log);
  let logged = 0;
  const isLogged = Promise.withResolvers<void>();
  const asked = routeTable.length + failingRequests.length;
  createInterface({ input: server.stderr }).on("line", () => {
    logged += 1;
    if (logged > asked) isLogged.resolve();
  });
  const [line] = (await once(createInterface({ input: server.stdout }), "line")) as [string];
  const url = line.slice("Listening on ".length);
  const ask = (path: string, asked: Asked = {}) => sendRequest(url, key, path, asked);

  for (const { source, id, fields } of secretRecords) {
    const { status } = await ask(recordPath({ source, id }), { method: "PUT", body: { fields } });
    assert.equal(status, 201);
  }
  const person: string = (await ask(recordPath(secretRecords[0] ?? assert.fail()))).body.person.id;
  const known = { person, decision: person, review: person };
  const told: string[] = [];
  for (const { path, asked } of routeTable) {
    const answer = await ask(path(known), asked?.(known));
    if (answer.status >= 400) told.push(answer.text);
  }
  for (const [path, asked] of failingRequests) told.push((await ask(path, asked)).text);
  for (const route of openRoutes) told.push((await ask(route.slice("GET ".length), { key: null })).text);
  // Lines are written in blocks.
  await isLogged.promise;
  server.kill("SIGKILL");
  await once(log, "close");

  const words = [...secretTexts, key, ...secretRecords.map(({ id }) => id), basename(program)];
  assert.deepEqual(secretsIn(told.join("\n"), words), [], "answers to mistakes, metrics, health");
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    assert.deepEqual(secretsIn(path, words), [], "names of files");
    assert.deepEqual(secretsIn(await readFile(path, "latin1"), words), [], path);
  }
  const beside = (await readdir(dirname(index.path))).filter((name) => !name.startsWith(basename(index.path)));
  assert.deepEqual(beside, ["left"], "the store's own files begin with its name");
});
