// Law: what is withdrawn leaves the partition as if it had never been, and those who had been told otherwise are named.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ContradictionError } from "../../src/persons/contradictionError.ts";
import type { DecisionAnswer, PutAnswer } from "../../src/persons/personService.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import type { RecordKey, RecordRow } from "../../src/store/personStore.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";
import { storedPartition } from "./partition.ts";
import { caller, openSmallIndex, operator, type SmallIndex, toInput, trainSmall } from "./smallIndex.ts";

let index: SmallIndex;
let rows: MadeUpRow[];

before(async () => {
  const trained = await trainSmall(240, 31);
  rows = trained.rows;
  index = await openSmallIndex(trained.model);
  await index.service.putRecords(operator, rows.slice(0, 200).map(toInput));
});
after(() => index.close());

const present = async (): Promise<RecordRow[]> =>
  (await index.store.scanRecords(0, 1000)).filter(({ isWithdrawn }) => !isWithdrawn);

const keyOf = ({ source, id }: RecordKey): RecordKey => ({ source, id });

/** Two records of different persons. */
async function strangers(): Promise<[RecordRow, RecordRow]> {
  const all = await present();
  const [left] = all;
  const right = all.find(({ person }) => person !== left?.person);
  assert.ok(left && right);
  return [left, right];
}

/** The records of a person of at least `size`. */
async function someone(size: number): Promise<RecordRow[]> {
  const all = await present();
  const found = all.map(({ person }) => all.filter((other) => other.person === person));
  const members = found.find(({ length }) => length >= size);
  assert.ok(members);
  return members;
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof NamesakeError ? error.code : String(error)),
  );

test("a ruling that two persons are one is undone by withdrawing it", async () => {
  const was = await storedPartition(index.store);
  const [left, right] = await strangers();
  const decision = await index.service.decide(operator, {
    kind: "same",
    left: keyOf(left),
    right: keyOf(right),
    reason: "seen together",
  });
  assert.notDeepEqual(await storedPartition(index.store), was);
  const types = decision.changed?.map(({ type }) => type) ?? [];
  assert.ok(
    types.some((type) => type === "person.merged" || type === "person.split"),
    types.join(),
  );
  assert.ok(types.includes("person.changed"), types.join());
  const withdrawn = await index.service.withdrawDecision(operator, decision.id);
  assert.notEqual(withdrawn.withdrawnAt, null);
  assert.deepEqual(await storedPartition(index.store), was);
});

test("a split is one fact, and undone as one", async () => {
  const was = await storedPartition(index.store);
  const members = await someone(3);
  const [person] = await index.store.personsByNumber([members[0]?.person ?? -1]);
  assert.ok(person);
  const groups = [members.slice(0, 1).map(keyOf), members.slice(1).map(keyOf)];
  const decision = await index.service.split(operator, person.id, { groups, reason: "two people" });
  assert.equal(decision.kind, "split");
  const after = await present();
  const personOf = (row: RecordRow | undefined) => after.find(({ number }) => number === row?.number)?.person;
  for (const other of members.slice(1)) assert.notEqual(personOf(members[0]), personOf(other));
  await index.service.withdrawDecision(operator, decision.id);
  assert.deepEqual(await storedPartition(index.store), was);
});

test("a record that came and went leaves the partition as it was", async () => {
  const was = await storedPartition(index.store);
  for (const row of rows.slice(200, 215)) {
    await index.service.putRecord(operator, toInput(row));
    await index.service.withdrawRecord(operator, toInput(row));
    assert.deepEqual(await storedPartition(index.store), was);
  }
});

test("a ruling is taken once, however often it is sent", async () => {
  const [left, right] = await strangers();
  const input = { kind: "different", left: keyOf(left), right: keyOf(right), reason: "" } as const;
  const first = await index.service.decide(operator, input);
  const again = await index.service.decide(operator, { ...input, left: input.right, right: input.left });
  assert.equal(again.id, first.id);
  await index.service.withdrawDecision(operator, first.id);
  assert.equal((await index.service.withdrawDecision(operator, first.id)).id, first.id);
});

