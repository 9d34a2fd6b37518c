// Rows of the store as the table that the bulk engine takes.
import { listModelColumns, type Model } from "../../linkage/index.ts";
import { compareUtf8 } from "../../linkage/read/compareUtf8.ts";
import { encodeValues } from "../../linkage/read/encodeValues.ts";
import type { RecordTable } from "../../linkage/read/recordTable.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import type { PersonStore, RecordRow } from "../../store/personStore.ts";
import { scanSlices } from "../../store/scanSlices.ts";
import { parseFields } from "./parseFields.ts";

/** What the engine needs of records, by columns. */
export interface CollectedRecords {
  readonly sources: string[];
  readonly ids: string[];
  /** Per column of the model the texts, null where missing. */
  readonly values: ReadonlyMap<string, (string | null)[]>;
  readonly numbers: number[];
  readonly persons: number[];
  readonly versions: number[];
  readonly isWithdrawn: boolean[];
}

const sliceSize = 20_000;

/** All records of the store in the order of their numbers, withdrawn ones too. */
export async function collectRecords(
  store: Pick<PersonStore, "scanRecords">,
  model: Model,
  onProgress: (done: number) => void = () => undefined,
): Promise<CollectedRecords> {
  const collected = emptyCollection(model);
  for await (const rows of scanSlices((from, size) => store.scanRecords(from, size), sliceSize)) {
    for (const row of rows) collectRow(collected, row);
    onProgress(collected.numbers.length);
  }
  return collected;
}

export function emptyCollection(model: Model): CollectedRecords {
  const values = new Map(listModelColumns(model).map((name) => [name, [] as (string | null)[]]));
  return { sources: [], ids: [], values, numbers: [], persons: [], versions: [], isWithdrawn: [] };
}

export function collectRow(collected: CollectedRecords, row: RecordRow): void {
  const fields = parseFields(row.fields);
  for (const [name, texts] of collected.values) texts.push(Object.hasOwn(fields, name) ? (fields[name] ?? null) : null);
  collected.sources.push(row.source);
  collected.ids.push(row.id);
  collected.numbers.push(row.number);
  collected.persons.push(row.person);
  collected.versions.push(row.version);
  collected.isWithdrawn.push(row.isWithdrawn);
}

/** Places of records that are not withdrawn, in canonical order. */
export function canonicalOrder({ sources, ids, isWithdrawn }: CollectedRecords): Int32Array {
  const present = Int32Array.from([...ids.keys()].filter((place) => isWithdrawn[place] !== true));
  return present.sort((a, b) => compareUtf8(sources[a]!, sources[b]!) || compareUtf8(ids[a]!, ids[b]!));
}

/** The table of the records at `places`, in that order. */
export function tableOf(collected: CollectedRecords, places: ArrayLike<number>): RecordTable {
  const pick = <T>(list: readonly T[]): T[] => Array.from(places, (place) => list[place]!);
  const sources = [...new Set(collected.sources)].sort(compareUtf8);
  const indexOf = new Map(sources.map((source, index) => [source, index]));
  return {
    recordCount: places.length,
    columns: [...collected.values].map(([name, texts]) => encodeValues(name, pick(texts))),
    sources: sources.length === 0 ? [""] : sources,
    sourceOf: Uint16Array.from(places, (place) => indexOf.get(collected.sources[place]!) ?? 0),
    recordIds: PackedStrings.from(pick(collected.ids)),
    idColumn: null,
    truth: null,
  };
}
