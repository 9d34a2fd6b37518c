// A random life of a small index: deliveries in any order and batches, some twice, some changed, withdrawals, decisions,
// splits, all undone here and there, restarts; and the same final facts for one bulk run.
import type { RecordDecision } from "../../src/linkage/linkOptions.ts";
import type { Model } from "../../src/linkage/model.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import type { PersonService } from "../../src/persons/personService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { NamesakeError } from "../../src/shared/errors.ts";
import { createRandom } from "../../src/shared/random.ts";
import type { RecordKey } from "../../src/store/personStore.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";
import { bulkPartition, type NamedPartition, storedPartition } from "./partition.ts";
import { openSmallIndex, operator, type SmallIndex, toInput } from "./smallIndex.ts";

interface Ruling {
  readonly id: string;
  readonly decisions: readonly RecordDecision[];
}

const recordsMax = 40;

export async function runRandomHistory(
  model: Model,
  rows: readonly MadeUpRow[],
  seed: number,
): Promise<{ stored: NamedPartition; bulk: NamedPartition; differences: readonly string[] }> {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const start = Math.floor(random() * rows.length);
  const chosen = Array.from({ length: recordsMax }, (_, i) => rows[(start + i) % rows.length] as MadeUpRow);
  const index = await openSmallIndex(model);
  let { service } = index;
  const present = new Map<string, MadeUpRow>();
  const rulings: Ruling[] = [];
  const keyOf = (row: MadeUpRow): RecordKey => ({ source: row.source ?? "", id: row.unique_id ?? "" });
  const put = async (batch: readonly MadeUpRow[]): Promise<void> => {
    const answers = await service.putRecords(operator, batch.map(toInput));
    answers.forEach((answer, i) => {
      if (answer instanceof Error) throw answer;
      const row = batch[i] as MadeUpRow;
      present.set(JSON.stringify(keyOf(row)), row);
    });
  };
  const steps = 30;
  for (let step = 0; step < steps; step += 1) {
    const dice = random();
    const known = [...present.values()];
    if (dice < 0.5 || known.length < 4) {
      const count = 1 + Math.floor(random() * 6);
      await put(Array.from({ length: count }, () => changeSome(pick(chosen), random)));
    } else if (dice < 0.62) {
      const row = pick(known);
      await service.withdrawRecord(operator, keyOf(row));
      present.delete(JSON.stringify(keyOf(row)));
    } else if (dice < 0.8) {
      const ruling = await decide(service, keyOf(pick(known)), keyOf(pick(known)), random() < 0.5);
      if (ruling !== null && !rulings.some(({ id }) => id === ruling.id)) rulings.push(ruling);
    } else if (dice < 0.86) {
      const ruling = await split(service, index, keyOf(pick(known)));
      if (ruling !== null) rulings.push(ruling);
    } else if (dice < 0.95 && rulings.length > 0) {
      const [ruling] = rulings.splice(Math.floor(random() * rulings.length), 1);
      if (ruling !== undefined) await service.withdrawDecision(operator, ruling.id);
    } else {
      if (random() < 0.5) await service.close();
      service = await openPersonService({ store: index.store });
    }
  }
  const stored = await storedPartition(index.store);
  const bulk = await bulkPartition(
    model,
    [...present.values()],
    rulings.flatMap(({ decisions }) => decisions),
  );
  const { differences } = await verifyIndex({ store: index.store });
  await service.close();
  await index.close();
  return { stored, bulk, differences };
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
