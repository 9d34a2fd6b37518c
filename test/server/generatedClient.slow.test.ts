// A client generated from /openapi.json by a common generator compiles under strict types and works against a live server.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { generateApi } from "swagger-typescript-api";
import { purpose, serveSmallIndex } from "./serveSmallIndex.ts";

const compiler = resolve(import.meta.dirname, "../../node_modules/.bin/tsc");

/** What the test uses of the generated client. */
interface GeneratedClient {
  readonly v1: Readonly<Record<string, (...given: readonly unknown[]) => Promise<{ status: number; data: never }>>>;
}

test("a generated client compiles and works", async (t) => {
  const server = await serveSmallIndex(t);
  const folder = mkdtempSync(join(tmpdir(), "namesake-client-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { body: spec } = await server.ask("/openapi.json", { key: null });
  const { files } = await generateApi({
    spec,
    output: false,
    silent: true,
    httpClientType: "fetch",
    generateUnionEnums: true,
  });
  const [file] = files;
  assert.ok(file);
  const path = join(folder, "client.ts");
  writeFileSync(path, file.fileContent);
  const lib = ["--lib", "es2024,dom,dom.iterable", "--types", ""];
  const flags = ["--noEmit", "--strict", "--target", "es2024", "--module", "nodenext", "--skipLibCheck", ...lib];
  const compiled = spawnSync(compiler, [...flags, path], { encoding: "utf8", cwd: folder });
  assert.equal(compiled.status, 0, compiled.stdout);

  const { Api } = (await import(pathToFileURL(path).href)) as { Api: new (config: object) => GeneratedClient };
  const headers = { authorization: `Bearer ${server.key}`, purpose };
  const client = new Api({ baseUrl: server.url, baseApiParams: { headers, format: "json" } });
  const call = async (name: string, ...given: unknown[]) => {
    const method = client.v1[name];
    assert.ok(method, `the client has ${name}: ${Object.keys(client.v1)}`);
    return (await method(...given)) as { status: number; data: Record<string, never> };
  };
  const [input] = server.inputs;
  assert.ok(input);
  const { source, id, fields } = input;
  const stored = await call("putRecord", source, id, { fields });
  assert.equal(stored.status, 201);
  const read = await call("getRecord", source, id);
  assert.deepEqual(read.data.person, stored.data.person);
  const { items } = (await call("match", { fields })).data as { items?: { person: object }[] };
  assert.deepEqual(items?.[0]?.person, stored.data.person);
  const { id: person = "" } = (stored.data.person ?? {}) as { id?: string };
  assert.equal((await call("getPerson", person)).data.id, person);
  const { events } = (await call("listEvents", { after: "0" })).data as { events?: object[] };
  assert.equal(events?.length, 2);
  await assert.rejects(call("getPerson", "nobody"), (problem: { error: { code: string } }) => {
    assert.equal(problem.error.code, "PERSON_NOT_FOUND");
    return true;
  });
});
