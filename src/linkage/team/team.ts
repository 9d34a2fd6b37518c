// The threads of a run: started once, while files are still being read, and put to one kind of work after the other, so that
// they and the code they have warmed up serve training as well as scoring. Which thread takes which job changes no result.
import type { ContextOf, JobOf, ResultOf, WorkName } from "./works.ts";

/** Threads that have what one kind of work needs. */
export interface Crew<W extends WorkName> {
  /** Has every thread do this job before those that are run from now on; nobody is told what it results in. */
  tell(job: JobOf<W>): void;
  /** Has all threads but this one do this job, in the same way. */
  tellOthers(job: JobOf<W>): void;
  /**
   * Takes the jobs from one queue, in order. @param onResult called as each result is there
   * @returns results in the order of the jobs
   * @throws NamesakeError INTERRUPTED where the run was aborted
   */
  run<R extends ResultOf<W>>(jobs: readonly JobOf<W>[], onResult?: (result: R) => void): Promise<R[]>;
  /** The same, for when this thread has work of its own: it takes none, unless there is no other. */
  runBeside<R extends ResultOf<W>>(jobs: readonly JobOf<W>[]): Promise<R[]>;
}

export interface Team {
  /** This one among them. */
  readonly threads: number;
  /** Puts all threads to this work; the crew of the work before is of no use any more. */
  assign<W extends WorkName>(work: W, context: ContextOf<W>): Crew<W>;
  close(): Promise<void>;
}
