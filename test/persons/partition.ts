// Partitions of an index, and what a bulk run makes of the same facts.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { link } from "../../src/linkage/link.ts";
import type { RecordDecision } from "../../src/linkage/linkOptions.ts";
import type { Model } from "../../src/linkage/model.ts";
import { writeModel } from "../../src/linkage/settings/writeModel.ts";
import type { PersonStore, RecordKey } from "../../src/store/personStore.ts";
import type { MadeUpRow } from "../linkage/madeUpRecords.ts";

/** Sorted lists of "source:id", sorted. */
export type NamedPartition = readonly string[];

export const nameOf = ({ source, id }: RecordKey): string => `${source}:${id}`;

export function namePartition(groups: ReadonlyMap<unknown, readonly string[]>): NamedPartition {
  return [...groups.values()].map((names) => [...names].sort().join(" ")).sort();
}

export async function storedPartition(store: PersonStore): Promise<NamedPartition> {
  const groups = new Map<number, string[]>();
  for (const row of await store.scanRecords(0, 1_000_000)) {
    if (!row.isWithdrawn) groups.set(row.person, [...(groups.get(row.person) ?? []), nameOf(row)]);
  }
  return namePartition(groups);
}

/** One bulk run over the rows, with the model and the decisions. */
export async function bulkPartition(
  model: Model,
  rows: readonly MadeUpRow[],
  decisions: readonly RecordDecision[],
): Promise<NamedPartition> {
  if (rows.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  try {
    await writeModel(model, folder);
    const run = await link({
      input: rows,
      idColumn: "unique_id",
      sourceColumn: "source",
      model: join(folder, "model.json"),
      decisions,
      threads: 1,
    });
    const groups = new Map<string, string[]>();
    for (const { source, recordId, clusterId } of run.clusters()) {
      groups.set(clusterId, [...(groups.get(clusterId) ?? []), nameOf({ source, id: recordId })]);
    }
    return namePartition(groups);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
