// Every route × every kind of client: the law that nothing is read without an access context. A route that is served and
// not in the table fails the first test.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAccessKey } from "../../src/governance/clients/accessKey.ts";
import { revokeClient } from "../../src/governance/revokeClient.ts";
import { makeKnown } from "./knownThings.ts";
import { openRoutes, routeTable } from "./routeTable.ts";
import { secretsIn, secretTexts } from "./secretPerson.ts";
import { type Asked, type SmallServer, serveSmallIndex } from "./serveSmallIndex.ts";

test("the table has every route that is served, and no other", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const { body: document } = await ask("/openapi.json", { key: null });
  const served = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const known = [...routeTable.map(({ route }) => route), ...openRoutes];
  assert.deepEqual(served.toSorted(), known.toSorted());
});

test("no route answers without a valid key and an agreed purpose", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const revoked = await server.addClient({ name: "revoked" });
  await revokeClient(server.store, "revoked");
  const before = await factsOf(server);
  const kinds: [string, Asked, number, string][] = [
    ["no key", { key: null }, 401, "KEY_MISSING"],
    ["a key that nobody has", { key: createAccessKey() }, 401, "KEY_INVALID"],
    ["no key at all in the header", { headers: { authorization: "Basic abc" } }, 401, "KEY_INVALID"],
    ["a revoked key", { key: revoked }, 401, "KEY_INVALID"],
    ["no purpose", { headers: { purpose: null } }, 403, "PURPOSE_MISSING"],
    ["a purpose not held", { headers: { purpose: "OTHER" } }, 403, "PURPOSE_NOT_ALLOWED"],
  ];
  for (const { route, path, asked } of routeTable) {
    for (const [what, changes, status, code] of kinds) {
      const usual = asked?.(known) ?? {};
      const answer = await server.ask(path(known), {
        ...usual,
        ...changes,
        headers: { ...usual.headers, ...changes.headers },
      });
      assert.equal(answer.status, status, `${route}, ${what}`);
      assert.equal(answer.body.code, code, `${route}, ${what}`);
      assert.equal(answer.headers.get("content-type")?.split(";")[0], "application/problem+json");
      assert.equal(answer.headers.has("www-authenticate"), status === 401);
      assert.deepEqual(secretsIn(answer.text), []);
    }
  }
  assert.deepEqual(await factsOf(server), before, "nothing was written");
});

test("a person known only to sources that a client may not see does not exist for it", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const key = await server.addClient({ name: "blind", sources: ["clinic"] });
  const before = await factsOf(server);
  for (const { route, path, asked, blind, isEmpty } of routeTable) {
    const answer = await server.ask(path(known), { ...asked?.(known), key });
    assert.equal(answer.status, blind, `${route}: ${answer.text.slice(0, 200)}`);
    assert.ok(blind !== 200 || isEmpty?.(answer), `${route}: ${answer.text.slice(0, 200)}`);
    assert.deepEqual(secretsIn(answer.text), [], route);
    assert.doesNotMatch(answer.text, new RegExp(known.person), route);
  }
  assert.deepEqual(await factsOf(server), before, "nothing was written");
});

test("what may not be seen answers as what does not exist", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const key = await server.addClient({ name: "blind", sources: ["clinic"] });
  const absent = "01900000-0000-7000-8000-ffffffffffff";
  for (const { route, path, asked, blind } of routeTable) {
    if (blind !== 404 || !route.includes("{id}")) continue;
    const hidden = await server.ask(path(known), { ...asked?.(known), key });
    const nobody = { person: absent, decision: absent, review: absent };
    const missing = await server.ask(path(nobody).replace(/s-\w+$/, "absent"), { ...asked?.(nobody), key });
    assert.equal(missing.text, hidden.text, route);
  }
});

test("a client sees its fields only, on every route", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const fields = ["given_name", "surname"];
  const key = await server.addClient({ name: "names only", fields });
  const hidden = secretTexts.slice(2);
  for (const { route, path, asked } of routeTable) {
    const usual = asked?.(known) ?? {};
    const isWrite =
      !["GET", undefined].includes(usual.method) || /split|decisions|reviews\/|PUT|DELETE|\/records$/.test(route);
    if (isWrite && !route.startsWith("POST /v1/match") && !route.includes("search")) continue;
    const body =
      route === "POST /v1/match" ? { fields: { given_name: "Zorblaxina", surname: "Quuxworthy" } } : usual.body;
    const answer = await server.ask(path(known), { ...usual, ...(body === undefined ? {} : { body }), key });
    assert.equal(answer.status, 200, `${route}: ${answer.text.slice(0, 300)}`);
    assert.deepEqual(secretsIn(answer.text, hidden), [], route);
  }
  const sees = await server.ask(`/v1/persons/${known.person}`, { key });
  assert.deepEqual(Object.keys(sees.body.fields).toSorted(), fields);
  const probe = await server.ask("/v1/match", { key, body: { fields: { document_number: "ZQ99887766" } } });
  assert.ok(probe.status === 400 || probe.body.items.length === 0, "hidden fields cannot be probed");
  const found = await server.ask("/v1/persons/search", { key, body: { q: "ZQ99887766" } });
  assert.deepEqual(found.body.items, [], "nor searched");
});

test("the walk succeeds for a client that sees everything", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  for (const { route, path, asked, statuses } of routeTable) {
    const answer = await server.ask(path(known), asked?.(known));
    assert.ok(statuses.includes(answer.status), `${route}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
});

/** How much the store holds; not its moment, which a refused write may move. */
async function factsOf({ store }: SmallServer) {
  const { cursor, records, persons, decisions } = await store.head();
  return { cursor, records, persons, decisions };
}
