// Which record is which person, as a file that appears whole or not at all; only records that the context may see.

import { randomUUID } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";
import { type AccessContext, maySeeSource } from "../governance/accessContext.ts";
import { compareUtf8 } from "../linkage/read/compareUtf8.ts";
import { asUnwritable } from "../linkage/write/replaceFolder.ts";
import { writeTable } from "../linkage/write/writeTable.ts";
import { NamesakeError } from "../shared/errors.ts";
import { PackedStringsBuilder } from "../shared/packedStrings.ts";
import type { PersonStore } from "../store/personStore.ts";
import { scanSlices } from "../store/scanSlices.ts";
import { Auditor } from "./auditor.ts";

export interface ExportOptions {
  readonly store: PersonStore;
  /** Path of the file: Parquet where it ends so, else CSV. */
  readonly out: string;
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
  readonly clock?: () => Date;
}

const sliceSize = 20_000;
/** Records that one audit row names. */
const auditedMax = 10_000;

/**
 * Writes source, record_id, person_id in canonical order: by source, then identifier, both as UTF-8 bytes. Every record
 * and person of the file is on record in the audit before the file appears.
 * @throws NamesakeError OUTPUT_EXISTS, OUTPUT_UNWRITABLE, INTERRUPTED, STORE_*
 */
export async function exportPersons(
  context: AccessContext,
  { store, out, overwrite = false, signal, clock = () => new Date() }: ExportOptions,
): Promise<{ records: number; persons: number }> {
  if (!overwrite && (await stat(out).catch(() => null)) !== null) throw new NamesakeError("OUTPUT_EXISTS", out);
  const found = await collectVisible(context, store, signal);
  const personIds = await readPersonIds(store);
  const order = Int32Array.from(found.numbers.keys()).sort(
    (a, b) => compareUtf8(found.sources[a]!, found.sources[b]!) || compareUtf8(found.ids[a]!, found.ids[b]!),
  );
  const temporary = `${out}.new-${randomUUID().slice(0, 8)}`;
  const at = (row: number): number => order[row]!;
  try {
    await writeTable({
      path: temporary,
      format: out.endsWith(".parquet") ? "parquet" : "csv",
      rowCount: order.length,
      columns: [
        { name: "source", type: "text", texts: found.sources, indexOf: at },
        { name: "record_id", type: "text", texts: found.ids, indexOf: at },
        { name: "person_id", type: "text", texts: personIds, indexOf: (row) => found.persons[at(row)]! },
      ],
      signal,
    });
    await audit(context, store, clock, found);
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw asUnwritable(error, out);
  }
  return { records: order.length, persons: new Set(found.persons).size };
}

interface Found {
  readonly numbers: number[];
  readonly sources: string[];
  readonly ids: string[];
  readonly persons: number[];
}

async function collectVisible(
  context: AccessContext,
  store: Pick<PersonStore, "scanRecords">,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const found: Found = { numbers: [], sources: [], ids: [], persons: [] };
  for (let from = 0; ; ) {
    if (signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "export");
    const rows = await store.scanRecords(from, sliceSize);
    const last = rows.at(-1);
    if (last === undefined) return found;
    from = last.number + 1;
    for (const { number, source, id, person } of rows) {
      if (person < 0 || !maySeeSource(context, source)) continue;
      found.numbers.push(number);
      found.sources.push(source);
      found.ids.push(id);
      found.persons.push(person);
    }
  }
}

async function readPersonIds(store: Pick<PersonStore, "scanPersons">) {
  const ids = new PackedStringsBuilder();
  for await (const rows of scanSlices((from, size) => store.scanPersons(from, size), sliceSize)) {
    for (const { id } of rows) ids.push(id);
  }
  return ids.finish();
}

async function audit(
  context: AccessContext,
  store: Pick<PersonStore, "audit" | "kind">,
  clock: () => Date,
  { numbers, persons }: Found,
): Promise<void> {
  const auditor = new Auditor(store, clock);
  for (let from = 0; from < Math.max(1, numbers.length); from += auditedMax) {
    await auditor.record(context, {
      status: 0,
      records: numbers.slice(from, from + auditedMax),
      persons: [...new Set(persons.slice(from, from + auditedMax))],
    });
  }
}
