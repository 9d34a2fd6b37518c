// A field's distinct values with their codes, found by their bytes. Lasting values are in a table; the few values of a
// query stand behind them and are looked through one by one.

import { hashBytes } from "../../shared/hashBytes.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import type { Dictionary } from "../standardise/standardRecords.ts";
import { CodeTable } from "./codeTable.ts";
import { GrowingStrings } from "./growingStrings.ts";
import { type Moves, widen } from "./widen.ts";

export class ValueDictionary implements Dictionary {
  readonly strings: GrowingStrings;
  masks: Int32Array = new Int32Array(32);
  readonly #moves: Moves;
  readonly #table: CodeTable;
  #bytes: Uint8Array = new Uint8Array(0);
  #from = 0;
  #to = 0;
  readonly #isWanted = (code: number): boolean => this.strings.equals(code, this.#bytes, this.#from, this.#to);

  constructor(moves: Moves) {
    this.#moves = moves;
    this.strings = new GrowingStrings(moves);
    this.#table = new CodeTable((code) => {
      const { bytes, offsets } = this.strings;
      return hashBytes(bytes, offsets[code]!, offsets[code + 1]!);
    });
  }

  /** Code of the value `index` of another dictionary, or −1. */
  find({ bytes, offsets }: PackedStrings, index: number): number {
    this.#bytes = bytes;
    this.#from = offsets[index]!;
    this.#to = offsets[index + 1]!;
    const code = this.#table.find(hashBytes(bytes, this.#from, this.#to), this.#isWanted);
    if (code >= 0) return code;
    for (let scratch = this.strings.count; scratch < this.strings.end; scratch += 1) {
      if (this.#isWanted(scratch)) return scratch;
    }
    return -1;
  }

  /** Adds a value that `find` does not know and gives its code. */
  add({ strings, masks }: Dictionary, index: number, isLasting: boolean): number {
    const from = strings.offsets[index]!;
    const to = strings.offsets[index + 1]!;
    const code = this.strings.push(strings.bytes, from, to, isLasting);
    this.masks = widen(this.masks, code + 1, this.#moves);
    this.masks[code] = masks[index]!;
    if (isLasting) this.#table.add(hashBytes(strings.bytes, from, to), code);
    return code;
  }

  /** Takes over a whole dictionary with its codes. Must be empty. */
  adopt({ strings, masks }: Dictionary): void {
    const { count } = strings;
    this.strings.adopt(strings);
    this.masks = widen(this.masks, count + (count >> 2) + 64, this.#moves);
    this.masks.set(masks.subarray(0, count));
    this.#table.reserve(count + (count >> 3));
    const { bytes, offsets } = this.strings;
    for (let code = 0; code < count; code += 1) {
      this.#table.add(hashBytes(bytes, offsets[code]!, offsets[code + 1]!), code);
    }
  }
}
