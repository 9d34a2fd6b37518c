// Divides blocks by a second grouping of the same records: counts within each block, then hands out places. Memory is
// kept from one call to the next, since hundreds of rules are looked at.
import type { Blocks } from "./atomBlocks.ts";

export class BlockDivider {
  /** Per block of the second grouping the records counted, then the next place; 0 between two blocks. */
  #places = new Int32Array(0);
  /** The blocks of the second grouping that the block at hand meets, and that of each of its records. */
  #met = new Int32Array(0);
  #own = new Int32Array(0);
  #records = new Int32Array(0);
  #offsets = new Uint32Array(0);

  /**
   * The records of each block that share a block of the second grouping too; they stand until the next call.
   * @param blockOf per record its block there, 0 … count − 1, or −1 for none
   */
  divide(blocks: Blocks, blockOf: Int32Array, count: number): Blocks {
    this.#makeRoom(blocks, count);
    const { offsets } = blocks;
    let made = 0;
    for (let block = 0; block < blocks.count; block += 1) {
      made = this.#divideOne(blocks.records, offsets[block]!, offsets[block + 1]!, blockOf, made);
    }
    return { count: made, records: this.#records, offsets: this.#offsets };
  }

  /** `made`: blocks so far; gives their number with those added. */
  #divideOne(records: Int32Array, from: number, to: number, blockOf: Int32Array, made: number): number {
    const places = this.#places;
    const met = this.#met;
    const own = this.#own;
    let metCount = 0;
    let isAnyShared = false;
    for (let i = from; i < to; i += 1) {
      const other = blockOf[records[i]!]!;
      own[i - from] = other;
      if (other < 0) continue;
      if (places[other] === 0) {
        met[metCount] = other;
        metCount += 1;
      } else isAnyShared = true;
      places[other]! += 1;
    }
    if (!isAnyShared) {
      for (let i = 0; i < metCount; i += 1) places[met[i]!] = 0;
      return made;
    }
    const offsets = this.#offsets;
    let end = offsets[made]!;
    for (let i = 0; i < metCount; i += 1) {
      const size = places[met[i]!]!;
      places[met[i]!] = size > 1 ? end : -1;
      if (size < 2) continue;
      end += size;
      made += 1;
      offsets[made] = end;
    }
    for (let i = from; i < to; i += 1) {
      const other = own[i - from]!;
      if (other < 0 || places[other]! < 0) continue;
      this.#records[places[other]!] = records[i]!;
      places[other]! += 1;
    }
    for (let i = 0; i < metCount; i += 1) places[met[i]!] = 0;
    return made;
  }

  #makeRoom({ count, records, offsets }: Blocks, otherCount: number): void {
    const size = offsets[count]!;
    let largest = 0;
    for (let block = 0; block < count; block += 1) largest = Math.max(largest, offsets[block + 1]! - offsets[block]!);
    if (this.#places.length < otherCount) this.#places = new Int32Array(otherCount);
    if (this.#own.length < largest) {
      this.#own = new Int32Array(largest);
      this.#met = new Int32Array(largest);
    }
    if (this.#records.length < size) this.#records = new Int32Array(Math.min(size * 2, records.length));
    if (this.#offsets.length <= size / 2) this.#offsets = new Uint32Array(size + 1);
  }
}
