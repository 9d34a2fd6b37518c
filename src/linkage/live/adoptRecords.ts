// Fills an empty index with the records of a bulk run: codes, dictionaries and keys are taken over, nothing is
// standardised again.
import { assert } from "../../shared/assert.ts";
import { buildRules } from "../block/buildRules.ts";
import { StopKeys } from "../block/stopKeys.ts";
import { cutComponents } from "../cluster/cutComponents.ts";
import { planComparisons } from "../compare/comparison.ts";
import { alignFrequencies } from "../compare/pairComparer.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { LinkList } from "../score/linkList.ts";
import { collapseForModel } from "../standardise/collapseIdentical.ts";
import type { Field, Slot, StandardRecords } from "../standardise/standardRecords.ts";
import type { LiveParts } from "./liveParts.ts";
import { listRecordKeys } from "./standardBatch.ts";

export interface AdoptedRecords {
  readonly table: RecordTable;
  /** The table standardised for the model, one row a record. Record numbers are places in the table. */
  readonly records: StandardRecords;
  readonly known: KnownRun | null;
}

/** What a run has found of the records. */
export interface KnownRun {
  /** All links at or above the model's component threshold, between rows of collapseForModel. */
  readonly links: LinkList;
  /** Per record, in canonical order, its cluster; null where it is to be found when it is asked for. */
  readonly clusterOf: Int32Array | null;
  /** Records that decisions name, which make their components cluster otherwise than records alone do. */
  readonly decided: Iterable<number>;
}

export function adoptRecords(parts: LiveParts, { table, records, known }: AdoptedRecords): void {
  const { model, rows, fields, links, recordKeys } = parts;
  const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join("\n");
  const expected = names(model.scoring.comparisons);
  assert(names(planComparisons(records.fields)) === expected, "records have the comparisons of the model");
  assert(records.multiplicity === null, "records are not collapsed");
  adoptKeys(parts, table);
  const frequencies = alignFrequencies(records, model.frequencies);
  fields.fields.forEach((field, index) => {
    field.adopt(records.fields[index] as Field, frequencies.slots);
  });
  const collapsed = collapseForModel(records, model);
  const built = buildRules(records.fields, frequencies, model.blocking);
  const keys = listRecordKeys(collapsed.records, built, new StopKeys(model.blocking));
  const positions = mapPositions(
    records.fields,
    fields.fields.map(({ field }) => field),
  );
  const { stride, cells, recordCount } = collapsed.records;
  let last = 0;
  for (let record = 0; record < collapsed.rowOf.length; record += 1) {
    const row = collapsed.rowOf[record]! + 1;
    if (row > last) {
      for (const [from, to] of positions) rows.cells[to] = cells[(row - 1) * stride + from]!;
      const source = model.sourcesBy === null ? recordKeys.sourceOf(record) : records.sourceOf[record]!;
      assert(rows.create(source) === row, "rows are created in order");
      rows.setKeys(row, keys.rules, keys.keys, keys.offsets[row - 1]!, keys.offsets[row]!);
      last = row;
    }
    rows.attach(record, row);
  }
  rows.clearQuery();
  assert(last === recordCount, "every row has a record");
  for (let row = 1; row <= last; row += 1) {
    for (let i = rows.keyCount(row) - 1; i >= 0; i -= 1)
      links.postings[rows.keyRule(row, i)]!.add(rows.key(row, i), row);
  }
  if (known === null) return;
  rememberLinks(parts, known.links, recordCount);
  if (known.clusterOf !== null) rememberPools(parts, known, { rowOf: collapsed.rowOf, rowCount: recordCount });
}

/** Remembers the links of all rows; row r of the run is row r + 1 here. */
function rememberLinks({ links }: LiveParts, { count, left, right, logOdds }: LinkList, rowCount: number): void {
  const starts = new Uint32Array(rowCount + 2);
  for (let i = 0; i < count; i += 1) {
    starts[left[i]! + 1]! += 1;
    starts[right[i]! + 1]! += 1;
  }
  for (let row = 0; row <= rowCount; row += 1) starts[row + 1]! += starts[row]!;
  const next = starts.slice();
  const linkOf = new Uint32Array(count * 2);
  for (let i = 0; i < count; i += 1) {
    linkOf[next[left[i]!]!++] = i;
    linkOf[next[right[i]!]!++] = i;
  }
  for (let row = 0; row < rowCount; row += 1) {
    const own = linkOf.subarray(starts[row], starts[row + 1]);
    const rows = Array.from(own, (i) => (left[i] === row ? right[i]! : left[i]!) + 1);
    links.memory.set(row + 1, { rows, odds: Array.from(own, (i) => logOdds[i]!) });
  }
}

/** Remembers how each component was clustered, cut where it was too large. */
function rememberPools(
  { model, pools, recordKeys }: LiveParts,
  { links, clusterOf, decided }: KnownRun,
  { rowOf, rowCount }: { readonly rowOf: Int32Array; readonly rowCount: number },
): void {
  const firstOfRow = new Int32Array(rowCount).fill(-1);
  rowOf.forEach((row, record) => {
    if (firstOfRow[row] === -1) firstOfRow[row] = record;
  });
  const isDecided = new Uint8Array(rowCount);
  for (const record of decided) isDecided[rowOf[record]!] = 1;
  const { componentSizeMax } = model.clustering;
  const { component: componentFloor, link: threshold } = model.thresholds;
  const sideOfRow = (row: number): number => recordKeys.sideOf(firstOfRow[row]!);
  const cut = { count: rowCount, links, same: new Int32Array(0), sideOf: sideOfRow };
  cutComponents(cut, { componentFloor, componentSizeMax, threshold }, (members) => {
    if (members.some((row) => isDecided[row] === 1)) return;
    const firstOf = new Map<number, number>();
    const places = Array.from(members, (row, place) => {
      const cluster = clusterOf![firstOfRow[row]!]!;
      if (!firstOf.has(cluster)) firstOf.set(cluster, place);
      return firstOf.get(cluster)!;
    });
    pools.remember(
      members.map((row) => row + 1),
      places,
    );
  });
}

function adoptKeys({ recordKeys }: LiveParts, { recordCount, recordIds, sources, sourceOf }: RecordTable): void {
  const indexOf = sources.map((source) => recordKeys.sourceIndex(source));
  recordKeys.reserve(recordCount);
  const { bytes, offsets } = recordIds;
  for (let record = 0; record < recordCount; record += 1) {
    recordKeys.addEncoded(indexOf[sourceOf[record]!]!, bytes, offsets[record]!, offsets[record + 1]!);
  }
}

/** Pairs of positions in the rows of two layouts of the same fields. */
function mapPositions(from: readonly Field[], to: readonly Field[]): [number, number][] {
  const slotsOf = (field: Field): (Slot | null)[] =>
    field.kind === "name" ? [field.given, field.middle, field.surname] : [field.slot];
  return from.flatMap((field, index) => {
    const targets = slotsOf(to[index] as Field);
    return slotsOf(field).flatMap((slot, part): [number, number][] => {
      const target = targets[part] ?? null;
      return slot === null || target === null ? [] : [[slot.position, target.position]];
    });
  });
}
