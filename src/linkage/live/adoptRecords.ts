// Fills an empty index with the records of a bulk run: codes, dictionaries and keys are taken over, nothing is
// standardised again.
import { assert } from "../../shared/assert.ts";
import { buildRules } from "../block/buildRules.ts";
import { StopKeys } from "../block/stopKeys.ts";
import { planComparisons } from "../compare/comparison.ts";
import { alignFrequencies } from "../compare/pairComparer.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { collapseForModel } from "../standardise/collapseIdentical.ts";
import type { Field, Slot, StandardRecords } from "../standardise/standardRecords.ts";
import type { LiveParts } from "./clusterTouched.ts";
import { listRecordKeys } from "./standardBatch.ts";

/** `records`: the table standardised for the model, one row a record. Record numbers are places in the table. */
export function adoptRecords(parts: LiveParts, table: RecordTable, records: StandardRecords): void {
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
  let known = 0;
  for (let record = 0; record < collapsed.rowOf.length; record += 1) {
    const row = collapsed.rowOf[record]! + 1;
    if (row > known) {
      for (const [from, to] of positions) rows.cells[to] = cells[(row - 1) * stride + from]!;
      assert(rows.create(recordKeys.sourceOf(record)) === row, "rows are created in order");
      rows.setKeys(row, keys.rules, keys.keys, keys.offsets[row - 1]!, keys.offsets[row]!);
      known = row;
    }
    rows.attach(record, row);
  }
  rows.clearQuery();
  assert(known === recordCount, "every row has a record");
  for (let row = 1; row <= known; row += 1) {
    for (let i = rows.keyCount(row) - 1; i >= 0; i -= 1)
      links.postings[rows.keyRule(row, i)]!.add(rows.key(row, i), row);
  }
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
