// Shuffles rows that do not fit in memory: each goes to a random bucket on disk, then each bucket is shuffled in memory.
// That is a uniform shuffle, because a random bucket and a random place in it are a random place overall.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "./random/random.ts";

const rowsPerBucket = 80_000;
const rowsPerWrite = 2048;

export class RowShuffler {
  readonly #random: Random;
  readonly #folder: string;
  readonly #buckets: string[][];
  readonly #files: (number | null)[];

  /** Bucket files stand in `folder` while they are needed. Rows must not hold line feeds. */
  constructor(folder: string, rowsExpected: number, random: Random) {
    const count = Math.max(1, Math.ceil(rowsExpected / rowsPerBucket));
    this.#random = random;
    this.#folder = folder;
    this.#buckets = Array.from({ length: count }, () => []);
    this.#files = this.#buckets.map(() => null);
  }

  push(row: string): void {
    const number = this.#buckets.length === 1 ? 0 : this.#random.below(this.#buckets.length);
    const bucket = this.#buckets[number]!;
    bucket.push(row);
    if (bucket.length >= rowsPerWrite && this.#buckets.length > 1) this.#spill(number);
  }

  /** The shuffled rows, a bucket at a time; frees each bucket after it. */
  *drain(): Generator<string[], void, undefined> {
    for (let number = 0; number < this.#buckets.length; number += 1) {
      const rows = [...this.#readBack(number), ...this.#buckets[number]!];
      this.#buckets[number] = [];
      for (let last = rows.length - 1; last > 0; last -= 1) {
        const other = this.#random.below(last + 1);
        const row = rows[last]!;
        rows[last] = rows[other]!;
        rows[other] = row;
      }
      yield rows;
    }
  }

  /** Closes files that are open; for a run that is given up. */
  close(): void {
    for (const file of this.#files) if (file !== null) closeSync(file);
    this.#files.fill(null);
  }

  #path(number: number): string {
    return join(this.#folder, `bucket-${number}.tmp`);
  }

  #spill(number: number): void {
    this.#files[number] ??= openSync(this.#path(number), "w");
    writeSync(this.#files[number], `${this.#buckets[number]!.join("\n")}\n`);
    this.#buckets[number] = [];
  }

  #readBack(number: number): string[] {
    const file = this.#files[number];
    if (file === null || file === undefined) return [];
    closeSync(file);
    this.#files[number] = null;
    const text = readFileSync(this.#path(number), "utf8");
    rmSync(this.#path(number));
    return text.slice(0, -1).split("\n");
  }
}
