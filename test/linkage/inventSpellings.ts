// Spellings for records so few that they show none: each common name is another spelling of the next.
import type { FrequencyTables } from "../../src/linkage/compare/frequencies.ts";
import type { FieldPlan } from "../../src/linkage/standardise/fieldPlan.ts";
import type { Spellings } from "../../src/linkage/standardise/nicknameLists.ts";

/** The plans with those in that of the name. */
export function inventSpellings(plans: readonly FieldPlan[], frequencies: FrequencyTables): FieldPlan[] {
  const spellings = ["name.given", "name.surname"].flatMap((slot): Spellings[] => {
    const names = [...(frequencies.get(slot)?.counts.keys() ?? [])].sort().slice(0, 40);
    return names.slice(1).map((name, i): Spellings => [names[i]!, name]);
  });
  return plans.map((plan) => (plan.kind === "name" ? { ...plan, spellings } : plan));
}
