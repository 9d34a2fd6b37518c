// Packed strings that grow at their end. Lasting strings come first; behind them stand those of one query, which are cut
// off again: `count` tells of the lasting ones alone.
import { PackedStrings } from "../../shared/packedStrings.ts";
import { type Moves, widen } from "./widen.ts";

export class GrowingStrings extends PackedStrings {
  declare count: number;
  declare bytes: Uint8Array;
  declare offsets: Uint32Array;
  /** Lasting strings and those of a query. */
  end = 0;
  readonly #moves: Moves;

  constructor(moves: Moves, bytesRoom = 256, countRoom = 32) {
    super(new Uint8Array(bytesRoom), new Uint32Array(countRoom + 1));
    this.count = 0;
    this.#moves = moves;
  }

  /** Appends a slice of bytes and gives its index. A lasting string must not be appended behind one of a query. */
  push(source: Uint8Array, from: number, to: number, isLasting: boolean): number {
    const index = this.end;
    const start = this.offsets[index]!;
    this.bytes = widen(this.bytes, start + to - from, this.#moves);
    this.offsets = widen(this.offsets, index + 2, this.#moves);
    for (let i = from, at = start; i < to; i += 1, at += 1) this.bytes[at] = source[i]!;
    this.offsets[index + 1] = start + to - from;
    this.end = index + 1;
    if (isLasting) this.count = this.end;
    return index;
  }

  /** Cuts off the strings of the last query. */
  dropScratch(): void {
    this.end = this.count;
  }

  /** Forgets the last lasting string. */
  pop(): void {
    this.count -= 1;
    this.end = this.count;
  }

  /** True where string `index` is the slice of bytes. */
  equals(index: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.offsets[index]!;
    if (this.offsets[index + 1]! - start !== to - from) return false;
    for (let i = from, at = start; i < to; i += 1, at += 1) if (this.bytes[at] !== source[i]) return false;
    return true;
  }

  /** Takes over packed strings as a whole. Must be empty. */
  adopt({ bytes, offsets, count }: PackedStrings): void {
    const length = offsets[count]!;
    this.bytes = widen(this.bytes, length + (length >> 2) + 256, this.#moves);
    this.bytes.set(bytes.subarray(0, length));
    this.offsets = widen(this.offsets, count + (count >> 2) + 64, this.#moves);
    this.offsets.set(offsets.subarray(0, count + 1));
    this.count = count;
    this.end = count;
  }
}
