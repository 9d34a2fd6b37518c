// The stages of a run as functions from what was known to what is known then; link.ts puts them in order.
import { NamesakeError } from "../shared/errors.ts";
import { listAtoms } from "./block/atoms.ts";
import { allPairsRule, createRule } from "./block/blockingRule.ts";
import type { MeasuredRule } from "./block/chooseRules.ts";
import { RuleMeter } from "./block/measureRule.ts";
import type { BlockingModel } from "./model.ts";
import { sampleRecords } from "./standardise/sampleRecords.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";

/** Rows on which the rules of a model are measured. */
const measuredRows = 200_000;

/**
 * The rules of a model with what they cost on these records.
 * @throws NamesakeError MODEL_INVALID where a rule needs what the records' fields do not give, or compares too many pairs
 */
export function planBlocking(records: StandardRecords, blocking: BlockingModel, acrossOnly: boolean): MeasuredRule[] {
  const atoms = new Map(listAtoms(records.fields).map((atom) => [atom.name, atom]));
  const sample = sampleRecords(records, measuredRows);
  const { recordCount } = records;
  const meter = new RuleMeter(sample, { recordCount, blockSizeMax: blocking.blockSizeMax, acrossOnly });
  return blocking.rules.flatMap((names): MeasuredRule[] => {
    const found = names.flatMap((name) => atoms.get(name) ?? []);
    // A field may be absent from these records; a rule over it finds nothing here.
    if (found.length < names.length) return [];
    const rule = names.length === 0 ? allPairsRule : createRule(found);
    if (names.length === 0 && recordCount > allPairsRecordsMax) {
      throw new NamesakeError(
        "MODEL_INVALID",
        "blocking.rules: compares all pairs, which these records are too many for",
      );
    }
    return [{ rule, measure: meter.measure(rule) }];
  });
}

const allPairsRecordsMax = 20_000;
