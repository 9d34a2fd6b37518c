// Nothing personal is left behind: a run through everything with distinctive values, then a search for them, and for keys and
// identifiers of records, in the log, the metrics, every problem document, and the audit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKnown } from "./knownThings.ts";
import { routeTable } from "./routeTable.ts";
import { secretsIn, secretTexts } from "./secretPerson.ts";
import { type Answer, type Asked, serveSmallIndex } from "./serveSmallIndex.ts";

const secret = "Zorblaxina Quuxworthy";

/** Requests that fail, each with a personal value where it does not belong. */
const failures: readonly [string, Asked][] = [
  ["/v1/records/secret/s-one", { method: "PUT", body: `{"fields":{"given_name":"${secret}"` }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: { given_name: [secret] } } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: { given_name: `${secret}\u0000` } } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: {}, observedAt: secret } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: {}, version: secret } }],
  ["/v1/match", { body: { fields: { given_name: "Zorblaxina" }, limit: secret } }],
  ["/v1/match", { body: secret, headers: { "content-type": secret } }],
  ["/v1/match", { body: secret }],
  ["/v1/persons/search", { body: { q: { name: secret } } }],
  ["/v1/persons/search", { body: { q: secret, cursor: secret } }],
  ["/v1/decisions", { body: { kind: secret, left: {}, right: {}, reason: secret } }],
  [`/v1/events?after=${encodeURIComponent(secret)}`, {}],
  [`/v1/persons/${encodeURIComponent(secret)}`, {}],
  [`/v1/persons/%zz${encodeURIComponent(secret)}`, {}],
  [`/v1/${encodeURIComponent(secret)}`, {}],
  [`/v1/records/${encodeURIComponent(secret)}/1`, {}],
  ["/v1/events", { headers: { authorization: `Bearer ${secret.replace(" ", "")}` } }],
  ["/v1/events", { headers: { purpose: secret } }],
  [
    "/v1/records",
    { method: "POST", body: `${secret}\n{"source":"secret"}\n`, headers: { "content-type": "application/x-ndjson" } },
  ],
];

test("no personal value, key or identifier stays in log, metrics, problems or audit", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const problems: Answer[] = [];
  for (const [path, asked] of failures) {
    const answer = await server.ask(path, asked);
    assert.ok(answer.status >= 400 || path === "/v1/records", `${path} ${answer.status}`);
    problems.push(answer);
  }
  for (const { path, asked } of routeTable) await server.ask(path(known), asked?.(known));
  const metrics = (await server.ask("/metrics", { key: null })).text;
  const audit = JSON.stringify(await server.store.auditAfter(0, 100_000));
  const log = server.log.join("");
  const words = [...secretTexts, server.key, "s-one", "s-two", "s-three", known.person, known.decision, known.review];
  assert.deepEqual(secretsIn(log, words), [], "log");
  assert.deepEqual(secretsIn(metrics, words), [], "metrics");
  assert.deepEqual(secretsIn(audit, [...secretTexts, server.key]), [], "audit");
  for (const { text, status } of problems) assert.deepEqual(secretsIn(text, words), [], `problem ${status}: ${text}`);
  assert.ok(server.log.length > failures.length, "requests were logged");
  assert.ok(audit.includes("GET /v1/persons/{id}"), "answers were recorded");
});

test("the guard sees what it looks for", () => {
  assert.deepEqual(secretsIn("… ZORBLAXINA …"), ["Zorblaxina"]);
});
