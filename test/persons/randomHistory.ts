// A random life of a small index: deliveries in any order and batches, some twice, some changed, withdrawals, decisions,
// splits, all undone here and there, restarts; and the same final facts for one bulk run.
import type { RecordDecision } from "../../src/linkage/linkOptions.ts";
import type { Model } from "../../src/linkage/model.ts";
import { parseDetail } from "../../src/persons/eventDetail.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import type { PersonService } from "../../src/persons/personService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { createRandom } from "../../src/shared/random.ts";
import type { PersonStore, RecordKey } from "../../src/store/personStore.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";
import { bulkPartition, type NamedPartition, nameOf, namePartition, storedPartition } from "./partition.ts";
import { openSmallIndex, operator, type SmallIndex, toInput } from "./smallIndex.ts";

interface Ruling {
  readonly id: string;
  readonly decisions: readonly RecordDecision[];
}

const recordsMax = 40;

export interface HistoryOutcome {
  readonly stored: NamedPartition;
  readonly bulk: NamedPartition;
  readonly differences: readonly string[];
  /** What a reader of the feed alone believes. */
  readonly replayed: NamedPartition;
  /** Persons that are no more, by where the store says that their records are, and where they are. */
  readonly redirects: readonly { readonly told: readonly number[]; readonly held: readonly number[] }[];
}

/** `isFlaky`: commits fail now and then, and what failed is asked again. */
export async function runRandomHistory(
  model: Model,
  rows: readonly MadeUpRow[],
  seed: number,
  isFlaky = false,
): Promise<HistoryOutcome> {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const start = Math.floor(random() * rows.length);
  const chosen = Array.from({ length: recordsMax }, (_, i) => rows[(start + i) % rows.length] as MadeUpRow);
  const index = await openSmallIndex(model);
  await index.service.close();
  const { store, failNext } = failingStore(index.store);
  let service = await openPersonService({ store });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isFlaky && random() < 0.4) {
      failNext();
      const failed = await work().then(
        (answer) => (Array.isArray(answer) ? answer.at(-1) : answer),
        (error: unknown) => error,
      );
      const wasTried = failed instanceof NamesakeError && failed.code === "STORE_FULL";
      if (!wasTried) failNext(false);
    }
    return work();
  };
  const present = new Map<string, MadeUpRow>();
  const rulings: Ruling[] = [];
  const keyOf = (row: MadeUpRow): RecordKey => ({ source: row.source ?? "", id: row.unique_id ?? "" });
  const put = async (batch: readonly MadeUpRow[]): Promise<void> => {
    const answers = await attempt(() => service.putRecords(operator, batch.map(toInput)));
    answers.forEach((answer, i) => {
      if (answer instanceof Error) throw answer;
      const row = batch[i] as MadeUpRow;
      present.set(JSON.stringify(keyOf(row)), row);
    });
  };
  const decideOn = (left: RecordKey, right: RecordKey, isSame: boolean) =>
    attempt(() => decide(service, left, right, isSame));
  const steps = 30;
  for (let step = 0; step < steps; step += 1) {
    const dice = random();
    const known = [...present.values()];
    if (dice < 0.5 || known.length < 4) {
      const count = 1 + Math.floor(random() * 6);
      await put(Array.from({ length: count }, () => changeSome(pick(chosen), random)));
    } else if (dice < 0.62) {
      const row = pick(known);
      await attempt(() => service.withdrawRecord(operator, keyOf(row))).catch(forgiveRepeated);
      present.delete(JSON.stringify(keyOf(row)));
    } else if (dice < 0.8) {
      const ruling = await decideOn(keyOf(pick(known)), keyOf(pick(known)), random() < 0.5);
      if (ruling !== null && !rulings.some(({ id }) => id === ruling.id)) rulings.push(ruling);
    } else if (dice < 0.86) {
      const ruling = await split(service, index, keyOf(pick(known)));
      if (ruling !== null) rulings.push(ruling);
    } else if (dice < 0.95 && rulings.length > 0) {
      const [ruling] = rulings.splice(Math.floor(random() * rulings.length), 1);
      if (ruling !== undefined) await attempt(() => service.withdrawDecision(operator, ruling.id));
    } else {
      if (random() < 0.5) await service.close();
      service = await openPersonService({ store });
    }
  }
  const stored = await storedPartition(index.store);
  const bulk = await bulkPartition(
    model,
    [...present.values()],
    rulings.flatMap(({ decisions }) => decisions),
  );
  await service.close();
  const { differences } = await verifyIndex({ store });
  const replayed = await replayEvents(store);
  const redirects = await listRedirects(store);
  await index.close();
  return { stored, bulk, differences, replayed, redirects };
}

