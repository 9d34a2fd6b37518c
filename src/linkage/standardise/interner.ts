// Gives each distinct text a code by order of first appearance, and counts nothing: counting is per slot. Texts lie as
// bytes in one block under a hash table of integers: millions of them make no object each.
import { decodeBytes, PackedStrings } from "../../shared/packedStrings.ts";
import { sharedUint8, sharedUint32 } from "../../shared/sharedArrays.ts";

const encoder = new TextEncoder();
/** Texts there is room for at first: few, since the fields of a single record are many dictionaries of one text. */
const smallest = 8;
const space = 32;

export class Interner {
  #bytes = new Uint8Array(smallest * 16);
  /** Text `code` is #bytes[#offsets[code]] … #bytes[#offsets[code + 1] − 1]. */
  #offsets = new Uint32Array(smallest + 1);
  #hashes = new Uint32Array(smallest);
  /** Codes by hash, −1 where there is none; at most half full. */
  #table = new Int32Array(smallest * 2).fill(-1);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The code of `text`, new or known; −1 for the empty text, which stands for missing. */
  intern(text: string): number {
    if (text === "") return -1;
    return this.#internWritten(this.#write(text, this.#offsets[this.#count]!));
  }

  /** The code of the first `count` of `codes` in another interner (at least one, none −1), joined by spaces. */
  internJoined(other: Interner, codes: Int32Array, count: number): number {
    let to = this.#offsets[this.#count]!;
    for (let i = 0; i < count; i += 1) {
      const start = other.#offsets[codes[i]!]!;
      const end = other.#offsets[codes[i]! + 1]!;
      this.#reserve(to, end - start + 1);
      if (i > 0) this.#bytes[to++] = space;
      for (let at = start; at < end; at += 1) this.#bytes[to++] = other.#bytes[at]!;
    }
    return this.#internWritten(to);
  }

  /** The code of the text that was written behind all others, up to `to`. */
  #internWritten(to: number): number {
    const from = this.#offsets[this.#count]!;
    const hash = hashBytes(this.#bytes, from, to);
    const mask = this.#table.length - 1;
    let place = hash & mask;
    for (let code = this.#table[place]!; code >= 0; code = this.#table[place]!) {
      if (this.#hashes[code] === hash && this.#isText(code, from, to)) return code;
      place = (place + 1) & mask;
    }
    const code = this.#count;
    this.#table[place] = code;
    this.#hashes[code] = hash;
    this.#offsets[code + 1] = to;
    this.#count += 1;
    if (this.#count === this.#hashes.length) this.#grow();
    return code;
  }

  /** The text with that code; empty for −1. */
  text(code: number): string {
    return code < 0 || code >= this.#count
      ? ""
      : decodeBytes(this.#bytes, this.#offsets[code]!, this.#offsets[code + 1]!);
  }

  pack(): PackedStrings {
    const length = this.#offsets[this.#count]!;
    const bytes = sharedUint8(length);
    bytes.set(this.#bytes.subarray(0, length));
    const offsets = sharedUint32(this.#count + 1);
    offsets.set(this.#offsets.subarray(0, this.#count + 1));
    return new PackedStrings(bytes, offsets);
  }

  /** Writes the text at `from`, behind all others, and returns where it ends. */
  #write(text: string, from: number): number {
    this.#reserve(from, text.length * 3);
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return from + encoder.encodeInto(text, bytes.subarray(from)).written;
      bytes[from + i] = unit;
    }
    return from + text.length;
  }

  /** Room for `count` bytes from `from` on. */
  #reserve(from: number, count: number): void {
    if (from + count <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, from + count));
    wider.set(this.#bytes.subarray(0, from));
    this.#bytes = wider;
  }

  #isText(code: number, from: number, to: number): boolean {
    const bytes = this.#bytes;
    const start = this.#offsets[code]!;
    if (this.#offsets[code + 1]! - start !== to - from) return false;
    for (let i = start, j = from; j < to; i += 1, j += 1) if (bytes[i] !== bytes[j]) return false;
    return true;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Uint32Array(size);
    hashes.set(this.#hashes);
    const offsets = new Uint32Array(size + 1);
    offsets.set(this.#offsets);
    const table = new Int32Array(size * 2).fill(-1);
    for (let code = 0; code < this.#count; code += 1) {
      let place = hashes[code]! & (table.length - 1);
      while (table[place]! >= 0) place = (place + 1) & (table.length - 1);
      table[place] = code;
    }
    this.#hashes = hashes;
    this.#offsets = offsets;
    this.#table = table;
  }
}

function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
