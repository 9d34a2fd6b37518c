// Blocking rules in two steps. First, from measured block sizes alone: every atom and every pair of atoms of different
// fields, cheapest first, since a rule with few pairs is one with telling keys. Later, when training has shown which
// pairs are likely matches, coverMatches.ts keeps the few rules that find them.
import type { Atom } from "./atoms.ts";
import { allPairsRule, type BlockingRule, createRule } from "./blockingRule.ts";
import type { RuleMeasure } from "./measureRule.ts";

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

/** Measures of rules over the records that they are to be chosen for. */
export type MeasureRules = (rules: readonly BlockingRule[]) => Promise<readonly RuleMeasure[]>;

/** Rules worth trying on so many records, made of `atoms`, cheapest first; ties by name. */
export async function listCandidateRules(
  recordCount: number,
  atoms: readonly Atom[],
  measureRules: MeasureRules,
  options: BlockingOptions,
): Promise<MeasuredRule[]> {
  const measureAll = async (rules: readonly BlockingRule[]): Promise<MeasuredRule[]> => {
    const measures = await measureRules(rules);
    return rules.map((rule, index) => ({ rule, measure: measures[index]! }));
  };
  if (recordCount <= options.allPairsMax) return measureAll([allPairsRule]);
  const singles = await measureAll(atoms.map((atom) => createRule([atom])));
  const whole = new Set(singles.filter((single) => isComplete(single, recordCount)).map(({ rule }) => rule.atoms[0]));
  const pairs = await measureAll(combine(atoms.filter((atom) => !whole.has(atom))));
  const measured = [...singles, ...pairs];
  const chosen = takeCheapest(measured, recordCount, options);
  const used = countPairs(chosen);
  if (used > (options.pairsPerRecordMax * recordCount) / 4 || atoms.length < 4) return chosen;
  // Files of few, common values (coded answers): three atoms together where two are still too common.
  const triples = await measureAll(refineCommon(atoms, measured, chosen));
  const pairsPerRecordMax = options.pairsPerRecordMax - used / recordCount;
  return [...chosen, ...takeCheapest(triples, recordCount, { ...options, pairsPerRecordMax })];
}

const countPairs = (rules: readonly MeasuredRule[]): number =>
  rules.reduce((sum, { measure }) => sum + measure.pairCount, 0);

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

/** Rules of two atoms that were not chosen, as they leave out blocks, with a third one. */
function refineCommon(
  atoms: readonly Atom[],
  measured: readonly MeasuredRule[],
  chosen: readonly MeasuredRule[],
): BlockingRule[] {
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
  return [...triples.values()];
}
