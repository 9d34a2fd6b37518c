// A blocking rule: one to three atoms that two records must share to become a candidate pair; or no atom, for files
// so small that every pair is compared.
import { mixBits } from "../../shared/hashText.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Atom, HashLists } from "./atoms.ts";

export interface BlockingRule {
  /** Names of the atoms joined by " + "; "all pairs" where there are none. */
  readonly name: string;
  readonly atoms: readonly Atom[];
}

export const allPairsRule: BlockingRule = { name: "all pairs", atoms: [] };

export function createRule(atoms: readonly Atom[]): BlockingRule {
  return { name: atoms.map((atom) => atom.name).join(" + "), atoms };
}

/** Most keys one record may have under one rule; further ones (a name of many parts) are left out. */
const keysMax = 8;

/** Collects the keys that each record has under one rule. */
export class KeyMaker {
  /** Keys of the last record: keys[0 … count−1], each an unsigned 32-bit integer, distinct. */
  readonly keys = new Float64Array(keysMax * keysMax);
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #atoms: readonly Atom[];
  readonly #one = new Float64Array(keysMax);

  constructor(records: StandardRecords, rule: BlockingRule) {
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#atoms = rule.atoms;
  }

  /** Number of keys of the record; 0 where an atom has no value. */
  make(record: number): number {
    let count = 1;
    this.keys[0] = 0;
    for (const atom of this.#atoms) {
      const values = this.#values(atom, record);
      if (values === 0) return 0;
      for (let v = values - 1; v >= 0; v -= 1) {
        for (let k = 0; k < count; k += 1) {
          this.keys[v * count + k] = mixBits(Math.imul(this.keys[k]!, 0x9e3779b1) ^ this.#one[v]!);
        }
      }
      count = Math.min(keysMax, count * values);
    }
    return this.#distinct(count);
  }

  #values(atom: Atom, record: number): number {
    if (atom.isSum) return this.#sum(atom.parts, record);
    let count = 0;
    for (const { position, offsets, hashes } of atom.parts) {
      const code = this.#cells[record * this.#stride + position]!;
      if (code < 0) continue;
      for (let i = offsets[code]!; i < offsets[code + 1]! && count < keysMax; i += 1) {
        this.#one[count] = hashes[i]!;
        count += 1;
      }
    }
    return count;
  }

  #sum(parts: readonly HashLists[], record: number): number {
    let sum = 0;
    for (const { position, offsets, hashes } of parts) {
      const code = this.#cells[record * this.#stride + position]!;
      if (code < 0 || offsets[code] === offsets[code + 1]) return 0;
      sum = (sum + hashes[offsets[code]!]!) >>> 0;
    }
    this.#one[0] = sum;
    return 1;
  }

  #distinct(count: number): number {
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      let isNew = true;
      for (let j = 0; j < kept; j += 1) if (this.keys[j] === this.keys[i]) isNew = false;
      if (isNew) {
        this.keys[kept] = this.keys[i]!;
        kept += 1;
      }
    }
    return kept;
  }
}
