// Scores the blocks of all rules: first the keys that too many records share, then (rule, partition) jobs, largest first.
// Threads and partitions change nothing, since a pair is scored under one rule and links are merged in record order.
import type { BlockingRule } from "../block/blockingRule.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import { createTeam } from "../team/createTeam.ts";
import type { Crew, Team } from "../team/team.ts";
import type { RuleCount } from "./countRule.ts";
import { createKeyRows, type KeyRows, placeRule } from "./keyRows.ts";
import { type LinkList, mergeLinks } from "./linkList.ts";
import type { ScoreContext, ScoredJob, ScoreJob } from "./scoreJobs.ts";

export interface ScoredPairs {
  readonly links: LinkList;
  /** meetings[k]: links with log odds of at least 0 that met under k rules. */
  readonly meetings: readonly number[];
  /** Pairs enumerated per rule; a pair that meets under several rules counts under each. */
  readonly pairCounts: readonly number[];
  /** Links per rule by first rule. */
  readonly linkCounts: readonly number[];
  /** Keys per rule of the blocks that were too large, ascending. */
  readonly keysLeftOut: readonly Uint32Array[];
  /** Seconds that each thread was at work scoring, most first. */
  readonly secondsPerThread: readonly number[];
}

/** Its measure says whether threads are worth starting: not needed where they are there already. */
export type RuleToScore = Pick<MeasuredRule, "rule"> & Partial<MeasuredRule>;

/** Below this many pairs one thread is done before a second has started. */
const parallelPairsMin = 1_000_000;

export async function scorePairs(
  context: Omit<ScoreContext, "rules" | "keyRows">,
  planned: readonly RuleToScore[],
  options: {
    readonly threads: number;
    /** What this thread does while others score. */
    readonly meanwhile?: (() => void) | undefined;
    /** Threads that are there already; without them, threads are started and ended here. */
    readonly team?: Team | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((pairsDone: number, pairsTotal: number) => void) | undefined;
  },
): Promise<ScoredPairs> {
  const rules = planned.map(({ rule }) => rule);
  const expected = planned.reduce((sum, { measure }) => sum + (measure?.pairCount ?? 0), 0);
  const team = options.team ?? createTeam(expected < parallelPairsMin ? 1 : options.threads, options.signal);
  const { threads } = team;
  const keyRows = createKeyRows(context.records, rules);
  try {
    const crew = team.assign("score", { ...context, rules, keyRows });
    const counts = await countRules(crew, { rules, keyRows, recordCount: context.records.recordCount, threads });
    const total = counts.reduce((sum, { pairCount }) => sum + pairCount, 0);
    const jobs = planJobs(counts, threads);
    let done = 0;
    const scoring = crew.run<ScoredJob>(jobs, (result) => {
      done += result.pairCount;
      options.onProgress?.(done, Math.max(total, done));
    });
    options.meanwhile?.();
    const results = await scoring;
    return gather(jobs, results, counts, context.records.recordCount);
  } finally {
    if (options.team === undefined) await team.close();
  }
}

interface CountTask {
  readonly rules: readonly BlockingRule[];
  readonly keyRows: KeyRows;
  readonly recordCount: number;
  readonly threads: number;
}

async function countRules(crew: Crew<"score">, task: CountTask): Promise<RuleCount[]> {
  const { rules, keyRows, recordCount, threads } = task;
  const pieces = threads * 4;
  const borders = Array.from({ length: pieces + 1 }, (_, i) => Math.floor((recordCount * i) / pieces));
  const fills = borders.slice(1).map((to, i): ScoreJob => ({ kind: "fill", from: borders[i] ?? 0, to }));
  await crew.run(fills);
  // Several keys a record take several times as long: such rules first, so that no thread waits for one begun last.
  const isLong = rules.map((rule) => !placeRule(keyRows, rule).isWhole);
  const order = [...rules.keys()].sort((a, b) => Number(isLong[b]) - Number(isLong[a]) || a - b);
  const counted = await crew.run<RuleCount>(order.map((ruleIndex) => ({ kind: "count", ruleIndex })));
  return rules.map((_, rule) => counted[order.indexOf(rule)] as RuleCount);
}

interface PlannedJob {
  readonly kind: "score";
  readonly ruleIndex: number;
  readonly partition: { readonly index: number; readonly count: number };
  readonly keysLeftOut: readonly Uint32Array[];
}

/** Pairs in one job at least, and jobs a thread at least where there are more: none waits long for the last one. */
const jobPairsMin = 1_000_000;
const jobsPerThread = 32;
/** Every partition makes all keys: where a record may have several that is dear, and partitions are larger. */
const severalKeysFactor = 3;

function planJobs(counts: readonly RuleCount[], threads: number): PlannedJob[] {
  const total = counts.reduce((sum, { pairCount }) => sum + pairCount, 0);
  const jobPairs = Math.max(jobPairsMin, total / (threads * jobsPerThread));
  const keysLeftOut = counts.map((count) => count.keysLeftOut);
  return counts
    .flatMap(({ pairCount, isWhole }, ruleIndex) => {
      const count = Math.max(1, Math.ceil(pairCount / (jobPairs * (isWhole ? 1 : severalKeysFactor))));
      return Array.from({ length: count }, (_, index) => ({
        job: { kind: "score", ruleIndex, partition: { index, count }, keysLeftOut } as const,
        size: pairCount / count,
      }));
    })
    .sort(
      (a, b) => b.size - a.size || a.job.ruleIndex - b.job.ruleIndex || a.job.partition.index - b.job.partition.index,
    )
    .map(({ job }) => job);
}

function gather(
  jobs: readonly PlannedJob[],
  results: readonly ScoredJob[],
  counts: readonly RuleCount[],
  recordCount: number,
): ScoredPairs {
  const pairCounts = counts.map(() => 0);
  const meetings: number[] = [];
  const seconds = new Map<number, number>();
  results.forEach((result, index) => {
    seconds.set(result.thread, (seconds.get(result.thread) ?? 0) + result.seconds);
    pairCounts[jobs[index]!.ruleIndex]! += result.pairCount;
    result.meetings.forEach((count, rules) => {
      meetings[rules] = (meetings[rules] ?? 0) + count;
    });
  });
  const { links } = mergeLinks(
    results.map((result) => result.links),
    recordCount,
  );
  const linkCounts = counts.map(() => 0);
  for (const rule of links.rule) linkCounts[rule]! += 1;
  return {
    links,
    meetings: Array.from(meetings, (count) => count ?? 0),
    pairCounts,
    linkCounts,
    keysLeftOut: counts.map((count) => count.keysLeftOut),
    secondsPerThread: [...seconds.values()].sort((a, b) => b - a),
  };
}
