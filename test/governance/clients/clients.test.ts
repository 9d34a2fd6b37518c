// Clients in a real store: made once with a key shown once, found by it, and refused after revocation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addClient, type ClientRequest } from "../../../src/governance/addClient.ts";
import { createAccessKey, hashAccessKey, isAccessKey } from "../../../src/governance/clients/accessKey.ts";
import { createAuthenticator } from "../../../src/governance/clients/authenticator.ts";
import { listClients } from "../../../src/governance/listClients.ts";
import { revokeClient } from "../../../src/governance/revokeClient.ts";
import { NamesakeError } from "../../../src/shared/errors.ts";
import { withStore } from "../withStore.ts";

const request: ClientRequest = { name: "clinic desk", purposes: ["CARE"], sources: ["clinic"], fields: null };

test("keys have 256 bits and never repeat", () => {
  const keys = new Set(Array.from({ length: 100 }, () => createAccessKey()));
  assert.equal(keys.size, 100);
  for (const key of keys) assert.ok(isAccessKey(key));
  assert.equal(Buffer.from(createAccessKey().slice(4), "base64url").length, 32);
  for (const text of ["", "nsk_", `nsk_${"a".repeat(42)}`, `nsk_${"a".repeat(44)}`, `nsk_${"é".repeat(43)}`])
    assert.ok(!isAccessKey(text));
});

test("the store keeps the hash of a key and not the key", async (t) => {
  const { store, folder } = await withStore(t);
  const { key, client } = await addClient(store, request);
  assert.equal(client.keyHash, hashAccessKey(key));
  const files = ["store.db", "store.db-wal"].map((name) => readFileSync(join(folder, name), "latin1"));
  assert.ok(
    files.some((content) => content.includes(client.keyHash)),
    "the hash is there",
  );
  assert.ok(!files.some((content) => content.includes(key)), "the key is not");
});

test("a client is listed as it was made, without its hash", async (t) => {
  const { store } = await withStore(t);
  await addClient(store, { ...request, purposes: ["CARE", "FRAUD", "CARE"] });
  await addClient(store, { name: "all", purposes: ["P"], sources: null, fields: ["name", "birth"] });
  const listed = await listClients(store);
  assert.deepEqual(
    listed.map(({ name, purposes, sources, fields }) => ({ name, purposes, sources, fields })),
    [
      { name: "clinic desk", purposes: ["CARE", "FRAUD"], sources: ["clinic"], fields: null },
      { name: "all", purposes: ["P"], sources: null, fields: ["name", "birth"] },
    ],
  );
  assert.ok(listed.every((listing) => !("keyHash" in listing)));
});

test("a name is taken once", async (t) => {
  const { store } = await withStore(t);
  await addClient(store, request);
  await assert.rejects(addClient(store, request), { code: "CLIENT_EXISTS" });
});

test("every mistake in a client is told together", async (t) => {
  const { store } = await withStore(t);
  const bad: ClientRequest = { name: " ", purposes: ["a b"], sources: [""], fields: [] };
  await assert.rejects(addClient(store, bad), (error) => {
    assert.ok(error instanceof NamesakeError && error.code === "CLIENT_INVALID");
    assert.deepEqual(
      error.where.map((place) => place.split(":")[0]),
      ["name", "purpose", "source", "field"],
    );
    return true;
  });
  assert.deepEqual(await listClients(store), []);
});

test("a key finds its client until it is revoked, at the latest when what is remembered has aged", async (t) => {
  const { store } = await withStore(t);
  const { key } = await addClient(store, request);
  let now = 0;
  const authenticator = createAuthenticator(store, { now: () => now });
  const found = await authenticator.clientOf(key);
  assert.equal(found.name, "clinic desk");
  assert.deepEqual([...(found.sources ?? [])], ["clinic"]);
  assert.equal(found.fields, null);
  await revokeClient(store, "clinic desk");
  await revokeClient(store, "clinic desk");
  assert.equal((await authenticator.clientOf(key)).name, "clinic desk");
  now = 2001;
  await assert.rejects(authenticator.clientOf(key), { code: "KEY_INVALID" });
  await assert.rejects(revokeClient(store, "nobody"), { code: "CLIENT_NOT_FOUND" });
});

test("keys that no client has are refused, however many are tried", async (t) => {
  const { store } = await withStore(t);
  let lookUps = 0;
  const authenticator = createAuthenticator({
    clientByKeyHash: (hash) => {
      lookUps++;
      return store.clientByKeyHash(hash);
    },
  });
  const key = createAccessKey();
  for (const attempt of ["", "x", "nsk_short", key, key, key])
    await assert.rejects(authenticator.clientOf(attempt), { code: "KEY_INVALID" });
  assert.equal(lookUps, 1);
});
