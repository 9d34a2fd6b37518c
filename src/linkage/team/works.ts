// The kinds of work that threads are put to, and what each needs and gives.
import { createBatchPooler, type PoolBatch, type PoolContext, type PooledBatch } from "../cluster/poolBatches.ts";
import type { Origins } from "../origins/fitOrigins.ts";
import { learnOrigins } from "../origins/learnOrigins.ts";
import { createJobRunner, type JobResult, type ScoreContext, type ScoreJob } from "../score/scoreJobs.ts";
import { type BuiltFields, createFieldBuilder, type FieldContext } from "../standardise/fieldJobs.ts";
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import {
  createTrainingRunner,
  type TrainingContext,
  type TrainingJob,
  type TrainingJobResult,
} from "../train/trainingJobs.ts";
import { createLinkDescriber, type DescribedLinks, type LinkContext } from "../write/describeLinks.ts";
import type { LinkPairs } from "../write/listLinkPairs.ts";

/** `start` gives what does the jobs; what a job results in is of no further use to it, and is moved between threads. */
export const works = {
  standardise: { start: (context: FieldContext): ((plan: FieldPlan) => BuiltFields) => createFieldBuilder(context) },
  origins: {
    start:
      (records: StandardRecords): ((job: "learn") => Origins | null) =>
      () =>
        learnOrigins(records),
  },
  score: { start: (context: ScoreContext): ((job: ScoreJob) => JobResult) => createJobRunner(context) },
  train: {
    start: (context: TrainingContext): ((job: TrainingJob) => TrainingJobResult) => createTrainingRunner(context),
  },
  pool: { start: (context: PoolContext): ((batch: PoolBatch) => PooledBatch) => createBatchPooler(context) },
  links: { start: (context: LinkContext): ((pairs: LinkPairs) => DescribedLinks) => createLinkDescriber(context) },
} as const;

export type WorkName = keyof typeof works;

/** When a run was interrupted, by what its threads were at. */
export const momentOf: Readonly<Record<WorkName, string>> = {
  standardise: "while standardising",
  origins: "while training",
  score: "while scoring",
  train: "while training",
  pool: "while clustering",
  links: "while writing",
};

export type ContextOf<W extends WorkName> = Parameters<(typeof works)[W]["start"]>[0];
export type JobOf<W extends WorkName> = Parameters<ReturnType<(typeof works)[W]["start"]>>[0];
export type ResultOf<W extends WorkName> = ReturnType<ReturnType<(typeof works)[W]["start"]>>;
