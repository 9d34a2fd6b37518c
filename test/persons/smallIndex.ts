// A person index of made-up people in a temporary folder, for tests.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessContext } from "../../src/governance/accessContext.ts";
import { link } from "../../src/linkage/link.ts";
import type { Model } from "../../src/linkage/model.ts";
import { storeModel, useModel } from "../../src/persons/mirror/modelFiles.ts";
import { openPersonService, type PersonServiceOptions } from "../../src/persons/openPersonService.ts";
import type { PersonService, RecordInput } from "../../src/persons/personService.ts";
import { openStore } from "../../src/store/openStore.ts";
import type { PersonStore } from "../../src/store/personStore.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../linkage/madeUpRecords.ts";

export const operator: AccessContext = {
  client: 0,
  clientName: "command line",
  purpose: "testing",
  sources: null,
  fields: null,
  route: "test",
};

export const caller = (client: number, changes: Partial<AccessContext> = {}): AccessContext => ({
  ...operator,
  client,
  clientName: `client ${client}`,
  ...changes,
});

/** Rows of several sources with `unique_id` and `source`, and a model trained on them. */
export async function trainSmall(records: number, seed: number): Promise<{ rows: MadeUpRow[]; model: Model }> {
  const rows = withoutColumns(madeUpRecords({ records, seed, errorRate: 2 }), "cluster_id");
  const run = await link({ input: rows, idColumn: "unique_id", sourceColumn: "source", threads: 1 });
  return { rows, model: run.model };
}

export const toInput = ({ unique_id = "", source = "", ...fields }: MadeUpRow): RecordInput => ({
  source,
  id: unique_id,
  fields,
});

export interface SmallIndex {
  readonly store: PersonStore;
  readonly service: PersonService;
  readonly path: string;
  /** Ends the service and the store, and removes both. */
  close(): Promise<void>;
}

/** Counts up from a fixed start, so that identifiers and times repeat with the test. */
export function countingIds(): () => string {
  let next = 0;
  return () => {
    next += 1;
    const mixed = Math.imul(next, 0x9e3779b1) >>> 0;
    return `01900000-0000-7000-8000-${String(next).padStart(4, "0").slice(-4)}${mixed.toString(16).padStart(8, "0")}`;
  };
}

/** Columns of made-up people that no model compares. */
const otherColumns = ["recorded_on"];

export async function openSmallIndex(
  model: Model,
  options: Partial<PersonServiceOptions> = {},
  now: () => number = Date.now,
): Promise<SmallIndex> {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const path = join(folder, "persons.db");
  const store = await openStore({ store: `sqlite:${path}`, role: "index", create: true, now });
  const stored = await storeModel(store, model);
  await store.write((writer) => useModel(writer, stored, { columns: otherColumns, columnNames: {} }));
  const service = await openPersonService({ store, newId: countingIds(), ...options });
  return {
    store,
    service,
    path,
    close: async () => {
      await service.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
