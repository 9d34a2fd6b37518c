// Law on whole sets: records ingested in any order, in random batches, some twice, by several requests at once, end in the
// very clusters of one bulk run with the same model; also where half of them came by a bulk run. Sets of others are used
// where they lie beside the checkout.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readRecordInputs } from "../../src/cli/readRecordInputs.ts";
import { link } from "../../src/linkage/link.ts";
import { exportPersons } from "../../src/persons/exportPersons.ts";
import { loadRun } from "../../src/persons/loadRun.ts";
import { openPersonService } from "../../src/persons/openPersonService.ts";
import type { RecordInput } from "../../src/persons/personService.ts";
import { verifyIndex } from "../../src/persons/verifyIndex.ts";
import { createRandom } from "../../src/shared/random.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { madeUpRecords, shuffled } from "../linkage/madeUpRecords.ts";
import { type NamedPartition, namePartition } from "./partition.ts";
import { operator } from "./smallIndex.ts";
import { writeRows } from "./writeRows.ts";

interface WholeSet {
  readonly name: string;
  readonly hasSources: boolean;
  /** False where the set is not there. */
  fetch(path: string): Promise<boolean>;
}

const fromData = (name: string): WholeSet => ({
  name,
  hasSources: false,
  async fetch(path) {
    const file = new URL(`../../../shared/data/${name}/records.csv`, import.meta.url);
    if (existsSync(file)) await cp(file, path);
    return existsSync(file);
  },
});

const madeUp: WholeSet = {
  name: "10,000 made-up records",
  hasSources: true,
  async fetch(path) {
    await writeRows(path, madeUpRecords({ records: 10_000, seed: 77 }));
    return true;
  },
};

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
});
after(() => rm(folder, { recursive: true, force: true }));

for (const set of [fromData("febrl3"), fromData("splink_fake_20000"), madeUp]) {
  test(`${set.name}: any order ends in the clusters of the bulk run`, async (t) => {
    const place = await mkdtemp(join(folder, "set-"));
    const input = join(place, "records.csv");
    if (!(await set.fetch(input))) return t.skip(`${set.name} is not beside this checkout`);
    const options = {
      idColumn: "unique_id",
      truth: "cluster_id",
      ...(set.hasSources ? { sourceColumn: "source" } : {}),
    };
    const whole = join(place, "whole");
    await (await link({ input, ...options })).write({ out: whole });
    const expected = await partitionOf(join(whole, "clusters.csv"), "cluster_id");

    const empty = await newStore(place);
    await loadRun({ run: whole, store: empty, modelOnly: true });
    await ingest(empty, input, set, 1);
    assert.deepEqual(await exported(empty, place), expected);
    assert.deepEqual((await verifyIndex({ store: empty })).differences, []);
    await empty.close();

    const lines = (await readFile(input, "utf8")).trimEnd().split("\n");
    await writeFile(input, `${lines.slice(0, Math.ceil(lines.length / 2)).join("\n")}\n`);
    const half = join(place, "half");
    await (await link({ input, ...options, model: join(whole, "model.json") })).write({ out: half });
    const loaded = await newStore(place);
    await loadRun({ run: half, store: loaded });
    await writeFile(input, lines.join("\n"));
    await ingest(loaded, input, set, 2);
    assert.deepEqual(await exported(loaded, place), expected);
    await loaded.close();
  });
}

/** Every record once, a tenth twice, in two streams of random batches at once. */
async function ingest(store: PersonStore, input: string, { hasSources }: WholeSet, seed: number): Promise<void> {
  const service = await openPersonService({ store });
  const inputs = await readRecordInputs({
    files: [input],
    idColumn: "unique_id",
    ...(hasSources ? { source: "source" } : {}),
    knownFields: service.knownFields(),
  });
  const [all = []] = inputs.slices(inputs.count);
  const random = createRandom(seed);
  const deliveries = shuffled([...all, ...all.filter(() => random() < 0.1)], seed);
  const stream = async (): Promise<void> => {
    while (deliveries.length > 0) {
      const batch: RecordInput[] = deliveries.splice(0, 1 + Math.floor(random() * 200));
      for (const answer of await service.putRecords(operator, batch)) if (answer instanceof Error) throw answer;
    }
  };
  await Promise.all([stream(), stream()]);
  await service.close();
}

const newStore = async (place: string): Promise<PersonStore> =>
  openStore({
    store: `sqlite:${join(await mkdtemp(join(place, "store-")), "persons.db")}`,
    role: "index",
    create: true,
  });

async function exported(store: PersonStore, place: string): Promise<NamedPartition> {
  const out = join(place, "persons.csv");
  await exportPersons(operator, { store, out, overwrite: true });
  return partitionOf(out, "person_id");
}

/** Groups of source and identifier, or of the identifier alone where a file has no sources. */
async function partitionOf(path: string, column: string): Promise<NamedPartition> {
  const [head = "", ...lines] = (await readFile(path, "utf8")).trimEnd().split("\n");
  const names = head.split(",");
  const [group, id, source] = [names.indexOf(column), names.indexOf("record_id"), names.indexOf("source")];
  const groups = new Map<string, string[]>();
  const sources = new Set<string>();
  const rows = lines.map((line) => line.split(","));
  for (const row of rows) sources.add(row[source] ?? "");
  for (const row of rows) {
    const name = sources.size > 1 ? `${row[source]}:${row[id]}` : (row[id] ?? "");
    const others = groups.get(row[group] ?? "");
    if (others === undefined) groups.set(row[group] ?? "", [name]);
    else others.push(name);
  }
  return namePartition(groups);
}
