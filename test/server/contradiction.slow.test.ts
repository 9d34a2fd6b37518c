// A ruling that contradicts others is refused with the chain that it contradicts, as far as the caller may see it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { RecordKey } from "../../src/store/personStore.ts";
import { makeKnown } from "./knownThings.ts";
import { misfits } from "./schemaOf.ts";
import { secretRecords } from "./secretPerson.ts";
import { serveSmallIndex } from "./serveSmallIndex.ts";

const keyOf = ({ source, id }: RecordKey): RecordKey => ({ source, id });

test("a refused decision shows each ruling of the chain, without records that may not be seen", async (t) => {
  const server = await serveSmallIndex(t);
  const { body: document } = await server.ask("/openapi.json", { key: null });
  const [first, ...rest] = server.inputs;
  assert.ok(first);
  const near = rest.find(({ source }) => source === first.source);
  const far = rest.find(({ source }) => source !== first.source);
  assert.ok(near && far);
  await server.put([first, near, far]);
  const [one, two, hidden] = [first, near, far].map(keyOf);
  const ids: string[] = [];
  for (const [left, right] of [
    [one, hidden],
    [hidden, two],
  ]) {
    const made = await server.ask("/v1/decisions", { body: { kind: "same", left, right, reason: "same card" } });
    assert.equal(made.status, 201);
    ids.push(made.body.id);
  }
  const body = { kind: "different", left: one, right: two, reason: "twins" };
  const seen = await server.ask("/v1/decisions", { body });
  assert.deepEqual([seen.status, seen.body.code], [409, "DECISIONS_CONTRADICT"]);
  assert.deepEqual(seen.body.chain, [
    { kind: "same", left: one, right: hidden, decision: ids[0] },
    { kind: "same", left: hidden, right: two, decision: ids[1] },
  ]);
  const key = await server.addClient({ name: "one source", sources: [first.source] });
  const partly = await server.ask("/v1/decisions", { body, key });
  assert.deepEqual(partly.body.chain, [
    { kind: "same", left: one, right: null, decision: null },
    { kind: "same", left: null, right: two, decision: null },
  ]);
  for (const answer of [seen, partly])
    assert.deepEqual(misfits(document, document.components.schemas.Problem, answer.body), []);
  assert.ok(!server.log.join("").includes(far.id), "no key of a record is logged");
});

test("a refused split shows the ruling that it contradicts", async (t) => {
  const server = await serveSmallIndex(t);
  const { person, decision } = await makeKnown(server);
  const [one, two, three] = secretRecords.map(keyOf);
  const body = { groups: [[one, two], [three]], reason: "two people" };
  const answer = await server.ask(`/v1/persons/${person}/split`, { body });
  assert.deepEqual([answer.status, answer.body.code], [409, "DECISIONS_CONTRADICT"]);
  assert.deepEqual(answer.body.chain, [{ kind: "same", left: two, right: three, decision }]);
});
