// Classes of many pairs on several threads, while the one that asks takes part and waits: rounds are short and many, and what
// is between them stays plain code. Pieces are taken from a counter in shared memory, so that nobody hands them out.
import { assert } from "../../shared/assert.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { type ClassifiedPairs, classifyPairs, type PairClasses } from "./classifyPairs.ts";
import type { LevelSupport } from "./levelSupport.ts";

/** Pairs and classes in shared memory. */
export interface ClassifyTask {
  readonly pairs: ClassifiedPairs;
  readonly tables: WeightTables;
  readonly classes: PairClasses;
  readonly support: LevelSupport | null;
  /** Pieces taken, and pieces done. */
  readonly progress: Int32Array;
}

/** Has other threads do `classifyPieces`, and does not wait for them. */
export type Helpers = (task: ClassifyTask) => void;

const pieceSize = 8192;
/** Fewer pairs are done before another thread has woken up. */
const pairsMin = 4 * pieceSize;
/** A thread takes milliseconds for a piece. */
const waitMs = 300_000;

const piecesOf = (pairs: ClassifiedPairs): number => Math.ceil(pairs.count / pieceSize);

export function classifyTogether(
  { pairs, tables, classes, support }: Omit<ClassifyTask, "progress">,
  help: Helpers | undefined,
): void {
  const { count, comparisonCount, levels, logUAdjust, weights } = pairs;
  const arrays = [levels, logUAdjust, ...(weights === undefined ? [] : [weights]), ...Object.values(classes)];
  const isShared = arrays.every(({ buffer }) => buffer instanceof SharedArrayBuffer);
  if (help === undefined || count < pairsMin || !isShared) {
    classifyPairs(pairs, tables, classes, { support });
    return;
  }
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const own = { count, comparisonCount, levels, logUAdjust, ...(weights === undefined ? {} : { weights }) };
  const task = { pairs: own, tables, classes, support, progress };
  help(task);
  classifyPieces(task);
  for (let done = Atomics.load(progress, 1); done < piecesOf(pairs); done = Atomics.load(progress, 1)) {
    const woken = Atomics.wait(progress, 1, done, waitMs);
    assert(woken !== "timed-out", "a thread that has taken pairs does not answer");
  }
}

/** Takes pieces until none is left. */
export function classifyPieces({ pairs, tables, classes, support, progress }: ClassifyTask): void {
  for (let piece = Atomics.add(progress, 0, 1); piece < piecesOf(pairs); piece = Atomics.add(progress, 0, 1)) {
    const from = piece * pieceSize;
    classifyPairs(pairs, tables, classes, { from, to: Math.min(pairs.count, from + pieceSize), support });
    Atomics.add(progress, 1, 1);
    Atomics.notify(progress, 1);
  }
}
