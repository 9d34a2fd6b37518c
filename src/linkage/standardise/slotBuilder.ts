// Lays the fields' codes out record by record, so that comparing two records touches two short runs of memory.
import { sharedInt32, sharedUint32 } from "./sharedArrays.ts";
import type { Slot } from "./standardRecords.ts";

export class SlotBuilder {
  readonly #recordCount: number;
  readonly #columns: Int32Array[] = [];

  constructor(recordCount: number) {
    this.#recordCount = recordCount;
  }

  /** Takes a code a record (−1 missing), counts the codes, and gives the slot where they will stand. */
  add(codes: Int32Array, dictionarySize: number): Slot {
    const counts = sharedUint32(dictionarySize);
    let total = 0;
    for (let record = 0; record < codes.length; record += 1) {
      const code = codes[record]!;
      if (code < 0) continue;
      counts[code]! += 1;
      total += 1;
    }
    this.#columns.push(codes);
    return { position: this.#columns.length - 1, counts, total };
  }

  /** The codes of all slots so far, a column each, in their order. */
  get columns(): readonly Int32Array[] {
    return this.#columns;
  }

  /** Takes slots that were counted elsewhere; their positions begin with the number given back. */
  addCounted(columns: readonly Int32Array[]): number {
    const first = this.#columns.length;
    this.#columns.push(...columns);
    return first;
  }

  finish(): { cells: Int32Array; stride: number } {
    const stride = Math.max(1, this.#columns.length);
    const cells = sharedInt32(this.#recordCount * stride);
    this.#columns.forEach((codes, position) => {
      for (let record = 0, cell = position; record < codes.length; record += 1, cell += stride) {
        cells[cell] = codes[record]!;
      }
    });
    return { cells, stride };
  }
}
