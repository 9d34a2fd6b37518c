// From a model to clusters: the stages block, score and cluster, which labels have a run go through for more than one
// model before it settles for one.

import type { PackedStrings } from "../shared/packedStrings.ts";
import type { Atom } from "./block/atoms.ts";
import { clusterLinks, clusterLinksBeside, type LinkedClusters } from "./cluster/clusterLinks.ts";
import type { Decision } from "./cluster/decision.ts";
import { planClustering } from "./cluster/planClustering.ts";
import { sideOf } from "./cluster/sideOf.ts";
import { type AlignedFrequencies, PairComparer } from "./compare/pairComparer.ts";
import { freezeStopKeys, measureRules, type PlannedRule, planRules } from "./linkStages.ts";
import type { Model } from "./model.ts";
import { type ScoredPairs, scorePairs } from "./score/scorePool.ts";
import { tabulateWeights } from "./score/scoringModel.ts";
import type { StageClock } from "./stageClock.ts";
import { type CollapsedRecords, collapseForModel } from "./standardise/collapseIdentical.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";
import type { Team } from "./team/team.ts";

export interface ScoreTask {
  readonly all: StandardRecords;
  /** Per record its identifier. */
  readonly recordIds: PackedStrings;
  readonly aligned: AlignedFrequencies;
  /** What keys are made of, where training has listed it. */
  readonly atoms: readonly Atom[] | undefined;
  /** True where the model was given: its stop keys stand. */
  readonly isGiven: boolean;
  readonly decisions: readonly Decision[];
  readonly team: Team;
  readonly clock: StageClock;
  readonly signal: AbortSignal | undefined;
}

/** What a model makes of the records. */
export interface Outcome {
  readonly model: Model;
  readonly recordIds: PackedStrings;
  readonly collapsed: CollapsedRecords;
  readonly comparer: PairComparer;
  readonly frequencies: AlignedFrequencies;
  readonly measured: readonly PlannedRule[];
  readonly scored: ScoredPairs;
  readonly clusters: LinkedClusters;
}

export async function scoreAndCluster(trained: Model, task: ScoreTask): Promise<Outcome> {
  const { all, recordIds, aligned, atoms, isGiven, team, clock, signal } = task;
  const collapsed = collapseForModel(all, trained);
  const { records } = collapsed;
  const comparer = new PairComparer(records, aligned);
  const isAcross = trained.acrossOnly || trained.clustering.isOnePerSource;

  await clock.start("block", "rules");
  const { blockSizeMax, blockSizeCeiling } = trained.blocking;
  const options = { blockSizeMax: isGiven ? blockSizeCeiling : blockSizeMax, acrossOnly: isAcross };
  const rules = planRules(records, aligned, trained.blocking, atoms);

  await clock.start("score", "candidate pairs");
  let measured: PlannedRule[] = [];
  const scored = await scorePairs(
    { records, frequencies: aligned, model: trained.scoring, options, floor: trained.thresholds.component },
    rules,
    {
      threads: team.threads,
      team,
      signal,
      onProgress: clock.advance,
      meanwhile: () => {
        measured = measureRules(records, rules, options);
      },
    },
  );
  const model = isGiven ? trained : freezeStopKeys(trained, measured, scored.keysLeftOut);

  await clock.start("cluster", "components");
  const outcome = { model, recordIds, collapsed, comparer, frequencies: aligned, measured, scored };
  return { ...outcome, clusters: await clusterOnTeam(outcome, task.decisions, team) };
}

/** What clustering takes of an outcome. */
type ScoredOutcome = Omit<Outcome, "clusters" | "measured">;

/** The clusters of scored pairs under the outcome's model and these decisions. */
export function clusterOutcome(outcome: ScoredOutcome, decisions: readonly Decision[]): LinkedClusters {
  const { input, scoring, options } = planOutcome(outcome, decisions);
  return clusterLinks(input, scoring, options);
}

/** As clusterOutcome, on threads. */
export async function clusterOnTeam(
  outcome: ScoredOutcome,
  decisions: readonly Decision[],
  team: Team,
): Promise<LinkedClusters> {
  const { collapsed, frequencies, model } = outcome;
  const { input, scoring, options } = planOutcome(outcome, decisions);
  const context = { records: collapsed.records, frequencies, model: model.scoring, options };
  return clusterLinksBeside(input, scoring, options, (batches) => team.assign("pool", context).run(batches));
}

function planOutcome({ model, recordIds, collapsed, comparer, scored }: ScoredOutcome, decisions: readonly Decision[]) {
  const { records, rowOf } = collapsed;
  return {
    input: {
      rowCount: records.recordCount,
      rowOf,
      comparedAs: null,
      links: scored.links,
      decisions,
      sideOf: (record: number) => sideOf(recordIds, record),
    },
    scoring: { comparer, tables: tabulateWeights(model.scoring) },
    options: planClustering(model, records.sourceOf),
  };
}
