// The OpenAPI document: 3.1, every route described whole, every answer as described, rendered without the network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue } from "../../src/shared/errors.ts";
import { makeKnown } from "./knownThings.ts";
import { routeTable } from "./routeTable.ts";
import { misfits } from "./schemaOf.ts";
import { secretRecords } from "./secretPerson.ts";
import { purpose, recordPath, serveSmallIndex } from "./serveSmallIndex.ts";

test("the document is OpenAPI 3.1 with security, tags and problems on every route", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const { body: document } = await ask("/openapi.json", { key: null });
  assert.match(document.openapi, /^3\.1\./);
  const ids = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths)) {
    // biome-ignore lint/suspicious/noExplicitAny: the document is looked into freely
    for (const [method, operation] of Object.entries(methods as Record<string, any>)) {
      const name = `${method} ${path}`;
      assert.ok(operation.summary && operation.operationId && operation.tags.length === 1, name);
      assert.ok(!ids.has(operation.operationId), `${name}: operationId of its own`);
      ids.add(operation.operationId);
      const parameters = (operation.parameters ?? []).filter((each: { in: string }) => each.in === "path");
      assert.equal(parameters.length, path.split("{").length - 1, `${name}: every part of the path is described`);
      if (path.startsWith("/v1")) assert.deepEqual(operation.security, [{ key: [], purpose: [] }], name);
      const needed = path.startsWith("/v1") ? ["400", "401", "403", "429", "500", "503"] : ["500"];
      for (const status of needed) assert.ok(status in operation.responses, `${name} ${status}`);
      for (const [status, response] of Object.entries(operation.responses as Record<string, { content: object }>)) {
        if (Number(status) >= 400) assert.deepEqual(Object.keys(response.content), ["application/problem+json"], name);
      }
    }
  }
  assert.deepEqual(Object.keys(document.components.securitySchemes).toSorted(), ["key", "purpose"]);
});

test("every reference of the document leads somewhere", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const { body: document, text } = await ask("/openapi.json", { key: null });
  for (const [, name = ""] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    assert.ok(name in document.components.schemas, name);
  assert.ok(!/"\$ref":"(?!#\/components\/)/.test(text));
});

test("every answer has an example, which fits its schema", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const { body: document } = await ask("/openapi.json", { key: null });
  for (const [path, methods] of Object.entries(document.paths)) {
    // biome-ignore lint/suspicious/noExplicitAny: the document is looked into freely
    for (const [method, { responses }] of Object.entries(methods as Record<string, any>)) {
      // biome-ignore lint/suspicious/noExplicitAny: likewise
      for (const [status, { content = {} }] of Object.entries(responses as Record<string, any>)) {
        // biome-ignore lint/suspicious/noExplicitAny: likewise
        for (const [type, { schema, example }] of Object.entries(content as Record<string, any>)) {
          if (type === "text/plain") continue;
          assert.ok(example !== undefined, `${method} ${path} ${status}`);
          assert.deepEqual(misfits(document, schema, example), [], `${method} ${path} ${status}`);
        }
      }
    }
  }
});

test("every answer, good or bad, is as described", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const { body: document } = await server.ask("/openapi.json", { key: null });
  const keys = [server.key, await server.addClient({ name: "blind", sources: ["clinic"] })];
  for (const key of keys.toReversed()) {
    for (const { route, path, asked } of routeTable) {
      const [method = "", pattern = ""] = route.split(" ");
      const answer = await server.ask(path(known), { ...asked?.(known), key });
      const response = document.paths[pattern][method.toLowerCase()].responses[answer.status];
      assert.ok(response, `${route}: ${answer.status} is described`);
      const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
      const schema = response.content[type]?.schema;
      assert.ok(schema, `${route}: ${type} is described`);
      for (const body of type.includes("ndjson") ? answer.body : [answer.body])
        assert.deepEqual(misfits(document, schema, body), [], `${route} ${answer.status}`);
      if (answer.status >= 400) {
        assert.ok(response.description.includes(`\`${answer.body.code}\``), `${route} may answer ${answer.body.code}`);
      }
    }
  }
});

test("merged and split persons are answered as described", async (t) => {
  const server = await serveSmallIndex(t);
  const { body: document } = await server.ask("/openapi.json", { key: null });
  const { person } = await makeKnown(server);
  const [one, two, three] = secretRecords.map(({ source, id }) => ({ source, id }));
  const split = await server.ask(`/v1/persons/${person}/split`, {
    body: { groups: [[one], [two, three]], reason: "r" },
  });
  assert.equal(split.status, 201);
  const parts = new Set<string>();
  for (const record of [one, two, three]) {
    assert.ok(record);
    parts.add((await server.ask(recordPath(record))).body.person.id);
  }
  assert.equal(parts.size, 2);
  await server.ask(`/v1/decisions/${split.body.id}`, { method: "DELETE" });
  const merged = [...parts].filter((id) => id !== person);
  const responses = document.paths["/v1/persons/{id}"].get.responses;
  for (const id of merged) {
    const answer = await server.ask(`/v1/persons/${id}`);
    assert.equal(answer.status, 308, answer.text);
    assert.equal(answer.headers.get("location"), `/v1/persons/${person}`);
    assert.deepEqual(misfits(document, responses[308].content["application/json"].schema, answer.body), []);
    assert.equal((await server.ask(`/v1/persons/${id}/why`)).headers.get("location"), `/v1/persons/${person}/why`);
  }
  for (const record of [one, two, three])
    await server.ask(recordPath(record ?? { source: "", id: "" }), { method: "DELETE" });
  const gone = await server.ask(`/v1/persons/${person}`);
  assert.deepEqual([gone.status, gone.body.code, gone.body.gone], [410, "PERSON_GONE", "withdrawn"]);
  assert.deepEqual(misfits(document, document.components.schemas.Problem, gone.body), []);
});

test("a contradiction is shown as described", async (t) => {
  const server = await serveSmallIndex(t);
  await makeKnown(server);
  const { body: document } = await server.ask("/openapi.json", { key: null });
  const [, two, three] = secretRecords.map(({ source, id }) => ({ source, id }));
  const body = { kind: "different", left: three, right: two, reason: "not the same after all" };
  const answer = await server.ask("/v1/decisions", { body });
  assert.deepEqual([answer.status, answer.body.code], [409, "DECISIONS_CONTRADICT"]);
  assert.equal(answer.body.chain.length, 1);
  assert.deepEqual(misfits(document, document.components.schemas.Problem, answer.body), []);
});

test("the page of the document fetches nothing from elsewhere", async (t) => {
  const { ask, url } = await serveSmallIndex(t);
  const page = await ask("/docs/", { key: null });
  const start = await ask("/docs/static/swagger-initializer.js", { key: null });
  assert.equal(page.status, 200);
  const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = ""]) => link);
  assert.ok(links.length >= 3);
  for (const link of links) {
    assert.doesNotMatch(link, /^(https?:)?\/\//);
    assert.equal((await fetch(new URL(link, `${url}/docs/`), { headers: { purpose } })).status, 200, link);
  }
  assert.match(start.text, /"validatorUrl":\s*null/);
});

test("every code of the catalogue can be looked up in the document", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const { body: document } = await ask("/openapi.json", { key: null });
  const { description } = document.components.schemas.Problem.properties.code;
  for (const code of Object.keys(catalogue)) assert.ok(description.includes(code), code);
});