test("a contradiction is refused and shown as far as the caller may see", async () => {
  const all = await present();
  const one = all[0];
  const two = all.find(({ source }) => source !== one?.source);
  const three = all.find(({ source }) => source !== one?.source && source !== two?.source);
  assert.ok(one && two && three);
  const decide = (kind: "same" | "different", left: RecordRow, right: RecordRow, context = operator) =>
    index.service.decide(context, { kind, left: keyOf(left), right: keyOf(right), reason: "" });
  const made: DecisionAnswer[] = [await decide("same", one, two), await decide("same", two, three)];
  await assert.rejects(decide("different", one, three), (error: unknown) => {
    assert.ok(error instanceof ContradictionError);
    assert.deepEqual(error.chain, [
      { kind: "same", left: keyOf(one), right: keyOf(two), decision: made[0]?.id },
      { kind: "same", left: keyOf(two), right: keyOf(three), decision: made[1]?.id },
    ]);
    assert.ok(!error.message.includes(one.id), "no key in the message");
    return true;
  });
  const blind = caller(7, { sources: new Set([one.source, three.source]) });
  await assert.rejects(decide("different", one, three, blind), (error: unknown) => {
    assert.ok(error instanceof ContradictionError);
    assert.deepEqual(error.chain[0], { kind: "same", left: keyOf(one), right: null, decision: null });
    return true;
  });
  assert.equal(
    await codeOf(decide("same", one, two, caller(8, { sources: new Set(["nowhere"]) }))),
    "RECORD_NOT_FOUND",
  );
  for (const { id } of made) await index.service.withdrawDecision(operator, id);
});

test("events name the clients that had been told otherwise, and only they are named once", async () => {
  const told = caller(5);
  const [left, right] = await strangers();
  const input = rows.find(({ unique_id, source }) => unique_id === left.id && source === left.source);
  assert.ok(input);
  await index.service.putRecord(told, toInput(input));
  const decision = await index.service.decide(operator, {
    kind: "same",
    left: keyOf(left),
    right: keyOf(right),
    reason: "",
  });
  const about = decision.changed?.filter(({ recipients }) => recipients.includes("client 5")) ?? [];
  assert.ok(about.length > 0);
  const undone = await index.service.withdrawDecision(operator, decision.id);
  assert.ok(undone.changed?.every(({ recipients }) => !recipients.includes("client 5")));
});

test("groups of a split must be of the person, two or more, none empty, each record once", async () => {
  const members = (await someone(2)).map(keyOf);
  const [stranger] = (await present()).filter(({ id }) => !members.some((member) => member.id === id)).map(keyOf);
  const [row] = await index.store.recordsByKey(members.slice(0, 1));
  const [person] = await index.store.personsByNumber([row?.person ?? -1]);
  assert.ok(person && stranger && members[0] && members[1]);
  const split = (groups: RecordKey[][]) => codeOf(index.service.split(operator, person.id, { groups, reason: "" }));
  assert.equal(await split([members]), "DECISION_INVALID");
  assert.equal(await split([members, []]), "DECISION_INVALID");
  assert.equal(await split([[members[0]], [stranger]]), "DECISION_INVALID");
  assert.equal(await split([[members[0]], [members[0]]]), "DECISION_INVALID");
  assert.equal(await split([[members[0]], Array.from({ length: 400 }, () => stranger)]), "DECISION_INVALID");
  assert.equal(
    await codeOf(index.service.split(operator, "no id", { groups: [[members[0]], [members[1]]], reason: "" })),
    "PERSON_NOT_FOUND",
  );
});

test("an answer of a put names the person that holds the record now", async () => {
  const [row] = rows;
  assert.ok(row);
  const answer: PutAnswer = await index.service.putRecord(operator, toInput(row));
  assert.equal(answer.outcome, "unchanged");
  const [stored] = await index.store.recordsByKey([answer]);
  const [person] = await index.store.personsByNumber([stored?.person ?? -1]);
  assert.equal(answer.person.id, person?.id);
});
