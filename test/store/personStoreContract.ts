// The one suite for every store: what each promise of the contract means, tried on a real database.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { openStore } from "../../src/store/openStore.ts";
import type { OpenOptions, PersonStore } from "../../src/store/personStore.ts";
import {
  addPeople,
  auditRow,
  decisionRow,
  eventRow,
  keyOf,
  personRow,
  recordRow,
  reviewRow,
  writePeople,
} from "./madeUpRows.ts";
import { checkWritten, runWritingProcess } from "./runWritingProcess.ts";
import { compareWithOracle } from "./storeProperty.ts";

export interface StoreHarness {
  /** The name of a store that does not exist yet, for `openStore`. */
  newName(): string;
  /** How many random sequences of batches to try. */
  readonly propertyRuns: number;
  /** Why the suite cannot run here. */
  readonly skip?: string | false;
}

const coded = (code: string) => (error: unknown) => error instanceof Error && "code" in error && error.code === code;

const oddTexts = [
  "",
  "\\N",
  "\\",
  '"quoted"',
  "{a,b}",
  "NULL",
  "tab\tnew\nline\rreturn",
  "'; drop table records; --",
  "Łukasz 王 🙂",
  " ",
];

export function testPersonStore(title: string, harness: StoreHarness): void {
  const opened: PersonStore[] = [];
  const open = async (name = harness.newName(), options: Partial<OpenOptions> = {}) => {
    const store = await openStore({ store: name, role: "index", create: true, ...options });
    opened.push(store);
    return store;
  };
  after(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store.close();
  };

  describe(title, { skip: harness.skip ?? false }, () => {
    test("an empty store is at moment 0, knows nothing, and is found only where it was made", async () => {
      const name = harness.newName();
      await assert.rejects(openStore({ store: name, role: "index" }), coded("STORE_NOT_FOUND"));
      const store = await open(name);
      const { at, ...head } = await store.head();
      assert.deepEqual(head, { moment: 0, cursor: 0, records: 0, persons: 0, decisions: 0 });
      assert.equal(at, "1970-01-01T00:00:00.000Z");
      assert.equal(await store.momentAt("2026-01-01T00:00:00.000Z"), 0);
      assert.deepEqual(await store.recordsByKey([keyOf(0), { source: "nul\0", id: "\ud800" }]), [null, null]);
      assert.deepEqual(await store.personsById(["", "no\0ne"]), [null, null]);
      assert.deepEqual(await store.recordsByKey([]), []);
      assert.equal(await store.reviewById("none\0"), null);
      assert.equal(await store.decisionById("none\0"), null);
      await closeAll();
    });

    test("random batches answer as the naive oracle does, during and after each", async () => {
      await compareWithOracle(
        () => openStore({ store: harness.newName(), role: "index", create: true }),
        harness.propertyRuns,
      );
    });

    test("what was written is there after reopening", async () => {
      const name = harness.newName();
      const first = await open(name);
      await addPeople(first, 3);
      await first.write((writer) => writer.setSetting("model", "m1"));
      await first.audit([auditRow(7, [1, 2], { records: [0] })]);
      await closeAll();
      const again = await open(name);
      const { moment, records, persons, cursor } = await again.head();
      assert.deepEqual({ moment, records, persons, cursor }, { moment: 2, records: 3, persons: 3, cursor: 3 });
      assert.equal(await again.setting("model"), "m1");
      assert.equal(await again.setting("none"), null);
      assert.deepEqual(await again.auditAfter(0, 10), [{ number: 1, ...auditRow(7, [1, 2], { records: [0] }) }]);
      assert.deepEqual(await again.auditAfter(1, 10), []);
      await closeAll();
    });

    test("nothing of a batch that throws is kept, and its moment is given to the next", async () => {
      const store = await open();
      await addPeople(store, 1);
      const failing = store.write(async (writer) => {
        assert.equal(writer.moment, 2);
        await writePeople(writer, [1, 2], 1);
        await writer.addAudit([auditRow(1, [1])]);
        assert.equal((await writer.head()).records, 3);
        throw new TypeError("on purpose");
      });
      await assert.rejects(failing, { name: "TypeError", message: "on purpose" });
      const { moment, records, cursor } = await store.head();
      assert.deepEqual({ moment, records, cursor }, { moment: 1, records: 1, cursor: 1 });
      assert.deepEqual(await store.auditAfter(0, 10), []);
      assert.deepEqual(await store.disclosuresOf([1]), []);
      assert.equal(await store.write(async (writer) => writer.moment), 2);
      await closeAll();
    });

    test("a batch that goes on after a write that failed is not kept either", async () => {
      const store = await open();
      await addPeople(store, 1);
      const failing = store.write(async (writer) => {
        await writer.putPersons([personRow(5)]);
        await writer.addEvents([eventRow(1)]).catch(() => undefined);
        return "done";
      });
      await assert.rejects(failing);
      assert.deepEqual(await store.personsByNumber([5]), [null]);
      await addPeople(store, 1);
      assert.equal((await store.head()).records, 2);
      await closeAll();
    });

    test("a writer is of no use after its batch", async () => {
      const store = await open();
      const writer = await store.write(async (given) => given);
      await assert.rejects(writer.putRecords([recordRow(0)]), /Bug: a writer was used after its batch/);
      await closeAll();
    });

    test("reads beside a batch see only what is committed, and are answered while it is open", async () => {
      const store = await open();
      await addPeople(store, 1);
      await store.write(async (writer) => {
        await writePeople(writer, [1], 1);
        assert.equal((await store.head()).records, 1);
        assert.deepEqual(await store.recordsByNumber([1]), [null]);
        assert.equal((await writer.recordsByNumber([1]))[0]?.number, 1);
      });
      assert.equal((await store.head()).records, 2);
      await closeAll();
    });

    test("batches run one after another, in the order asked for", async () => {
      const store = await open();
      const order: string[] = [];
      const batch = (name: string) =>
        store.write(async (writer) => {
          order.push(`${name} begins`);
          await writer.setSetting("last", name);
          await new Promise((resolve) => setImmediate(resolve));
          order.push(`${name} ends`);
          return writer.moment;
        });
      assert.deepEqual(await Promise.all([batch("a"), batch("b"), batch("c")]), [1, 2, 3]);
      assert.deepEqual(order, ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
      await closeAll();
    });

    test("writes of one batch may be asked at once", async () => {
      const store = await open();
      await store.write(async (writer) => {
        const rows = [0, 1, 2].map((number) => recordRow(number));
        await Promise.all([
          writer.putRecords(rows),
          writer.putPersons([personRow(0)]),
          writer.addEvents([eventRow(1)]),
        ]);
      });
      assert.equal((await store.head()).cursor, 1);
      await closeAll();
    });

    test("times of moments never go back, whatever the clock does", async () => {
      const clock = ["2026-01-01T00:00:02.000Z", "2026-01-01T00:00:01.000Z", "2026-01-01T00:00:03.000Z"];
      let turn = 0;
      const store = await open(undefined, { now: () => Date.parse(clock[Math.min(turn, 2)] ?? "") });
      for (turn = 0; turn < 3; turn++) await store.write(async () => undefined);
      const expected = ["2026-01-01T00:00:02.000Z", "2026-01-01T00:00:02.000Z", "2026-01-01T00:00:03.000Z"];
      assert.deepEqual(await store.timesOf([1, 2, 3]), expected);
      assert.deepEqual(await store.timesOf([3, 1, 3, 0]), [
        expected[2],
        expected[0],
        expected[2],
        "1970-01-01T00:00:00.000Z",
      ]);
      assert.equal((await store.head()).at, expected[2]);
      assert.equal(await store.momentAt("2026-01-01T00:00:01.999Z"), 0);
      assert.equal(await store.momentAt("2026-01-01T00:00:02.000Z"), 2);
      assert.equal(await store.momentAt("2026-01-01T01:00:02.500+01:00"), 2);
      assert.equal(await store.momentAt("2027-01-01T00:00:00Z"), 3);
      await store.write(async (writer) => assert.deepEqual(await writer.timesOf([4, 1]), [writer.at, expected[0]]));
      await closeAll();
    });

    for (const count of [oddTexts.length, 1200]) {
      test(`odd texts, large numbers and missing values come back as given: ${count} rows at once`, async () => {
        const store = await open();
        const rows = Array.from({ length: count }, (_, number) => {
          const text = oddTexts[number % oddTexts.length] ?? "";
          return recordRow(number, {
            source: text,
            id: `${text}${number}`,
            fields: JSON.stringify({ text, nul: "\0" }),
            sourceVersion: number % 2 === 0 ? null : 2 ** 53 - 1 - number,
            observedAt: number % 3 === 0 ? null : text,
          });
        });
        await store.write((writer) => writer.putRecords(rows));
        assert.deepEqual(await store.scanRecords(0, count + 1), rows);
        assert.deepEqual(await store.recordsByKey(rows), rows);
        const changed = rows.map((row) => ({ ...row, fields: "{}", isWithdrawn: true, person: -1, changedAt: 2 }));
        await store.write((writer) => writer.putRecords(changed));
        assert.deepEqual(await store.scanRecords(0, count + 1), changed);
        await closeAll();
      });
    }

    test("of rows with the same key in one call the last counts", async () => {
      const store = await open();
      await store.write(async (writer) => {
        await writer.putRecords([recordRow(0, { fields: '{"a":"1"}' }), recordRow(0, { fields: '{"a":"2"}' })]);
        await writer.putReviews([reviewRow("x", { records: [1] }), reviewRow("x", { records: [2, 2] })]);
      });
      assert.equal((await store.recordsByNumber([0]))[0]?.fields, '{"a":"2"}');
      assert.deepEqual(await store.reviewsOfRecords([1]), []);
      assert.equal((await store.reviewsOfRecords([2])).length, 1);
      await closeAll();
    });

    test("mirrors read what changed, and scans go through everything in slices", async () => {
      const store = await open();
      await addPeople(store, 5);
      await store.write(async (writer) => {
        await writer.putRecords([recordRow(3, { changedAt: writer.moment })]);
        await writer.putPersons([personRow(1, { state: "merged", successors: [0], changedAt: writer.moment })]);
      });
      const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);
      assert.deepEqual(numbers(await store.recordsChangedSince(0)), [0, 1, 2, 3, 4]);
      assert.deepEqual(numbers(await store.recordsChangedSince(1)), [3]);
      assert.deepEqual(numbers(await store.personsChangedSince(1)), [1]);
      assert.deepEqual(await store.personsChangedSince(2), []);
      assert.deepEqual(numbers(await store.scanRecords(1, 2)), [1, 2]);
      assert.deepEqual(numbers(await store.scanPersons(3, 10)), [3, 4]);
      assert.deepEqual((await store.personsByNumber([1]))[0]?.successors, [0]);
      await closeAll();
    });

    test("who was given a view of a person is known until that view is superseded", async () => {
      const store = await open();
      await addPeople(store, 3);
      await Promise.all([
        store.audit([auditRow(2, [0, 1]), auditRow(1, [1])]),
        store.audit([auditRow(2, [1])]),
        store.audit([]),
      ]);
      const told = [
        { person: 0, client: 2 },
        { person: 1, client: 1 },
        { person: 1, client: 2 },
      ];
      assert.deepEqual(await store.disclosuresOf([1, 0, 2]), told);
      await store.write(async (writer) => {
        assert.deepEqual(await writer.disclosuresOf([1]), told.slice(1));
        await writer.forgetDisclosures([1]);
        assert.deepEqual(await writer.disclosuresOf([1]), []);
      });
      assert.deepEqual(await store.disclosuresOf([0, 1, 2]), told.slice(0, 1));
      assert.equal((await store.auditAfter(0, 10)).length, 3);
      await closeAll();
    });

    test("audit rows do not wait for a batch that has not asked who was told", async () => {
      const store = await open();
      await store.write(async (writer) => {
        await writer.recordsByNumber([0]);
        await store.audit([auditRow(1, [0])]);
        assert.equal((await store.auditAfter(0, 10)).length, 1);
      });
      await closeAll();
    });

    test("audit rows that come after a batch has asked who was told count as told after it", async () => {
      const store = await open();
      await addPeople(store, 1);
      let late: Promise<void> | null = null;
      await store.write(async (writer) => {
        assert.deepEqual(await writer.disclosuresOf([0]), []);
        late = store.audit([auditRow(1, [0])]);
        await new Promise((resolve) => setImmediate(resolve));
        assert.deepEqual(await store.auditAfter(0, 10), []);
        await writer.forgetDisclosures([0]);
      });
      await late;
      assert.deepEqual(await store.disclosuresOf([0]), [{ person: 0, client: 1 }]);
      await closeAll();
    });

    test("audit rows that waited for a batch are kept though the batch throws", async () => {
      const store = await open();
      let late: Promise<void> | null = null;
      const failing = store.write(async (writer) => {
        await writer.disclosuresOf([0]);
        late = store.audit([auditRow(1, [0])]);
        throw new Error("on purpose");
      });
      await assert.rejects(failing, /on purpose/);
      await late;
      assert.equal((await store.auditAfter(0, 10)).length, 1);
      await closeAll();
    });

    test("many callers of audit at once all end up in the log, numbered without gaps", async () => {
      const store = await open();
      const batches = Array.from({ length: 5 }, () => addPeople(store, 2));
      await Promise.all([
        ...batches,
        ...Array.from({ length: 200 }, (_, person) => store.audit([auditRow(1, [person])])),
      ]);
      const log = await store.auditAfter(0, 1000);
      assert.deepEqual(
        log.map(({ number }) => number),
        Array.from({ length: 200 }, (_, index) => index + 1),
      );
      assert.deepEqual(new Set(log.flatMap(({ persons }) => persons)).size, 200);
      await closeAll();
    });

    test("open reviews come by harm, then identifier, page after page", async () => {
      const store = await open();
      const harms = [3, 1, 0.1 + 0.2, 3, Number.POSITIVE_INFINITY, 3];
      await store.write((writer) => writer.putReviews(harms.map((harm, index) => reviewRow(`r${index}`, { harm }))));
      await store.write((writer) => writer.putReviews([reviewRow("r3", { harm: 3, state: "done" })]));
      const pages: string[][] = [];
      for (let after: { harm: number; id: string } | null = null; ; ) {
        const page = await store.openReviews(2, after);
        if (page.length === 0) break;
        pages.push(page.map(({ id }) => id));
        after = page.at(-1) ?? null;
      }
      assert.deepEqual(pages, [["r4", "r0"], ["r5", "r1"], ["r2"]]);
      await closeAll();
    });

    test("decisions and their withdrawal are found by what changed", async () => {
      const store = await open();
      await store.write((writer) =>
        writer.putDecisions([decisionRow(0), decisionRow(1, { kind: "split", groups: [[1], [2, 3]] })]),
      );
      await store.write((writer) =>
        writer.putDecisions([decisionRow(0, { withdrawnAt: writer.moment, withdrawnBy: 4 })]),
      );
      assert.deepEqual(await store.decisionsChangedSince(1), [decisionRow(0, { withdrawnAt: 2, withdrawnBy: 4 })]);
      assert.deepEqual((await store.decisionById("decision-1"))?.groups, [[1], [2, 3]]);
      assert.equal((await store.head()).decisions, 2);
      await closeAll();
    });

    test("clients are added once a name, found by the hash of their key, and revoked", async () => {
      const store = await open();
      const given = { keyHash: "ab".repeat(32), purposes: ["benefit"], sources: null, fields: ["name", "birth_date"] };
      const added = await store.addClient({ name: "tax office", ...given });
      assert.deepEqual(added, { number: 1, name: "tax office", ...given, createdAt: added.createdAt, revokedAt: null });
      await assert.rejects(store.addClient({ name: "tax office", ...given, keyHash: "cd" }), coded("CLIENT_EXISTS"));
      const second = await store.addClient({
        name: "registry",
        keyHash: "ef",
        purposes: [],
        sources: ["north"],
        fields: null,
      });
      assert.deepEqual(await store.clientByKeyHash(given.keyHash), added);
      assert.equal(await store.clientByKeyHash("none"), null);
      await store.revokeClient("tax office");
      const revokedAt = (await store.clientByKeyHash(given.keyHash))?.revokedAt;
      assert.match(revokedAt ?? "", /^\d{4}-/);
      await store.revokeClient("tax office");
      assert.deepEqual(await store.clients(), [{ ...added, revokedAt }, second]);
      await assert.rejects(store.revokeClient("nobody"), coded("CLIENT_NOT_FOUND"));
      await closeAll();
    });

    test("a tool adds and revokes clients beside a running index", async () => {
      const name = harness.newName();
      const index = await open(name);
      const tool = await open(name, { role: "tool", create: false });
      await addPeople(index, 2);
      assert.equal((await tool.head()).records, 2);
      await tool.addClient({ name: "court", keyHash: "aa", purposes: ["x"], sources: null, fields: null });
      assert.equal((await index.clientByKeyHash("aa"))?.name, "court");
      await index.write(async (writer) => {
        await writer.head();
        await tool.revokeClient("court");
      });
      assert.notEqual((await index.clientByKeyHash("aa"))?.revokedAt, null);
      await tool.audit([auditRow(0, [1])]);
      assert.deepEqual(await index.disclosuresOf([1]), [{ person: 1, client: 0 }]);
      await closeAll();
    });

    const read = async (store: PersonStore, name: string) => {
      const chunks = await store.readFile(name);
      return chunks === null
        ? null
        : (await Array.fromAsync(chunks)).map((chunk) => Buffer.from(chunk).toString("latin1"));
    };

    test("files come back chunk by chunk, and a new one replaces the old whole or not at all", async () => {
      const store = await open();
      assert.equal(await read(store, "model"), null);
      const bytes = (text: string) => Buffer.from(text, "latin1");
      await store.writeFile("model", [bytes("one\0"), bytes("\xff\xfe"), bytes("")]);
      await store.writeFile("other", []);
      assert.deepEqual(await read(store, "model"), ["one\0", "\xff\xfe", ""]);
      assert.deepEqual(await read(store, "other"), []);
      const failing = async function* () {
        yield bytes("half");
        throw new RangeError("on purpose");
      };
      await assert.rejects(store.writeFile("model", failing()), RangeError);
      assert.deepEqual(await read(store, "model"), ["one\0", "\xff\xfe", ""]);
      const large = Buffer.alloc(16 << 20, "x");
      await store.writeFile("model", [large, bytes("end")]);
      assert.deepEqual(
        (await read(store, "model"))?.map((chunk) => chunk.length),
        [16 << 20, 3],
      );
      await closeAll();
    });

    test("who reads a file goes on reading it while it is replaced", async () => {
      const store = await open();
      await store.writeFile("snapshot", [Buffer.from("old 1"), Buffer.from("old 2")]);
      const seen: string[] = [];
      for await (const chunk of (await store.readFile("snapshot")) ?? []) {
        seen.push(Buffer.from(chunk).toString());
        if (seen.length === 1) await store.writeFile("snapshot", [Buffer.from("new")]);
      }
      assert.deepEqual(seen, ["old 1", "old 2"]);
      assert.deepEqual(await read(store, "snapshot"), ["new"]);
      for await (const _ of (await store.readFile("snapshot")) ?? []) break;
      await closeAll();
    });

    test("waiting for a change ends at the timeout and when aborted", async () => {
      const store = await open();
      await store.waitForChange(1);
      const abort = new AbortController();
      const waiting = store.waitForChange(1_000_000, abort.signal);
      abort.abort();
      await waiting;
      await store.waitForChange(1_000_000, AbortSignal.abort());
      await closeAll();
    });

    test("a process that is killed while it writes loses nothing acknowledged and leaves no half batch", async () => {
      const name = harness.newName();
      await (await open(name)).close();
      const all = { records: [] as number[], audited: [] as number[] };
      for (const killAfter of [1, 2, 17, 40, 75]) {
        const { records, audited, status } = await runWritingProcess(name, { killAfter });
        assert.equal(status, null);
        all.records.push(...records);
        all.audited.push(...audited);
        const store = await openStore({ store: name, role: "index" });
        await checkWritten(store, all);
        await store.close();
      }
      assert.equal(new Set(all.records).size, all.records.length);
      assert.ok(all.records.length > 20 && all.audited.length > 20);
    });
  });
}
