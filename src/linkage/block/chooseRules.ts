// Blocking rules in two steps. First, from measured block sizes alone: every atom and every pair of atoms of different
// fields, cheapest first, since a rule with few pairs is one with telling keys. Later, when training has shown which
// pairs are likely matches, coverMatches.ts keeps the few rules that find them.
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type Atom, listAtoms } from "./atoms.ts";
import { allPairsRule, type BlockingRule, createRule } from "./blockingRule.ts";
import { type RuleMeasure, RuleMeter } from "./measureRule.ts";

export interface BlockingOptions {
  /** Up to this many records every pair is compared. */
  readonly allPairsMax: number;
  /** Records sharing a key above which the key is too common to use. */
  readonly blockSizeMax: number;
  /** Candidate pairs a record, over all rules, repeats included. */
  readonly pairsPerRecordMax: number;
  /** Candidate pairs a record of one rule. */
  readonly pairsPerRecordOfRuleMax: number;
}

export const blockingDefaults: BlockingOptions = {
  allPairsMax: 2500,
  blockSizeMax: 250,
  pairsPerRecordMax: 600,
  pairsPerRecordOfRuleMax: 40,
};

export interface MeasuredRule {
  readonly rule: BlockingRule;
  readonly measure: RuleMeasure;
}

/** Rules worth trying on these records, cheapest first; ties by name. */
export function listCandidateRules(
  records: StandardRecords,
  frequencies: AlignedFrequencies,
  options: BlockingOptions & { readonly acrossOnly: boolean },
): MeasuredRule[] {
  const { recordCount } = records;
  const meter = new RuleMeter(records, { recordCount, ...options });
  if (recordCount <= options.allPairsMax) return [{ rule: allPairsRule, measure: meter.measure(allPairsRule) }];
  const atoms = listAtoms(records.fields, frequencies);
  const singles = atoms.map((atom) => createRule([atom])).map((rule) => ({ rule, measure: meter.measure(rule) }));
  const whole = new Set(singles.filter((single) => isComplete(single, recordCount)).map(({ rule }) => rule.atoms[0]));
  const pairs = combine(atoms.filter((atom) => !whole.has(atom)));
  const measured = [...singles, ...pairs.map((rule) => ({ rule, measure: meter.measure(rule) }))];
  const chosen = takeCheapest(measured, recordCount, options);
  const used = chosen.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  if (used > (options.pairsPerRecordMax * recordCount) / 4 || atoms.length < 4) return chosen;
  return [...chosen, ...refineCommon({ records, atoms, measured, chosen, meter, options })];
}

/** Pairs a record up to which a rule of one atom without oversized blocks is taken whole. */
const completeMax = 10;

/** True where the atom alone misses nothing and costs little: with a second atom it would find a part of the same pairs. */
function isComplete({ measure }: MeasuredRule, recordCount: number): boolean {
  return measure.recordsLeftOut === 0 && measure.pairCount <= completeMax * recordCount;
}

function combine(atoms: readonly Atom[]): BlockingRule[] {
  const rules: BlockingRule[] = [];
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
  const areNames = nameGroups.has(first.group) && nameGroups.has(second.group);
  return !(areNames && (first.group === "names" || second.group === "names"));
}

function takeCheapest(
  measured: readonly MeasuredRule[],
  recordCount: number,
  options: BlockingOptions,
): MeasuredRule[] {
  const most = options.pairsPerRecordOfRuleMax * recordCount;
  const usable = measured
    .filter(({ measure }) => measure.pairCount > 0 && measure.pairCount <= most)
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

/** Three atoms together that are looked at, at most. */
const triplesMax = 200;

interface Refinement {
  readonly records: StandardRecords;
  readonly atoms: readonly Atom[];
  readonly measured: readonly MeasuredRule[];
  readonly chosen: readonly MeasuredRule[];
  readonly meter: RuleMeter;
  readonly options: BlockingOptions;
}

/** Files of few, common values (coded answers): three atoms together where two are still too common. */
function refineCommon({ records, atoms, measured, chosen, meter, options }: Refinement): MeasuredRule[] {
  const taken = new Set(chosen.map(({ rule }) => rule));
  const triples = new Map<string, BlockingRule>();
  for (const { rule, measure } of measured) {
    if (rule.atoms.length !== 2 || taken.has(rule) || measure.recordsLeftOut === 0) continue;
    for (const atom of atoms) {
      if (rule.atoms.some((other) => other.group === atom.group || !canCombine(other, atom))) continue;
      const sorted = [...rule.atoms, atom].sort((a, b) => atoms.indexOf(a) - atoms.indexOf(b));
      const triple = createRule(sorted);
      if (triples.size < triplesMax) triples.set(triple.name, triple);
    }
  }
  const used = chosen.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  const pairsPerRecordMax = options.pairsPerRecordMax - used / records.recordCount;
  const measuredTriples = [...triples.values()].map((rule) => ({ rule, measure: meter.measure(rule) }));
  return takeCheapest(measuredTriples, records.recordCount, { ...options, pairsPerRecordMax });
}
