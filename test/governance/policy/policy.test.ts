// Who may ask at all: pure decisions over a client and a request.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownClient } from "../../../src/governance/clients/authenticator.ts";
import { grantAccess } from "../../../src/governance/policy/grantAccess.ts";
import { requireWritableSource } from "../../../src/governance/policy/requireWritableSource.ts";

const client: KnownClient = {
  number: 3,
  name: "desk",
  purposes: new Set(["CARE", "FRAUD"]),
  sources: new Set(["clinic"]),
  fields: null,
};

test("a purpose that the client holds gives the context of the request", () => {
  assert.deepEqual(grantAccess(client, "CARE", "POST /v1/match"), {
    client: 3,
    clientName: "desk",
    purpose: "CARE",
    sources: client.sources,
    fields: null,
    route: "POST /v1/match",
  });
});

test("no purpose, and any that is not held, is refused", () => {
  for (const purpose of [undefined, ""])
    assert.throws(() => grantAccess(client, purpose, "r"), { code: "PURPOSE_MISSING" });
  for (const purpose of ["care", "CARE, FRAUD", "*", "constructor"])
    assert.throws(() => grantAccess(client, purpose, "r"), { code: "PURPOSE_NOT_ALLOWED" });
});

test("records are written to visible sources only", () => {
  const context = grantAccess(client, "CARE", "r");
  requireWritableSource(context, "clinic");
  assert.throws(() => requireWritableSource(context, "school"), { code: "SOURCE_NOT_ALLOWED" });
  requireWritableSource({ ...context, sources: null }, "school");
});
