// Chooses blocking rules from measured block sizes under a budget of pairs: every atom and every pair of atoms of
// different fields is a candidate, cheapest first, since a rule with few pairs is one with telling keys.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type Atom, listAtoms } from "./atoms.ts";
import { allPairsRule, type BlockingRule, createRule } from "./blockingRule.ts";
import { measureRule, type RuleMeasure } from "./measureRule.ts";

export interface BlockingOptions {
  /** Up to this many records every pair is compared. */
  readonly allPairsMax: number;
  /** Records sharing a key above which the key is too common to use. */
  readonly blockSizeMax: number;
  /** Candidate pairs a record, over all rules. */
  readonly pairsPerRecordMax: number;
  /** Candidate pairs a record of one rule. */
  readonly pairsPerRecordOfRuleMax: number;
}

export const blockingDefaults: BlockingOptions = {
  allPairsMax: 2500,
  blockSizeMax: 250,
  pairsPerRecordMax: 120,
  pairsPerRecordOfRuleMax: 40,
};

export interface MeasuredRule {
  readonly rule: BlockingRule;
  readonly measure: RuleMeasure;
}

/** Chosen rules, cheapest first; ties by name. */
export function chooseRules(
  records: StandardRecords,
  options: BlockingOptions & { readonly acrossOnly: boolean },
): MeasuredRule[] {
  const { recordCount } = records;
  if (recordCount <= options.allPairsMax) {
    const pairCount = (recordCount * (recordCount - 1)) / 2;
    const measure = { pairCount, largestBlock: recordCount, blocksLeftOut: 0, recordsLeftOut: 0, recordsWithKey: recordCount };
    return [{ rule: allPairsRule, measure }];
  }
  const atoms = listAtoms(records.fields);
  const measured = combine(atoms).map((rule) => ({ rule, measure: measureRule(records, rule, options) }));
  const chosen = takeCheapest(measured, recordCount, options);
  const used = chosen.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  if (used > (options.pairsPerRecordMax * recordCount) / 4 || atoms.length < 4) return chosen;
  return [...chosen, ...refineCommon(records, atoms, measured, chosen, options)];
}

function combine(atoms: readonly Atom[]): BlockingRule[] {
  const rules = atoms.map((atom) => createRule([atom]));
  atoms.forEach((first, index) => {
    for (const second of atoms.slice(index + 1)) {
      if (first.group !== second.group && canCombine(first, second)) rules.push(createRule([first, second]));
    }
  });
  return rules;
}

const nameGroups = new Set(["names", "given_name", "surname"]);

/** "any name" holds the given name and the surname already. */
function canCombine(first: Atom, second: Atom): boolean {
  return !(nameGroups.has(first.group) && nameGroups.has(second.group) && (first.group === "names" || second.group === "names"));
}

function takeCheapest(measured: readonly MeasuredRule[], recordCount: number, options: BlockingOptions): MeasuredRule[] {
  const usable = measured
    .filter(({ measure }) => measure.pairCount > 0 && measure.pairCount <= options.pairsPerRecordOfRuleMax * recordCount)
    .sort((a, b) => a.measure.pairCount - b.measure.pairCount || (a.rule.name < b.rule.name ? -1 : 1));
  const chosen: MeasuredRule[] = [];
  let left = options.pairsPerRecordMax * recordCount;
  for (const rule of usable) {
    if (rule.measure.pairCount > left) break;
    left -= rule.measure.pairCount;
    chosen.push(rule);
  }
  return chosen;
}

/** Files of few, common values (coded answers): three atoms together where two are still too common. */
function refineCommon(
  records: StandardRecords,
  atoms: readonly Atom[],
  measured: readonly MeasuredRule[],
  chosen: readonly MeasuredRule[],
  options: BlockingOptions & { readonly acrossOnly: boolean },
): MeasuredRule[] {
  const taken = new Set(chosen.map(({ rule }) => rule));
  const common = measured.filter(({ rule, measure }) => rule.atoms.length === 2 && !taken.has(rule) && measure.recordsLeftOut > 0);
  const triples = new Map<string, BlockingRule>();
  for (const { rule } of common) {
    for (const atom of atoms) {
      if (rule.atoms.some((other) => other.group === atom.group || !canCombine(other, atom))) continue;
      const sorted = [...rule.atoms, atom].sort((a, b) => atoms.indexOf(a) - atoms.indexOf(b));
      const triple = createRule(sorted);
      triples.set(triple.name, triple);
    }
  }
  const limited = [...triples.values()].slice(0, 200);
  const left = options.pairsPerRecordMax - chosen.reduce((sum, { measure }) => sum + measure.pairCount, 0) / records.recordCount;
  const measuredTriples = limited.map((rule) => ({ rule, measure: measureRule(records, rule, options) }));
  return takeCheapest(measuredTriples, records.recordCount, { ...options, pairsPerRecordMax: left });
}
