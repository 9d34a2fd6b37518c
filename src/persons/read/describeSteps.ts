// A pair's weight taken apart, as far as the asking client may see the fields: comparisons of others are left out, and
// what they add is in the match weight alone.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { PairSteps } from "../../linkage/live/explainRows.ts";
import { listComparisonColumns } from "../../linkage/search/searchSlots.ts";
import type { Mirror } from "../indexState.ts";
import type { StepAnswer } from "../personService.ts";
import { maySeeColumns } from "./visible.ts";

export interface DescribedSteps {
  readonly agreements: StepAnswer[];
  readonly disagreements: StepAnswer[];
  /** Both in the model's order, and what no comparison says: the prior, and what a household shows as well. */
  readonly all: StepAnswer[];
}

const columnsByModel = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

export function describeSteps({ live }: Mirror, context: AccessContext, pair: PairSteps): DescribedSteps {
  const { model } = live;
  const columnsOf = columnsByModel.get(model) ?? listComparisonColumns(model.scoring.comparisons, model.fields);
  columnsByModel.set(model, columnsOf);
  const agreements: StepAnswer[] = [];
  const disagreements: StepAnswer[] = [];
  const all: StepAnswer[] = [];
  let rest = pair.matchWeight;
  const add = (comparison: string, level: string, weight: number): void => {
    all.push({ comparison, level, weight, left: null, right: null });
    rest -= weight;
  };
  add("prior", "", priorWeight(pair));
  for (const { name, level, weight, isMissing, agrees, left, right } of pair.comparisons) {
    if (isMissing) continue;
    rest -= weight;
    if (!maySeeColumns(context, columnsOf.get(name) ?? [])) continue;
    const step = { comparison: name, level, weight, left, right };
    (agrees ? agreements : disagreements).push(step);
    all.push(step);
  }
  if (Math.abs(rest) > negligibleBits) add("household", "as likely of two people of one household", rest);
  return { agreements, disagreements, all };
}

const negligibleBits = 1e-9;

/** Bits of the prior: the first step of the waterfall. */
const priorWeight = ({ steps }: PairSteps): number => steps[0]?.weight ?? 0;
