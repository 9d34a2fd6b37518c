// The kinds of work that threads are put to, and what each needs and gives.
import { createJobRunner, type JobResult, type ScoreContext, type ScoreJob } from "../score/scoreJobs.ts";
import {
  createTrainingRunner,
  type TrainingContext,
  type TrainingJob,
  type TrainingJobResult,
} from "../train/trainingJobs.ts";

/** `start` gives what does the jobs; what a job results in is of no further use to it, and is moved between threads. */
export const works = {
  score: { start: (context: ScoreContext): ((job: ScoreJob) => JobResult) => createJobRunner(context) },
  train: {
    start: (context: TrainingContext): ((job: TrainingJob) => TrainingJobResult) => createTrainingRunner(context),
  },
} as const;

export type WorkName = keyof typeof works;
export type ContextOf<W extends WorkName> = Parameters<(typeof works)[W]["start"]>[0];
export type JobOf<W extends WorkName> = Parameters<ReturnType<(typeof works)[W]["start"]>>[0];
export type ResultOf<W extends WorkName> = ReturnType<ReturnType<(typeof works)[W]["start"]>>;
