// Numbers of records by source and identifier, and canonical order: by source, then identifier, both as UTF-8 bytes.

import { hashBytes } from "../../shared/hashBytes.ts";
import { mixBits } from "../../shared/hashText.ts";
import { PackedStrings } from "../../shared/packedStrings.ts";
import { sideOf } from "../cluster/sideOf.ts";
import { compareUtf8 } from "../read/compareUtf8.ts";
import { CodeTable } from "./codeTable.ts";
import { GrowingStrings } from "./growingStrings.ts";
import { widen } from "./widen.ts";

export interface RecordKey {
  readonly source: string;
  /** Unique within its source. */
  readonly id: string;
}

const encoder = new TextEncoder();

export class RecordKeys {
  readonly #sources: string[] = [];
  readonly #indexOf = new Map<string, number>();
  /** Per source its place in the order of names. */
  #rankOf = new Int32Array(0);
  readonly #moves = { count: 0 };
  readonly #ids = new GrowingStrings(this.#moves);
  #sourceOf = new Uint16Array(64);
  readonly #table: CodeTable;
  #buffer = new Uint8Array(256);

  constructor() {
    this.#table = new CodeTable((number) => {
      const { bytes, offsets } = this.#ids;
      return hashKey(this.#sourceOf[number]!, bytes, offsets[number]!, offsets[number + 1]!);
    });
  }

  get count(): number {
    return this.#ids.count;
  }

  get sources(): readonly string[] {
    return this.#sources;
  }

  /** Number of a record, or −1. */
  find({ source, id }: RecordKey): number {
    const index = this.#indexOf.get(source);
    return index === undefined ? -1 : this.#find(index, this.#encode(id));
  }

  /** Gives the next number to a key that has none. */
  add({ source, id }: RecordKey): number {
    const index = this.sourceIndex(source);
    const length = this.#encode(id);
    return this.addEncoded(index, this.#buffer, 0, length);
  }

  /** As add, with the identifier as a slice of UTF-8 bytes. */
  addEncoded(source: number, bytes: Uint8Array, from: number, to: number): number {
    const number = this.#ids.push(bytes, from, to, true);
    this.#sourceOf = widen(this.#sourceOf, number + 1, this.#moves);
    this.#sourceOf[number] = source;
    this.#table.add(hashKey(source, bytes, from, to), number);
    return number;
  }

  /** Forgets the last number given. */
  pop(): void {
    const number = this.count - 1;
    const { bytes, offsets } = this.#ids;
    const hash = hashKey(this.#sourceOf[number]!, bytes, offsets[number]!, offsets[number + 1]!);
    this.#table.remove(hash, number);
    this.#ids.pop();
  }

  /** Index of a source, known or new. */
  sourceIndex(source: string): number {
    const known = this.#indexOf.get(source);
    if (known !== undefined) return known;
    const index = this.#sources.length;
    this.#sources.push(source);
    this.#indexOf.set(source, index);
    const order = [...this.#sources.keys()].sort((a, b) => compareUtf8(this.#sources[a]!, this.#sources[b]!));
    this.#rankOf = new Int32Array(order.length);
    order.forEach((sourceIndex, rank) => {
      this.#rankOf[sourceIndex] = rank;
    });
    return index;
  }

  sourceOf(number: number): number {
    return this.#sourceOf[number]!;
  }

  at(number: number): RecordKey {
    return { source: this.#sources[this.#sourceOf[number]!]!, id: this.#ids.at(number) };
  }

  /** On which side a record falls where a component is cut. */
  sideOf(number: number): number {
    return sideOf(this.#ids, number);
  }

  /** Below 0 where record a stands before record b in canonical order. */
  readonly compare = (a: number, b: number): number => {
    const sourceA = this.#sourceOf[a]!;
    const sourceB = this.#sourceOf[b]!;
    if (sourceA !== sourceB) return this.#rankOf[sourceA]! - this.#rankOf[sourceB]!;
    const { bytes, offsets } = this.#ids;
    const fromA = offsets[a]!;
    const fromB = offsets[b]!;
    const lengthA = offsets[a + 1]! - fromA;
    const lengthB = offsets[b + 1]! - fromB;
    const length = Math.min(lengthA, lengthB);
    for (let i = 0; i < length; i += 1) {
      const difference = bytes[fromA + i]! - bytes[fromB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  };

  reserve(expected: number): void {
    this.#table.reserve(expected);
    this.#sourceOf = widen(this.#sourceOf, expected, this.#moves);
  }

  freeze(): { ids: { bytes: Uint8Array; offsets: Uint32Array }; sourceOf: Uint16Array } {
    const { bytes, offsets, count } = this.#ids;
    return {
      ids: { bytes: bytes.subarray(0, offsets[count]), offsets: offsets.subarray(0, count + 1) },
      sourceOf: this.#sourceOf.subarray(0, count),
    };
  }

  /** Fills empty keys with what `freeze` gave. */
  load({ sources, ids, sourceOf }: ReturnType<RecordKeys["freeze"]> & { readonly sources: readonly string[] }): void {
    for (const source of sources) this.sourceIndex(source);
    this.#ids.adopt(new PackedStrings(ids.bytes, ids.offsets));
    this.reserve(sourceOf.length + (sourceOf.length >> 3));
    this.#sourceOf.set(sourceOf);
    const { bytes, offsets } = this.#ids;
    for (let number = 0; number < sourceOf.length; number += 1) {
      this.#table.add(hashKey(sourceOf[number]!, bytes, offsets[number]!, offsets[number + 1]!), number);
    }
  }

  #find(source: number, length: number): number {
    const buffer = this.#buffer;
    return this.#table.find(
      hashKey(source, buffer, 0, length),
      (number) => this.#sourceOf[number] === source && this.#ids.equals(number, buffer, 0, length),
    );
  }

  #encode(id: string): number {
    if (this.#buffer.length < id.length * 3) this.#buffer = new Uint8Array(id.length * 6);
    return encoder.encodeInto(id, this.#buffer).written;
  }
}

const hashKey = (source: number, bytes: Uint8Array, from: number, to: number): number =>
  hashBytes(bytes, from, to, mixBits(source + 1));
