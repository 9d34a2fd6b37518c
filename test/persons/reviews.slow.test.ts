// What needs a human opens and closes with the persons it is about, and is claimed by one reviewer at a time.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NamesakeError } from "../../src/shared/errors.ts";
import type { ReviewRow } from "../../src/store/personStore.ts";
import { caller, openSmallIndex, operator, type SmallIndex, toInput, trainSmall } from "./smallIndex.ts";

let index: SmallIndex;

before(async () => {
  const { rows, model } = await trainSmall(400, 13);
  // Only what is beyond doubt is joined, so that there are doubtful pairs even among so few people.
  index = await openSmallIndex({ ...model, thresholds: { ...model.thresholds, link: 16 } });
  for (let from = 0; from < rows.length; from += 40) {
    await index.service.putRecords(operator, rows.slice(from, from + 40).map(toInput));
  }
});
after(() => index.close());

const open = (): Promise<ReviewRow[]> => index.store.openReviews(10_000, null);

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof NamesakeError ? error.code : String(error)),
  );

async function doubtful(): Promise<ReviewRow> {
  const found = (await open()).find(({ kind, state }) => kind === "doubtful" && state === "open");
  assert.ok(found, "there are doubtful pairs");
  return found;
}

test("open doubtful reviews are about two persons, others about one, each once", async () => {
  const reviews = await open();
  assert.equal(new Set(reviews.map(({ kind, records }) => `${kind} ${records}`)).size, reviews.length);
  for (const { kind, records, harm } of reviews) {
    const rows = await index.store.recordsByNumber(records);
    const persons = new Set(rows.map((row) => row?.person));
    if (kind === "doubtful") assert.equal(persons.size, 2);
    else if (kind !== "split") assert.equal(persons.size, 1);
    assert.ok(harm >= 0);
  }
});

test("a review is claimed by one, released, and resolved with a ruling that undoing reopens to others", async () => {
  const { id, records } = await doubtful();
  const [one, two] = [caller(11), caller(12)];
  assert.equal((await index.service.actOnReview(one, id, { action: "claim" })).state, "claimed");
  assert.equal(await codeOf(index.service.actOnReview(two, id, { action: "claim" })), "REVIEW_CLAIMED");
  assert.equal((await index.service.actOnReview(one, id, { action: "release" })).state, "open");
  const done = await index.service.actOnReview(two, id, { action: "resolve", decision: "same", reason: "seen" });
  assert.equal(done.state, "done");
  const rows = await index.store.recordsByNumber(records);
  assert.equal(rows[0]?.person, rows[1]?.person);
  const [decision] = await index.store.decisionsAfter(-1);
  assert.deepEqual([decision?.kind, decision?.client], ["same", 12]);
});

test("a review is closed when its record is withdrawn, and one that was resolved stays so", async () => {
  const left = await doubtful();
  await index.service.actOnReview(operator, left.id, { action: "resolve", decision: "leave" });
  const gone = await doubtful();
  const [row] = await index.store.recordsByNumber(gone.records);
  assert.ok(row);
  await index.service.withdrawRecord(operator, row);
  assert.equal((await index.store.reviewById(gone.id))?.state, "done");
  const [kept] = await index.store.recordsByNumber(left.records);
  assert.ok(kept);
  const fields = JSON.parse(kept.fields) as Record<string, string>;
  await index.service.putRecord(operator, { source: kept.source, id: kept.id, fields, observedAt: "2026-01-02" });
  const again = (await open()).filter(
    ({ kind, records }) => kind === left.kind && records.join() === left.records.join(),
  );
  assert.deepEqual(again, []);
});

test("a client acts only on reviews all of whose records it may see", async () => {
  const { id } = await doubtful();
  const blind = caller(9, { sources: new Set(["nowhere"]) });
  assert.equal(await codeOf(index.service.actOnReview(blind, id, { action: "claim" })), "REVIEW_NOT_FOUND");
  assert.equal(await codeOf(index.service.actOnReview(operator, "no", { action: "claim" })), "REVIEW_NOT_FOUND");
});
