// Nothing personal is left behind: a run through everything with distinctive values, then a search for them, and for keys and
// identifiers of records, in the log, the metrics, every problem document, and the audit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { failingRequests } from "./failingRequests.ts";
import { makeKnown } from "./knownThings.ts";
import { routeTable } from "./routeTable.ts";
import { secretsIn, secretTexts } from "./secretPerson.ts";
import { type Answer, serveSmallIndex } from "./serveSmallIndex.ts";

test("no personal value, key or identifier stays in log, metrics, problems or audit", async (t) => {
  const server = await serveSmallIndex(t);
  const known = await makeKnown(server);
  const problems: Answer[] = [];
  for (const [path, asked] of failingRequests) {
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
  assert.ok(server.log.length > failingRequests.length, "requests were logged");
  assert.ok(audit.includes("GET /v1/persons/{id}"), "answers were recorded");
});

test("the guard sees what it looks for", () => {
  assert.deepEqual(secretsIn("… ZORBLAXINA …"), ["Zorblaxina"]);
});
