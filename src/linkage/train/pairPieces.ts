// Work on many pairs, piece by piece on several threads, while the one that asks takes part and waits: rounds are short and many,
// and what is between them stays plain code. Pieces are taken from a counter in shared memory, so that nobody hands them out,
// and they are the same on any number of threads.
import { assert } from "../../shared/assert.ts";
import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import { type ClassifiedPairs, classifyPairs, type PairClasses } from "./classifyPairs.ts";
import type { LevelSupport } from "./levelSupport.ts";
import { type ClassSums, readClassSums, sumClasses, sumsWidth } from "./sumClasses.ts";

/** Pairs and classes, which are to be in shared memory where others are to help. */
interface PairWork {
  readonly pairs: ClassifiedPairs;
  readonly tables: WeightTables;
  readonly classes: PairClasses;
}

/** Which pieces are taken, and how many are done. */
interface Progress {
  readonly progress: Int32Array;
}

export interface ClassifyWork extends PairWork {
  readonly kind: "classify";
  readonly support: LevelSupport | null;
}

interface SumWork extends PairWork {
  readonly kind: "sum";
  /** Piece by piece what `sumClasses` writes. */
  readonly sums: Float64Array;
}

export type PieceTask = (ClassifyWork | SumWork) & Progress;

/** Has other threads do `workOnPieces`, and does not wait for them. */
export type Helpers = (task: PieceTask) => void;

const pieceSize = 8192;
/** Fewer pairs are done before another thread has woken up. */
const pairsMin = 4 * pieceSize;
/** A thread takes milliseconds for a piece. */
const waitMs = 300_000;

const piecesOf = ({ count }: ClassifiedPairs): number => Math.ceil(count / pieceSize);

/** Writes the classes of the pairs (classifyPairs.ts). */
export function classifyTogether(work: Omit<ClassifyWork, "kind">, help: Helpers | undefined): void {
  workTogether({ ...work, kind: "classify" }, help);
}

/** Counts of classes and levels. Pieces are added in their order, whoever has summed them. */
export function sumTogether({ pairs, tables, classes }: PairWork, help: Helpers | undefined): ClassSums {
  const width = sumsWidth(tables.comparisonCount);
  const sums = sharedFloat64(piecesOf(pairs) * width);
  workTogether({ kind: "sum", pairs, tables, classes, sums }, help);
  const total = new Float64Array(width);
  sums.forEach((sum, at) => {
    total[at % width]! += sum;
  });
  return readClassSums(total, tables.comparisonCount);
}

function workTogether(work: ClassifyWork | SumWork, help: Helpers | undefined): void {
  const { pairs, classes } = work;
  const { count, comparisonCount, levels, logUAdjust, weights } = pairs;
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const arrays = [levels, logUAdjust, ...(weights === undefined ? [] : [weights]), ...Object.values(classes)];
  const isShared = arrays.every(({ buffer }) => buffer instanceof SharedArrayBuffer);
  if (help === undefined || count < pairsMin || !isShared) {
    workOnPieces({ ...work, progress });
    return;
  }
  const own = { count, comparisonCount, levels, logUAdjust, ...(weights === undefined ? {} : { weights }) };
  const task = { ...work, pairs: own, progress };
  help(task);
  workOnPieces(task);
  for (let done = Atomics.load(progress, 1); done < piecesOf(pairs); done = Atomics.load(progress, 1)) {
    const woken = Atomics.wait(progress, 1, done, waitMs);
    assert(woken !== "timed-out", "a thread that has taken pairs does not answer");
  }
}

/** Takes pieces until none is left. */
export function workOnPieces(task: PieceTask): void {
  const { pairs, tables, classes, progress } = task;
  const pieces = piecesOf(pairs);
  for (let piece = Atomics.add(progress, 0, 1); piece < pieces; piece = Atomics.add(progress, 0, 1)) {
    const from = piece * pieceSize;
    const range = { from, to: Math.min(pairs.count, from + pieceSize) };
    if (task.kind === "classify") classifyPairs(pairs, tables, classes, { ...range, support: task.support });
    else {
      const width = sumsWidth(tables.comparisonCount);
      sumClasses(pairs, tables, classes, { ...range, into: task.sums.subarray(piece * width, (piece + 1) * width) });
    }
    Atomics.add(progress, 1, 1);
    Atomics.notify(progress, 1);
  }
}
