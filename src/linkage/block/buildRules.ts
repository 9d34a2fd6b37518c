// Rules of a model, which names atoms, as rules that make keys of these records.
import type { AlignedFrequencies } from "../compare/pairComparer.ts";
import type { BlockingModel } from "../model.ts";
import type { Field } from "../standardise/standardRecords.ts";
import { type Atom, listAtoms } from "./atoms.ts";
import { allPairsRule, type BlockingRule } from "./blockingRule.ts";

export interface BuiltRule {
  readonly rule: BlockingRule;
  /** Index of the rule in the model. */
  readonly ruleIndex: number;
}

/**
 * The model's rules in its order, with their stop keys. A rule over an atom that the fields do not give finds nothing
 * and is left out.
 * @param frequencies the model's, aligned with these fields
 * @param atoms of these fields under these frequencies, where they are known already
 */
export function buildRules(
  fields: readonly Field[],
  frequencies: AlignedFrequencies,
  { rules, stopKeys }: Pick<BlockingModel, "rules" | "stopKeys">,
  atoms: readonly Atom[] = listAtoms(fields, frequencies, new Set(rules.flat())),
): BuiltRule[] {
  const byName = new Map(atoms.map((atom) => [atom.name, atom]));
  return rules.flatMap((names, ruleIndex): BuiltRule[] => {
    if (names.length === 0) return [{ rule: allPairsRule, ruleIndex }];
    const found = names.flatMap((name) => byName.get(name) ?? []);
    if (found.length < names.length) return [];
    return [{ rule: { name: ruleName(names), atoms: found, stopKeys: stopKeys[ruleIndex] ?? noKeys }, ruleIndex }];
  });
}

const noKeys = new Uint32Array(0);
const ruleNames = new WeakMap<readonly string[], string>();

/** Remembered: an index builds the rules of its model for every record that arrives. */
function ruleName(names: readonly string[]): string {
  const name = ruleNames.get(names) ?? names.join(" + ");
  ruleNames.set(names, name);
  return name;
}
