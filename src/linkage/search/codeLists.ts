// Per code a growing list of integers, each in one piece of a shared array, in rooms of powers of two that are used again
// when they come free: a list is read at the speed of memory, which linked lists are not.
import { type Moves, widen } from "../live/widen.ts";

export class CodeLists {
  readonly #moves: Moves = { count: 0 };
  /** Per code the place of its list in the pool; meaningful where it has a size. */
  #starts = new Uint32Array(64);
  #sizes = new Uint32Array(64);
  #pool = new Int32Array(256);
  #end = 0;
  /** Places of free rooms, by the logarithm of their length. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  /**
   * Fills lists that are all empty, at once: each i goes to the list of codes[i], where that is not below 0, in ascending
   * order. Gives by i the index in its list.
   */
  fill(codes: Int32Array): Uint32Array<ArrayBuffer> {
    let codeCount = 0;
    for (const code of codes) if (code >= codeCount) codeCount = code + 1;
    const sizes = new Uint32Array(Math.max(64, codeCount));
    for (const code of codes) if (code >= 0) sizes[code]! += 1;
    const starts = new Uint32Array(sizes.length);
    let end = 0;
    for (let code = 0; code < codeCount; code += 1) {
      starts[code] = end;
      if (sizes[code]! > 0) end += roomOf(sizes[code]!);
    }
    const pool = new Int32Array(Math.max(256, end));
    const indexes = new Uint32Array(codes.length);
    const filled = new Uint32Array(codeCount);
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i]!;
      if (code < 0) continue;
      const index = filled[code]!;
      filled[code] = index + 1;
      indexes[i] = index;
      pool[starts[code]! + index] = i;
    }
    this.#starts = starts;
    this.#sizes = sizes;
    this.#pool = pool;
    this.#end = end;
    return indexes;
  }

  /** Number of integers in the list of the code. */
  size(code: number): number {
    return this.#sizes[code] ?? 0;
  }

  /** Copies a list to `into` from `at` on, which has room for it; gives the place behind it. */
  copy(code: number, into: Int32Array, at: number): number {
    const size = this.size(code);
    const start = this.#starts[code]!;
    const pool = this.#pool;
    for (let i = 0; i < size; i += 1) into[at + i] = pool[start + i]!;
    return at + size;
  }

  /** The list as one piece of memory, good until lists change. */
  piece(code: number): Int32Array {
    const start = this.#starts[code] ?? 0;
    return this.#pool.subarray(start, start + this.size(code));
  }

  /** One integer of a list: 0 ≤ `index` < size(code). */
  at(code: number, index: number): number {
    return this.#pool[this.#starts[code]! + index]!;
  }

  /** Appends to the list of the code, and gives the index in it. */
  add(code: number, value: number): number {
    this.#starts = widen(this.#starts, code + 1, this.#moves);
    this.#sizes = widen(this.#sizes, code + 1, this.#moves);
    const size = this.#sizes[code]!;
    if (isPowerOfTwo(size) || size === 0) this.#moveToWider(code, size);
    this.#pool[this.#starts[code]! + size] = value;
    this.#sizes[code] = size + 1;
    return size;
  }

  /** Takes an integer out; the last one of the list takes its index. Gives that one, or −1 where it was the last itself. */
  removeAt(code: number, index: number): number {
    const last = this.#sizes[code]! - 1;
    const start = this.#starts[code]!;
    const moved = this.#pool[start + last]!;
    this.#pool[start + index] = moved;
    this.#sizes[code] = last;
    if (last === 0) this.#free[0]!.push(start);
    else if (isPowerOfTwo(last)) this.#moveToNarrower(code, last);
    return index === last ? -1 : moved;
  }

  /** The room of a list of `size`, which is full, becomes one of twice its length. */
  #moveToWider(code: number, size: number): void {
    const from = this.#starts[code]!;
    const wide = size === 0 ? 0 : logOf(size) + 1;
    const to = this.#take(wide);
    this.#pool.copyWithin(to, from, from + size);
    if (size > 0) this.#free[wide - 1]!.push(from);
    this.#starts[code] = to;
  }

  /** The room of a list that has shrunk to half of it is halved. */
  #moveToNarrower(code: number, size: number): void {
    const from = this.#starts[code]!;
    const narrow = logOf(size);
    const to = this.#take(narrow);
    this.#pool.copyWithin(to, from, from + size);
    this.#free[narrow + 1]!.push(from);
    this.#starts[code] = to;
  }

  #take(log: number): number {
    const known = this.#free[log]!.pop();
    if (known !== undefined) return known;
    const place = this.#end;
    this.#end += 2 ** log;
    this.#pool = widen(this.#pool, this.#end, this.#moves);
    return place;
  }
}

const isPowerOfTwo = (size: number): boolean => (size & (size - 1)) === 0;
/** Length of the room that a list of `size` has. */
const roomOf = (size: number): number => (isPowerOfTwo(size) ? size : 2 ** (logOf(size) + 1));
const logOf = (size: number): number => 31 - Math.clz32(size);
