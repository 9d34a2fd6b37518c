// Puts the secret person into an index, with a decision and a review about it.
import assert from "node:assert/strict";
import type { Known } from "./routeTable.ts";
import { secretRecords } from "./secretPerson.ts";
import { recordPath, type SmallServer } from "./serveSmallIndex.ts";

const [one, two, three] = secretRecords as [
  (typeof secretRecords)[0],
  (typeof secretRecords)[0],
  (typeof secretRecords)[0],
];
const keyOf = ({ source, id }: { source: string; id: string }) => ({ source, id });

const reviewId = "01900000-0000-7000-8000-0000000000aa";

/** Identifiers of the secret person, of a decision that stands, and of a review of it. */
export async function makeKnown(server: SmallServer): Promise<Known> {
  await server.put(secretRecords);
  const decided = { kind: "same", left: keyOf(two), right: keyOf(three), reason: "same card" };
  const { body: decision, status } = await server.ask("/v1/decisions", { body: decided });
  assert.equal(status, 201);
  const persons = new Set<string>();
  for (const record of secretRecords) persons.add((await server.ask(recordPath(record))).body.person.id);
  const [person = ""] = persons;
  assert.equal(persons.size, 1, "the secret records are one person");
  await openReview(server);
  return { person, decision: decision.id, review: reviewId };
}

/** A review as the index would open it, put into the store directly. */
async function openReview({ store }: SmallServer): Promise<void> {
  const rows = await store.recordsByKey([one, two]);
  await store.write((writer) =>
    writer.putReviews([
      {
        id: reviewId,
        kind: "doubtful",
        records: rows.map((row) => row?.number ?? -1),
        harm: 1,
        state: "open",
        claimedBy: null,
        claimedAt: null,
        openedAt: writer.moment,
        changedAt: writer.moment,
      },
    ]),
  );
}
