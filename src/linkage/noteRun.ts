// The sentences on a run that its summary and its report share.
import type { RunFacts } from "./linkRun.ts";
import { noteDecisions } from "./noteDecisions.ts";
import { noteFalseMerges } from "./train/placeThresholds.ts";

/** What became of decisions, of a bound on false links, and what training has to say. */
export function noteRun({ decisions, clusters, model, settings }: RunFacts): string[] {
  return [
    ...noteDecisions(decisions, clusters),
    ...noteFalseMerges(model.thresholds, settings.maxFalseMergeRate),
    ...model.training.notes,
  ];
}
