// Two services on one store, as servers that share an index: each catches up with what the other has committed, and both
// end with the partition of a bulk run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import type { PersonService } from "../../src/persons/personService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { bulkPartition, storedPartition } from "./partition.ts";
import { openSmallIndex, operator, toInput, trainSmall } from "./smallIndex.ts";

/** The store as a service sees one that other processes write to as well. */
const shared = (store: PersonStore): PersonStore =>
  new Proxy(store, {
    get(target, name) {
      if (name === "kind") return "postgres";
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

test("records, withdrawals and rulings of two servers at once end in one partition", async () => {
  const { rows, model } = await trainSmall(240, 57);
  const index = await openSmallIndex(model);
  await index.service.close();
  const store = shared(index.store);
  const [one, two] = [await openPersonService({ store }), await openPersonService({ store })];
  const send = (service: PersonService, from: number, step: number) =>
    service.putRecords(operator, rows.filter((_, i) => i % step === from).map(toInput));
  const answers = await Promise.all([send(one, 0, 3), send(two, 1, 3), send(one, 2, 3), send(two, 0, 3)]);
  const told = answers.flat().map((answer) => (answer instanceof Error ? answer : answer.outcome));
  assert.equal(told.filter((outcome) => outcome === "created").length, rows.length, "each record is new once");
  const gone = rows.slice(0, 20);
  await Promise.all(gone.map((row, i) => (i % 2 === 0 ? one : two).withdrawRecord(operator, toInput(row))));
  const [left, right] = [rows[30], rows[90]].map((row) => toInput(row ?? {}));
  assert.ok(left && right);
  const decision = await one.decide(operator, { kind: "same", left, right, reason: "" });
  const again = await two.decide(operator, { kind: "same", left, right, reason: "" });
  assert.equal(again.id, decision.id, "a server knows the rulings of the other");
  const stored = await storedPartition(store);
  const rulings = [{ kind: "same" as const, left, right }];
  assert.deepEqual(stored, await bulkPartition(model, rows.slice(20), rulings));
  await two.withdrawDecision(operator, decision.id);
  assert.deepEqual(await storedPartition(store), await bulkPartition(model, rows.slice(20), []));
  await one.putRecord(operator, toInput(rows[0] ?? {}));
  assert.equal((await two.getRecord(operator, toInput(rows[0] ?? {}))).id, rows[0]?.unique_id);
  assert.deepEqual((await verifyIndex({ store })).differences, []);
  await one.close();
  await two.close();
  assert.deepEqual((await verifyIndex({ store })).differences, [], "the last snapshot too");
  await index.close();
});
