// Identifiers of persons as 16 bytes each, found by hash: a million of them take 24 MB, as strings five times that.
import { withRoom } from "./growable.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const bytesEach = 16;

export class PersonIds {
  #bytes: Uint8Array = new Uint8Array(bytesEach * 64);
  /** Person + 1 at each place; 0 where free. */
  #places = new Int32Array(256);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Appends the identifier of the next person. Identifiers are never reused. */
  push(id: string): void {
    if ((this.#count + 1) * 2 > this.#places.length) this.#rehash(this.#places.length * 2);
    this.#bytes = withRoom(this.#bytes, (this.#count + 1) * bytesEach);
    Buffer.from(id.replaceAll("-", ""), "hex").copy(this.#bytes, this.#count * bytesEach);
    this.#count += 1;
    this.#insert(this.#count - 1);
  }

  at(person: number): string {
    const from = person * bytesEach;
    const hex = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, bytesEach).toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Person of the identifier (in lower case); −1 where there is none, or where it is no UUID. */
  find(id: string): number {
    if (!uuidPattern.test(id)) return -1;
    const wanted = Buffer.from(id.replaceAll("-", ""), "hex");
    const mask = this.#places.length - 1;
    for (let place = wanted.readUInt32LE(12) & mask; ; place = (place + 1) & mask) {
      const person = this.#places[place]! - 1;
      if (person < 0) return -1;
      if (this.#isAt(person, wanted)) return person;
    }
  }

  /** Forgets all but the first `count`. */
  truncate(count: number): void {
    if (count >= this.#count) return;
    this.#count = count;
    this.#rehash(this.#places.length);
  }

  /** 16 bytes a person, in order. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#count * bytesEach);
  }

  static fromBytes(bytes: Uint8Array): PersonIds {
    const ids = new PersonIds();
    ids.#bytes = bytes.slice();
    ids.#count = bytes.length / bytesEach;
    ids.#rehash(2 ** Math.ceil(Math.log2(Math.max(256, ids.#count * 3))));
    return ids;
  }

  #isAt(person: number, wanted: Uint8Array): boolean {
    const from = person * bytesEach;
    for (let i = 0; i < bytesEach; i += 1) if (this.#bytes[from + i] !== wanted[i]) return false;
    return true;
  }

  /** The last four bytes are random in every version of UUID that is given out. */
  #hash(person: number): number {
    const last = person * bytesEach + 12;
    const bytes = this.#bytes;
    return bytes[last]! | (bytes[last + 1]! << 8) | (bytes[last + 2]! << 16) | (bytes[last + 3]! << 24);
  }

  #insert(person: number): void {
    const mask = this.#places.length - 1;
    let place = this.#hash(person) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = person + 1;
  }

  #rehash(size: number): void {
    this.#places = new Int32Array(size);
    for (let person = 0; person < this.#count; person += 1) this.#insert(person);
  }
}
