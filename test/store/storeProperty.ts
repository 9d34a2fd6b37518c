// Random batches on a store and on the naive oracle: after each, and in the middle of each, both answer everything alike.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { PersonStore, ReviewRow, StoreReader, StoreWriter } from "../../src/store/personStore.ts";
import {
  auditRow,
  decisionRow,
  eventRow,
  keyOf,
  personIdOf,
  personRow,
  recordRow,
  reviewRow,
  versionRow,
} from "./madeUpRows.ts";
import { emptyState, OracleReader, type OracleState, OracleWriter } from "./storeOracle.ts";

const recordCount = 7;
const personCount = 5;
const reviewIds = ["a", "b", "c", "d"];

const record = fc.nat({ max: recordCount - 1 });
const person = fc.nat({ max: personCount - 1 });
const client = fc.integer({ min: 1, max: 3 });
const persons = fc.uniqueArray(person, { maxLength: 3 });
const text = fc.oneof(
  fc.constantFrom('{"a":"b"}', "\\N", "tab\tline\nreturn\r", "{NULL}", '"', "'; --", "Łukasz 🙂"),
  fc.string(),
);

const operation = fc.oneof(
  fc.record({ kind: fc.constant("record"), record, person, fields: text, isWithdrawn: fc.boolean() }),
  fc.record({ kind: fc.constant("version"), record, fields: text }),
  fc.record({ kind: fc.constant("person"), person, successors: persons }),
  fc.record({ kind: fc.constant("open"), record, person }),
  fc.record({ kind: fc.constant("close"), records: fc.uniqueArray(record, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("event"), person, recipients: fc.uniqueArray(client), detail: text }),
  fc.record({
    kind: fc.constant("decision"),
    number: fc.nat({ max: 3 }),
    withdrawnBy: fc.option(client),
    reason: text,
  }),
  fc.record({
    kind: fc.constant("review"),
    id: fc.constantFrom(...reviewIds),
    records: fc.uniqueArray(record, { minLength: 1, maxLength: 3 }),
    harm: fc.constantFrom(0, 0.1, 0.1 + 0.2, 7),
    state: fc.constantFrom<ReviewRow["state"]>("open", "claimed", "done"),
  }),
  fc.record({ kind: fc.constant("forget"), persons }),
  fc.record({ kind: fc.constant("audit"), client, persons }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

const batch = fc.record({
  operations: fc.array(operation, { maxLength: 8 }),
  fails: fc.nat({ max: 4 }).map((draw) => draw === 0),
  told: fc.array(fc.record({ client, persons }), { maxLength: 2 }),
});

/** The same call on the oracle and on the store. */
async function apply(done: Operation, writer: StoreWriter, oracle: OracleWriter): Promise<void> {
  const { moment, state } = oracle;
  switch (done.kind) {
    case "record": {
      const row = recordRow(done.record, {
        ...pick(done, "fields", "isWithdrawn", "person"),
        moment,
        changedAt: moment,
      });
      oracle.putRecords([row]);
      return writer.putRecords([row]);
    }
    case "version": {
      const version = state.versions.filter(({ record }) => record === done.record).length + 1;
      const row = versionRow(done.record, version, { fields: done.fields, moment });
      oracle.addVersions([row]);
      return writer.addVersions([row]);
    }
    case "person": {
      const row = personRow(done.person, { successors: done.successors, changedAt: moment });
      oracle.putPersons([row]);
      return writer.putPersons([row]);
    }
    case "open": {
      if (state.memberships.some(({ record, to }) => record === done.record && to === null)) return;
      oracle.openMemberships([pick(done, "record", "person")]);
      return writer.openMemberships([pick(done, "record", "person")]);
    }
    case "close":
      oracle.closeMemberships(done.records);
      return writer.closeMemberships(done.records);
    case "event": {
      const row = eventRow(state.events.length + 1, pick(done, "person", "recipients", "detail"));
      oracle.addEvents([row]);
      return writer.addEvents([row]);
    }
    case "decision": {
      const withdrawnAt = done.withdrawnBy === null ? null : moment;
      const row = decisionRow(done.number, { ...pick(done, "reason", "withdrawnBy"), withdrawnAt, moment });
      oracle.putDecisions([row]);
      return writer.putDecisions([row]);
    }
    case "review": {
      const row = reviewRow(done.id, { ...pick(done, "records", "harm", "state"), changedAt: moment });
      oracle.putReviews([row]);
      return writer.putReviews([row]);
    }
    case "forget":
      oracle.forgetDisclosures(done.persons);
      return writer.forgetDisclosures(done.persons);
    case "audit":
      oracle.addAudit([auditRow(done.client, done.persons)]);
      return writer.addAudit([auditRow(done.client, done.persons)]);
  }
}

function pick<Given extends object, Name extends keyof Given>(given: Given, ...names: Name[]): Pick<Given, Name> {
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Pick<Given, Name>;
}

/** Everything that a reader can be asked about the small world of these tests. */
async function dump(reader: StoreReader): Promise<unknown> {
  const records = Array.from({ length: recordCount + 1 }, (_, number) => number);
  const people = Array.from({ length: personCount + 1 }, (_, number) => number);
  const { at: _, ...head } = await reader.head();
  const firstReviews = await reader.openReviews(2, null);
  return {
    head,
    byKey: await reader.recordsByKey(records.map(keyOf)),
    byNumber: await reader.recordsByNumber(records.toReversed()),
    versions: await Promise.all(records.map((number) => reader.versionsOf(number))),
    personsById: await reader.personsById(people.map(personIdOf)),
    personsByNumber: await reader.personsByNumber(people.toReversed()),
    membershipsOfRecords: await reader.membershipsOfRecords([3, 1, 1, 0]),
    membershipsOfPersons: await reader.membershipsOfPersons([2, 0, 2]),
    events: await reader.eventsAfter(0, 1000),
    laterEvents: await reader.eventsAfter(2, 2),
    eventsOfPersons: await Promise.all(people.map((number) => reader.eventsOfPerson(number))),
    decisions: await reader.decisionsAfter(-1),
    laterDecisions: await reader.decisionsAfter(1),
    decision: await reader.decisionById("decision-2"),
    changedDecisions: await reader.decisionsChangedSince(2),
    firstReviews,
    moreReviews: await reader.openReviews(5, firstReviews.at(-1) ?? { harm: 1, id: "b" }),
    reviews: await Promise.all(reviewIds.map((id) => reader.reviewById(id))),
    reviewsOfRecords: await reader.reviewsOfRecords([4, 2]),
    disclosures: await reader.disclosuresOf(people),
  };
}

/** @param open opens an empty store */
export async function compareWithOracle(open: () => Promise<PersonStore>, runs: number): Promise<void> {
  const property = fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (batches) => {
    const store = await open();
    try {
      let state = emptyState();
      for (const { operations, fails, told } of batches) {
        const draft: OracleState = structuredClone(state);
        const written = store.write(async (writer) => {
          const oracle = new OracleWriter(draft, state.moments.length + 1);
          for (const done of operations) await apply(done, writer, oracle);
          assert.deepEqual(await dump(writer), await dump(oracle));
          if (fails) throw new Error("on purpose");
          draft.moments.push({ moment: writer.moment, at: writer.at });
        });
        if (fails) await assert.rejects(written, /on purpose/);
        else {
          await written;
          state = draft;
        }
        const rows = told.map(({ client, persons }) => auditRow(client, persons));
        await store.audit(rows);
        new OracleWriter(state, 0).addAudit(rows);
        assert.deepEqual(await dump(store), await dump(new OracleReader(state)));
        assert.deepEqual(
          (await store.auditAfter(0, 1000)).map(({ number: _, ...row }) => row),
          state.audit,
        );
      }
    } finally {
      await store.close();
    }
  });
  await fc.assert(property, { numRuns: runs });
}
