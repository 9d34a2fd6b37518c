// Starts processes that write to a store, ends them in the middle of it, and checks what they left.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { PersonStore } from "../../src/store/personStore.ts";

export interface Acknowledged {
  /** Numbers of records whose batch was acknowledged. */
  readonly records: number[];
  /** Persons of audit rows that were acknowledged. */
  readonly audited: number[];
  /** Exit status, or null where the process was ended. */
  readonly status: number | null;
}

/**
 * Runs a writing process and reports what it was told is durable.
 * @param killAfter lines after which it is ended with SIGKILL; null lets it write `batches` and end
 */
export async function runWritingProcess(
  store: string,
  { batches = 1_000_000, killAfter = null as number | null } = {},
): Promise<Acknowledged> {
  const program = new URL("writingProcess.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, store, String(batches)], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  const acknowledged = { records: [] as number[], audited: [] as number[] };
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind, ...numbers] = line.split(" ");
    if (kind === "batch") acknowledged.records.push(...numbers.map(Number));
    if (kind === "audit") acknowledged.audited.push(...numbers.map(Number));
    if (++lines === killAfter) child.kill("SIGKILL");
  }
  const [status] = await closed;
  return { ...acknowledged, status: status as number | null };
}

/** Everything acknowledged is there, each batch is whole, numbers and cursors have no gaps. */
export async function checkWritten(
  store: PersonStore,
  { records, audited }: Omit<Acknowledged, "status">,
): Promise<void> {
  const head = await store.head();
  const present = await store.scanRecords(0, 1_000_000);
  const events = await store.eventsAfter(0, 1_000_000);
  const numbers = present.map(({ number }) => number);
  assert.deepEqual(numbers, [...numbers.keys()]);
  assert.equal(head.records, present.length);
  assert.equal(present.length % 3, 0);
  assert.deepEqual(
    events.map(({ cursor, person, moment }) => ({ cursor, person, moment })),
    present.map(({ number, moment }) => ({ cursor: number + 1, person: number, moment })),
  );
  assert.equal((await store.scanPersons(0, 1_000_000)).length, present.length);
  assert.equal((await store.membershipsOfRecords(numbers)).length, present.length);
  for (const number of records) assert.ok(number < present.length, `record ${number} was acknowledged`);
  const told = new Map<number, number>();
  const audit = await store.auditAfter(0, 1_000_000);
  assert.deepEqual(
    audit.map(({ number }) => number),
    audit.map((_, index) => index + 1),
  );
  for (const person of audit.flatMap(({ persons }) => persons)) told.set(person, (told.get(person) ?? 0) + 1);
  for (const person of audited) assert.ok(told.has(person), `audit row ${person} was acknowledged`);
  const disclosed = new Set((await store.disclosuresOf([...told.keys()])).map(({ person }) => person));
  assert.deepEqual(
    [...disclosed].sort((a, b) => a - b),
    [...told.keys()].sort((a, b) => a - b),
  );
}
