// summary.json: the figures of a run, with the precision and recall that the model itself expects.
import { version } from "../shared/version.ts";
import { estimateQuality } from "./evaluate/estimateQuality.ts";
import type { Summary } from "./linkOptions.ts";
import type { RunFacts } from "./linkRun.ts";
import { countDecisions } from "./noteDecisions.ts";
import { noteRun } from "./noteRun.ts";
import { bitsPerNat } from "./score/pairScorer.ts";

/** `modelHash` is empty until the model is written. */
export function summariseRun(facts: RunFacts, modelHash: string): Summary {
  const { read, scored, clusters, model, clock, evaluation, decisions } = facts;
  const { recordCount } = read.table;
  const { secondsPerStage } = clock;
  const seconds = Object.values(secondsPerStage).reduce((sum, stage) => sum + stage, 0);
  return {
    version,
    records: recordCount,
    rejected: read.rejects.length,
    sources: read.table.sources,
    candidatePairs: scored.pairCounts.reduce((sum, count) => sum + count, 0),
    links: countAtLeast(facts, model.thresholds.link),
    clusters: clusters.count,
    recordsInClusters: countInClusters(clusters.clusterOf, clusters.count),
    duplicates: recordCount - clusters.count,
    doubtfulPairs: countDoubtful(facts),
    ...(decisions === null ? {} : { decisions: countDecisions(decisions, clusters) }),
    ...(facts.labels === null ? {} : { labels: facts.labels }),
    thresholds: { link: model.thresholds.link * bitsPerNat, review: model.thresholds.review * bitsPerNat },
    estimated: estimateQuality(facts),
    evaluation: evaluation?.measures ?? null,
    secondsPerStage,
    seconds: Math.round(seconds * 1000) / 1000,
    peakMemoryBytes: clock.peakMemoryBytes,
    threads: facts.threads,
    scoreSecondsPerThread: scored.secondsPerThread.map((spent) => Math.round(spent * 1000) / 1000),
    modelHash,
    notes: noteRun(facts),
  };
}

function countAtLeast({ scored }: RunFacts, odds: number): number {
  let count = 0;
  for (let link = 0; link < scored.links.count; link += 1) if (scored.links.logOdds[link]! >= odds) count += 1;
  return count;
}

/** Pairs at or above the review threshold whose records were left apart. */
function countDoubtful({ scored, rowClusters, model }: RunFacts): number {
  const { left, right, logOdds, count } = scored.links;
  let doubtful = 0;
  for (let link = 0; link < count; link += 1) {
    const isApart = rowClusters.clusterOf[left[link]!] !== rowClusters.clusterOf[right[link]!];
    if (isApart && logOdds[link]! >= model.thresholds.review) doubtful += 1;
  }
  return doubtful;
}

function countInClusters(clusterOf: Int32Array, clusterCount: number): number {
  const sizes = new Uint32Array(clusterCount);
  for (let record = 0; record < clusterOf.length; record += 1) sizes[clusterOf[record]!]! += 1;
  return sizes.reduce((sum, size) => (size > 1 ? sum + size : sum), 0);
}
