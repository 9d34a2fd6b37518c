// Many strings as one shared block of UTF-8 bytes with offsets: no object per value, readable by every thread,
// and a tenth of the memory of as many JavaScript strings.

import { sharedUint8, sharedUint32 } from "./sharedArrays.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** `count` strings; string i is bytes[offsets[i]] … bytes[offsets[i+1]] in UTF-8. Both arrays may be shared. */
export class PackedStrings {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.count = offsets.length - 1;
  }

  static from(values: readonly string[]): PackedStrings {
    const builder = new PackedStringsBuilder(values.length);
    for (const value of values) builder.push(value);
    return builder.finish();
  }

  /** The string at `index` (0 … count−1). Allocates: not for inner loops. */
  at(index: number): string {
    return decodeBytes(this.bytes, this.offsets[index] as number, this.offsets[index + 1] as number);
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let i = 0; i < this.count; i += 1) yield this.at(i);
  }
}

/** The UTF-8 bytes from … to−1 as a string. */
export function decodeBytes(bytes: Uint8Array, from: number, to: number): string {
  if (to - from >= decodedMin) return decoder.decode(bytes.slice(from, to));
  let text = "";
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] as number;
    if (byte > 127) return decoder.decode(bytes.slice(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Shorter texts of ASCII are put together faster here than by the decoder. */
const decodedMin = 48;

/** Collects strings one by one into PackedStrings; the room grows by doubling. */
export class PackedStringsBuilder {
  #bytes: Uint8Array;
  #offsets: number[] | Uint32Array;
  #length = 0;
  #count = 0;

  constructor(expectedCount = 1024) {
    this.#bytes = new Uint8Array(Math.max(32, expectedCount * 12));
    this.#offsets = new Uint32Array(expectedCount + 1);
  }

  get count(): number {
    return this.#count;
  }

  push(value: string): void {
    if (this.#bytes.length - this.#length < value.length * 3) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + value.length * 3));
      wider.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = wider;
    }
    this.#length += encoder.encodeInto(value, this.#bytes.subarray(this.#length)).written;
    this.#count += 1;
    if (this.#count >= this.#offsets.length) {
      const longer = new Uint32Array(this.#offsets.length * 2);
      longer.set(this.#offsets as Uint32Array);
      this.#offsets = longer;
    }
    this.#offsets[this.#count] = this.#length;
  }

  finish(): PackedStrings {
    const bytes = sharedUint8(this.#length);
    bytes.set(this.#bytes.subarray(0, this.#length));
    const offsets = sharedUint32(this.#count + 1);
    offsets.set((this.#offsets as Uint32Array).subarray(0, this.#count + 1));
    return new PackedStrings(bytes, offsets);
  }
}
