// Records to be put or matched, standardised together by the bulk code on a small table, with their block keys.

import { PackedStrings } from "../../shared/packedStrings.ts";
import { KeyMaker } from "../block/blockingRule.ts";
import { type BuiltRule, buildRules } from "../block/buildRules.ts";
import type { StopKeys } from "../block/stopKeys.ts";
import { type AlignedFrequencies, alignSlotsOnDemand } from "../compare/pairComparer.ts";
import type { Model } from "../model.ts";
import { encodeValues } from "../read/encodeValues.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { standardiseForModel } from "../standardise/standardiseForModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { listModelColumns } from "./modelNames.ts";

/** Texts by column name of the model's fields, as in the source; absent or null where missing. */
export type FieldValues = Readonly<Record<string, string | null>>;

/** Standardised records that belong to no index yet; any index of the same model takes them. */
export interface StandardBatch {
  readonly count: number;
  readonly records: StandardRecords;
  /** Counts alone, made when they are asked for: years are the index's own. */
  readonly frequencies: AlignedFrequencies;
  readonly keys: RecordKeyLists;
}

/** Keys of record i under the rules of the model, stop keys left out: entries offsets[i] … offsets[i + 1]. */
export interface RecordKeyLists {
  readonly offsets: Uint32Array;
  readonly rules: Uint8Array;
  readonly keys: Uint32Array;
}

/**
 * Standardises records exactly as a bulk run with the model does. Columns that the model does not know are ignored.
 * @param sourceNames of each record; those of none, beyond the end, are of a source that the model does not know
 */
export function standardiseBatch(
  model: Model,
  stopKeys: StopKeys,
  values: readonly FieldValues[],
  sourceNames: readonly string[],
): StandardBatch {
  const columns = listModelColumns(model).map((name) => {
    return encodeValues(
      name,
      values.map((record) => (Object.hasOwn(record, name) ? (record[name]?.toWellFormed() ?? null) : null)),
    );
  });
  const sources = ["", ...new Set(sourceNames.filter((name) => name !== ""))];
  const table: RecordTable = {
    recordCount: values.length,
    columns,
    sources,
    sourceOf: Uint16Array.from(values, (_, at) => sources.indexOf(sourceNames[at] ?? "")),
    recordIds: PackedStrings.from([]),
    idColumn: null,
    truth: null,
  };
  const records = standardiseForModel(table, model);
  const frequencies = { slots: alignSlotsOnDemand(records, model.frequencies), years: {} };
  const rules = buildRules(records.fields, frequencies, model.blocking);
  return { count: values.length, records, frequencies, keys: listRecordKeys(records, rules, stopKeys) };
}

/** Keys of all records; rules without atoms have none. */
export function listRecordKeys(
  records: StandardRecords,
  rules: readonly BuiltRule[],
  stopKeys: StopKeys,
): RecordKeyLists {
  const { recordCount } = records;
  const makers = rules.flatMap(({ rule, ruleIndex }) =>
    rule.atoms.length === 0 ? [] : [{ maker: new KeyMaker(records, rule), ruleIndex }],
  );
  const offsets = new Uint32Array(recordCount + 1);
  let room = recordCount * makers.length + 64;
  let ofRule = new Uint8Array(room);
  let keys = new Uint32Array(room);
  let count = 0;
  for (let record = 0; record < recordCount; record += 1) {
    for (const { maker, ruleIndex } of makers) {
      const made = maker.make(record);
      if (count + made > room) {
        room = Math.ceil(room * 1.6) + made;
        ofRule = grow(ofRule, new Uint8Array(room));
        keys = grow(keys, new Uint32Array(room));
      }
      for (let i = 0; i < made; i += 1) {
        const key = maker.keys[i]!;
        if (stopKeys.has(ruleIndex, key)) continue;
        ofRule[count] = ruleIndex;
        keys[count] = key;
        count += 1;
      }
    }
    offsets[record + 1] = count;
  }
  return { offsets, rules: ofRule, keys };
}

function grow<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