/** A withdrawal that was done by the attempt that seemed to fail. */
function forgiveRepeated(error: unknown): void {
  if (!(error instanceof NamesakeError && error.code === "RECORD_NOT_FOUND")) throw error;
}

/** A store whose next commit fails after all was written. */
function failingStore(store: PersonStore): { store: PersonStore; failNext: (fails?: boolean) => void } {
  let isFailing = false;
  const write: PersonStore["write"] = (work) =>
    store.write(async (writer) => {
      const result = await work(writer);
      const fails = isFailing;
      isFailing = false;
      if (fails) throw new NamesakeError("STORE_FULL", "test");
      return result;
    });
  const failing = new Proxy(store, {
    get(target, name) {
      if (name === "write") return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return {
    store: failing,
    failNext: (fails = true) => {
      isFailing = fails;
    },
  };
}

/** The partition from the feed alone. */
async function replayEvents(store: PersonStore): Promise<NamedPartition> {
  const personOf = new Map<number, number>();
  for (const { type, person, detail } of await store.eventsAfter(0, 1_000_000)) {
    const { records, into = [] } = parseDetail(detail);
    if (type === "record.added" || type === "person.created") for (const one of records) personOf.set(one, person);
    if (type === "record.withdrawn") for (const one of records) personOf.delete(one);
    for (const [to, moved] of into) for (const one of moved) personOf.set(one, to);
  }
  const rows = await store.recordsByNumber([...personOf.keys()]);
  const groups = new Map<number, string[]>();
  for (const row of rows) {
    if (row === null) continue;
    const person = personOf.get(row.number) ?? -1;
    groups.set(person, [...(groups.get(person) ?? []), nameOf(row)]);
  }
  return namePartition(groups);
}

async function listRedirects(store: PersonStore): Promise<HistoryOutcome["redirects"]> {
  const gone = (await store.scanPersons(0, 100_000)).filter(({ state }) => state !== "current");
  const redirects: { told: readonly number[]; held: readonly number[] }[] = [];
  for (const { number, successors } of gone) {
    const memberships = await store.membershipsOfPersons([number]);
    const last = Math.max(...memberships.map(({ to }) => to ?? 0));
    const records = memberships.filter(({ to }) => to === last).map(({ record }) => record);
    const rows = await store.recordsByNumber(records);
    const held = new Set(rows.map((row) => row?.person ?? -1).filter((person) => person >= 0));
    redirects.push({ told: [...successors].sort((a, b) => a - b), held: [...held].sort((a, b) => a - b) });
  }
  return redirects;
}

/** Now and then a delivery has other content than before. */
function changeSome(row: MadeUpRow, random: () => number): MadeUpRow {
  if (random() > 0.2) return row;
  return random() < 0.5 ? { ...row, postcode: "" } : { ...row, surname: `${row.surname ?? ""}x` };
}

async function decide(
  service: PersonService,
  left: RecordKey,
  right: RecordKey,
  isSame: boolean,
): Promise<Ruling | null> {
  const kind = isSame ? "same" : "different";
  try {
    const { id } = await service.decide(operator, { kind, left, right, reason: "test" });
    return { id, decisions: [{ kind, left, right }] };
  } catch (error) {
    if (error instanceof NamesakeError && /^DECISION/.test(error.code)) return null;
    throw error;
  }
}

async function split(service: PersonService, { store }: SmallIndex, key: RecordKey): Promise<Ruling | null> {
  const [row] = await store.recordsByKey([key]);
  const [person] = await store.personsByNumber([row?.person ?? -1]);
  const members = (await store.scanRecords(0, 1000)).filter((other) => other.person === row?.person);
  if (members.length < 2 || person === undefined || person === null) return null;
  const middle = Math.ceil(members.length / 2);
  const groups = [members.slice(0, middle), members.slice(middle)];
  try {
    const { id } = await service.split(operator, person.id, { groups, reason: "test" });
    const decisions = groups[0]?.flatMap((left) =>
      (groups[1] ?? []).map((right): RecordDecision => ({ kind: "different", left, right })),
    );
    return { id, decisions: decisions ?? [] };
  } catch (error) {
    if (error instanceof NamesakeError && /^DECISION/.test(error.code)) return null;
    throw error;
  }
}
