// Which pairs a links file holds, in its order and in pieces: what describes them never has all of them at once.
import type { RunFacts } from "../linkRun.ts";

/** Pairs side by side; all arrays are of one length. */
export interface LinkPairs {
  /** Rows that are compared. */
  readonly leftRow: Int32Array;
  readonly rightRow: Int32Array;
  /** Records that stand for them. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Index of the rule; one past the last rule where the records are identical. */
  readonly rule: Int32Array;
}

const pieceSize = 16_384;

/**
 * Pairs at or above the review threshold. A row of identical records is linked by its first record; the others follow at
 * the end, each linked to that one.
 */
export function* listLinkPairs({ scored, model, collapsed, measured }: RunFacts): Generator<LinkPairs> {
  const { left, right, logOdds, rule, count } = scored.links;
  const { rowOf, records } = collapsed;
  const floor = Math.min(model.thresholds.review, model.thresholds.link);
  const firstOfRow = firstRecords(rowOf, records.recordCount);
  const piece = new PairPiece();
  for (let link = 0; link < count; link += 1) {
    if (logOdds[link]! < floor) continue;
    const [a, b] = [left[link]!, right[link]!];
    piece.push(a, b, firstOfRow[a]!, firstOfRow[b]!, rule[link]!);
    if (piece.isFull) yield piece.take();
  }
  for (let record = 0; records.multiplicity !== null && record < rowOf.length; record += 1) {
    const row = rowOf[record]!;
    if (firstOfRow[row] === record) continue;
    piece.push(row, row, firstOfRow[row]!, record, measured.length);
    if (piece.isFull) yield piece.take();
  }
  yield piece.take();
}

class PairPiece {
  readonly #columns = Array.from({ length: 5 }, () => new Int32Array(pieceSize));
  #count = 0;

  get isFull(): boolean {
    return this.#count === pieceSize;
  }

  push(leftRow: number, rightRow: number, left: number, right: number, rule: number): void {
    const at = this.#count;
    this.#columns[0]![at] = leftRow;
    this.#columns[1]![at] = rightRow;
    this.#columns[2]![at] = left;
    this.#columns[3]![at] = right;
    this.#columns[4]![at] = rule;
    this.#count += 1;
  }

  take(): LinkPairs {
    const column = (index: number): Int32Array => this.#columns[index]!.slice(0, this.#count);
    const taken = { leftRow: column(0), rightRow: column(1), left: column(2), right: column(3), rule: column(4) };
    this.#count = 0;
    return taken;
  }
}

/** Per row its first record. */
export function firstRecords(rowOf: Int32Array, rowCount: number): Int32Array {
  const first = new Int32Array(rowCount).fill(-1);
  for (let record = 0; record < rowOf.length; record += 1)
    if (first[rowOf[record]!]! < 0) first[rowOf[record]!] = record;
  return first;
}
