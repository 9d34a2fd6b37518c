// The stages of a run as functions from what was known to what is known then; link.ts puts them in order.
import { NamesakeError } from "../shared/errors.ts";
import type { Atom } from "./block/atoms.ts";
import { type BuiltRule, buildRules } from "./block/buildRules.ts";
import type { MeasuredRule } from "./block/chooseRules.ts";
import { RuleMeter } from "./block/measureRule.ts";
import type { AlignedFrequencies } from "./compare/pairComparer.ts";
import type { BlockingModel, Model } from "./model.ts";
import { sampleRecords } from "./standardise/sampleRecords.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";

/** Rows on which the rules of a model are measured. */
const measuredRows = 200_000;

export type PlannedRule = MeasuredRule & BuiltRule;

/**
 * The rules of a model as rules of these records.
 * @param atoms as buildRules takes them
 * @throws NamesakeError MODEL_INVALID where a rule compares all pairs of too many records
 */
export function planRules(
  { fields, recordCount }: StandardRecords,
  frequencies: AlignedFrequencies,
  blocking: BlockingModel,
  atoms?: readonly Atom[],
): BuiltRule[] {
  if (blocking.rules.some((names) => names.length === 0) && recordCount > allPairsRecordsMax) {
    const what = "blocking.rules: compares all pairs, which these records are too many for";
    throw new NamesakeError("MODEL_INVALID", what);
  }
  return buildRules(fields, frequencies, blocking, atoms);
}

/** The rules with what they cost on these records. @param options `blockSizeMax`: blocks of more records are not used */
export function measureRules(
  records: StandardRecords,
  rules: readonly BuiltRule[],
  options: { readonly blockSizeMax: number; readonly acrossOnly: boolean },
): PlannedRule[] {
  const { recordCount } = records;
  const meter = new RuleMeter(sampleRecords(records, measuredRows), { recordCount, ...options });
  return rules.map((built) => ({ ...built, measure: meter.measure(built.rule) }));
}

/** The model with the keys of its rules that were too common on the records that it was trained on. */
export function freezeStopKeys(
  model: Model,
  planned: readonly BuiltRule[],
  keysLeftOut: readonly Uint32Array[],
): Model {
  const stopKeys = model.blocking.rules.map(() => new Uint32Array(0));
  planned.forEach(({ ruleIndex }, index) => {
    stopKeys[ruleIndex] = new Uint32Array(keysLeftOut[index] ?? []);
  });
  return { ...model, blocking: { ...model.blocking, stopKeys } };
}

const allPairsRecordsMax = 20_000;
