// Who is known and turned away at the door is on record: client, route and status, and nothing of what was sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAccessKey } from "../../src/governance/clients/accessKey.ts";
import { revokeClient } from "../../src/governance/revokeClient.ts";
import { purpose, serveSmallIndex } from "./serveSmallIndex.ts";

test("a refusal at the door is in the audit log, without the purpose that was named", async (t) => {
  const server = await serveSmallIndex(t, { keyLifeMs: 0 });
  const key = await server.addClient({ name: "denied" });
  const { number } = (await server.store.clients()).find(({ name }) => name === "denied") ?? assert.fail();
  const person = "/v1/persons/01900000-0000-7000-8000-ffffffffffff";
  const rowsOf = async () =>
    (await server.store.auditAfter(0, 1000))
      .filter(({ client }) => client === number)
      .map(({ route, purpose, status, persons, records }) => ({ route, purpose, status, persons, records }));
  const row = (status: number) => ({ route: "GET /v1/persons/{id}", purpose: "", status, persons: [], records: [] });

  assert.equal((await server.ask(person, { key, headers: { purpose: null } })).status, 403);
  assert.deepEqual(await rowsOf(), [row(403)]);
  assert.equal((await server.ask(person, { key, headers: { purpose: "Maryam Okonkwo" } })).status, 403);
  assert.deepEqual(await rowsOf(), [row(403), row(403)]);
  await revokeClient(server.store, "denied");
  const revoked = await server.ask(person, { key, headers: { purpose } });
  assert.deepEqual([revoked.status, revoked.body.code], [401, "KEY_INVALID"]);
  assert.deepEqual(await rowsOf(), [row(403), row(403), row(401)]);
  const unknown = await server.ask(person, { key: createAccessKey() });
  assert.equal(unknown.text, revoked.text, "a revoked key answers as one that nobody has");
  assert.equal((await server.store.auditAfter(0, 1000)).length, 3, "nobody is known, nobody is on record");
});

test("a record of a source that the client may not write is refused on record, alone and as a line of a bulk", async (t) => {
  const server = await serveSmallIndex(t);
  const key = await server.addClient({ name: "narrow", sources: ["clinic"] });
  const { number } = (await server.store.clients()).find(({ name }) => name === "narrow") ?? assert.fail();
  const statuses = async () =>
    (await server.store.auditAfter(0, 1000)).filter(({ client }) => client === number).map(({ status }) => status);
  const alone = await server.ask("/v1/records/school/1", { method: "PUT", key, body: { fields: {} } });
  assert.deepEqual([alone.status, alone.body.code], [403, "SOURCE_NOT_ALLOWED"]);
  assert.deepEqual(await statuses(), [403]);
  const line = JSON.stringify({ source: "school", id: "1", fields: {} });
  const headers = { "content-type": "application/x-ndjson" };
  const bulk = await server.ask("/v1/records", { method: "POST", key, body: `${line}\n${line}\n`, headers });
  assert.equal(bulk.status, 200);
  assert.deepEqual(await statuses(), [403, 403, 403]);
});
