// What a delivery does: new, changed, the same again, older; errors one by one; overload; audit before the answer.
import assert from "node:assert/strict";
import { afterEach, before, beforeEach, test } from "node:test";
import type { Model } from "../../src/linkage/model.ts";
import type { PutAnswer, RecordInput } from "../../src/persons/personService.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { caller, openSmallIndex, operator, type SmallIndex, trainSmall } from "./smallIndex.ts";

let model: Model;
let index: SmallIndex;

before(async () => {
  ({ model } = await trainSmall(160, 5));
});
beforeEach(async () => {
  index = await openSmallIndex(model, { batchMax: 8, queuedMax: 20 });
});
afterEach(() => index.close());

const record = (changes: Partial<RecordInput> = {}): RecordInput => ({
  source: "visa",
  id: "1",
  fields: { given_name: "Zelda", surname: "Quimby", birth_date: "1980-02-01", postcode: "LS1 4AP" },
  ...changes,
});

const put = (changes: Partial<RecordInput> = {}): Promise<PutAnswer> =>
  index.service.putRecord(operator, record(changes));

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof NamesakeError ? error.code : String(error)),
  );

test("the same content again is no new version, event or moment", async () => {
  assert.equal((await put()).outcome, "created");
  const head = await index.store.head();
  const again = await put({ fields: { ...record().fields, email: "", phone: null } });
  assert.deepEqual([again.outcome, again.changed], ["unchanged", []]);
  assert.deepEqual(await index.store.head(), head);
  assert.equal((await put({ fields: { surname: "Quimby" } })).outcome, "changed");
  assert.equal((await index.store.versionsOf(0)).length, 1);
});

test("versions of the source: older refused, other content under the same refused, higher taken", async () => {
  await put({ version: 3 });
  assert.equal(await codeOf(put({ version: 2 })), "VERSION_OLDER");
  assert.equal(await codeOf(put({ version: 3, fields: {} })), "VERSION_CONFLICT");
  assert.equal((await put({ version: 3 })).outcome, "unchanged");
  assert.equal((await put({ version: 6 })).outcome, "unchanged");
  assert.equal(await codeOf(put({ version: 5, fields: {} })), "VERSION_OLDER", "between two of the same content");
  assert.equal((await put({ version: 7, fields: {} })).outcome, "changed");
});

test("a delivery that was withdrawn since does not come back by being repeated", async () => {
  await put({ version: 3 });
  await index.service.withdrawRecord(operator, record());
  assert.equal(await codeOf(put({ version: 3 })), "VERSION_OLDER");
  const back = await put({ version: 4 });
  assert.equal(back.outcome, "created");
  assert.equal(await codeOf(index.service.withdrawRecord(operator, { source: "visa", id: "2" })), "RECORD_NOT_FOUND");
});

test("errors of one record leave the others alone, in order", async () => {
  const answers = await index.service.putRecords(operator, [
    record(),
    record({ id: "2", fields: { sirname: "x" } }),
    record({ id: "3", fields: { surname: "a\u0000b" } }),
    record({ id: "" }),
    record({ id: "4", observedAt: "last week" }),
    record({ id: "5", version: 1.5 }),
    record({ id: "6", fields: { surname: "x".repeat(1_000_000) } }),
    record({ id: "7" }),
    record({ id: "7", fields: { surname: "Other" } }),
    record({ id: "7" }),
  ]);
  const told = answers.map((answer) => (answer instanceof NamesakeError ? answer.code : answer.outcome));
  assert.deepEqual(told, [
    "created",
    "FIELD_UNKNOWN",
    "TEXT_NOT_ALLOWED",
    "RECORD_INVALID",
    "RECORD_INVALID",
    "RECORD_INVALID",
    "RECORD_INVALID",
    "created",
    "changed",
    "changed",
  ]);
  const refused = answers[1];
  assert.ok(refused instanceof NamesakeError && refused.where[0]?.includes("surname"), "the nearest name is given");
  const [seven] = await index.store.recordsByKey([{ source: "visa", id: "7" }]);
  assert.equal(seven?.version, 3);
});

test("a client writes only its sources, and only fields that it knows", async () => {
  const narrow = caller(3, { sources: new Set(["visa"]), fields: new Set(["surname"]) });
  assert.equal(await codeOf(index.service.putRecord(narrow, record({ source: "police" }))), "SOURCE_NOT_ALLOWED");
  assert.equal(await codeOf(index.service.putRecord(narrow, record())), "FIELD_UNKNOWN");
  assert.equal((await index.service.putRecord(narrow, record({ fields: { surname: "Quimby" } }))).outcome, "created");
});

test("more than may wait is refused at once; what was taken is stored", async () => {
  const inputs = Array.from({ length: 50 }, (_, i) => record({ id: String(i) }));
  const answers = await index.service.putRecords(operator, inputs);
  const refused = answers.filter((answer) => answer instanceof NamesakeError);
  assert.ok(refused.length > 0 && refused.every(({ code }) => code === "OVERLOADED"));
  assert.equal((await index.store.head()).records, 50 - refused.length);
  assert.equal(index.service.status().queued, 0);
});

test("every answer is on record: created, unchanged and refused", async () => {
  const asking = caller(4);
  await index.service.putRecord(asking, record());
  await index.service.putRecord(asking, record());
  await codeOf(index.service.putRecord(asking, record({ fields: { nonsense: "1" } })));
  const rows = (await index.store.auditAfter(0, 100)).filter(({ client }) => client === 4);
  assert.deepEqual(
    rows.map(({ status, records, persons }) => [status, records, persons]),
    [
      [201, [0], [0]],
      [200, [0], [0]],
      [400, [], []],
    ],
  );
});

test("each refused line of a bulk is on record before the answers, whether for its source or for what it says", async () => {
  const narrow = caller(5, { sources: new Set(["visa"]) });
  const inputs = [record(), record({ source: "police" }), record({ id: "2", fields: { nonsense: "1" } }), record()];
  const answers = await index.service.putRecords(narrow, inputs);
  assert.deepEqual(
    answers.map((answer) => (answer instanceof NamesakeError ? answer.code : answer.outcome)),
    ["created", "SOURCE_NOT_ALLOWED", "FIELD_UNKNOWN", "unchanged"],
  );
  const rows = (await index.store.auditAfter(0, 100)).filter(({ client }) => client === 5);
  assert.deepEqual(rows.map(({ status, records, persons }) => [status, records, persons]).sort(), [
    [200, [0], [0]],
    [400, [], []],
    [403, [], []],
  ]);
});

test("identical deliveries at once are one record", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => put()));
  assert.equal(answers.filter(({ outcome }) => outcome === "created").length, 1);
  assert.equal((await index.store.versionsOf(0)).length, 0);
});

test("after close nothing is taken", async () => {
  await index.service.close();
  assert.equal(await codeOf(put()), "STOPPING");
});

test("a lone delivery or withdrawal that is refused has one audit row", async () => {
  const client = caller(6);
  const deliver = (version: number) =>
    codeOf(
      index.service.putRecord(
        client,
        record({ version, fields: { ...record().fields, postcode: `LS${version} 4AP` } }),
      ),
    );
  assert.deepEqual([await deliver(3), await deliver(2)], ["none", "VERSION_OLDER"]);
  assert.equal(
    await codeOf(index.service.withdrawRecord(client, { source: "visa", id: "unknown" })),
    "RECORD_NOT_FOUND",
  );
  const rows = (await index.store.auditAfter(0, 100)).filter((row) => row.client === 6);
  assert.deepEqual(
    rows.map(({ status }) => status),
    [201, 409, 404],
  );
});
