// A blocking rule: one to three atoms that two records must share to become a candidate pair; or no atom, for files
// so small that every pair is compared.
import { mixBits } from "../../shared/hashText.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { Atom, HashLists } from "./atoms.ts";

export interface BlockingRule {
  /** Names of the atoms joined by " + "; "all pairs" where there are none. */
  readonly name: string;
  readonly atoms: readonly Atom[];
  /** Keys too common to be used, ascending; empty while a model is trained. */
  readonly stopKeys: Uint32Array;
}

const noKeys = new Uint32Array(0);

export const allPairsRule: BlockingRule = { name: "all pairs", atoms: [], stopKeys: noKeys };

export function createRule(atoms: readonly Atom[], stopKeys: Uint32Array = noKeys): BlockingRule {
  return { name: atoms.map((atom) => atom.name).join(" + "), atoms, stopKeys };
}

/** Most keys one record may have under one rule; further ones (a name of many parts) are left out. */
const keysMax = 8;

/** Collects the keys that each record has under one rule. */
export class KeyMaker {
  /** Keys of the last record: keys[0 … count−1], each an unsigned 32-bit integer, distinct. */
  readonly keys: Uint32Array;
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #atoms: readonly Atom[];
  readonly #isSingle: boolean;
  readonly #one: Uint32Array;

  constructor(records: StandardRecords, rule: BlockingRule) {
    this.#cells = records.cells;
    this.#stride = records.stride;
    this.#atoms = rule.atoms;
    this.#isSingle = rule.atoms.every(({ parts, isSum }) => !isSum && parts.length === 1 && parts[0]?.single !== null);
    this.keys = new Uint32Array(this.#isSingle ? 1 : keysMax * keysMax);
    this.#one = new Uint32Array(this.#isSingle ? 0 : keysMax);
  }

  /** Number of keys of the record; 0 where an atom has no value. */
  make(record: number): number {
    if (this.#isSingle) return this.#makeSingle(record);
    let count = 1;
    this.keys[0] = 0;
    for (const atom of this.#atoms) {
      const values = this.#values(atom, record);
      if (values === 0) return 0;
      for (let v = values - 1; v >= 0; v -= 1) {
        for (let k = 0; k < count; k += 1) this.keys[v * count + k] = extendKey(this.keys[k]!, this.#one[v]!);
      }
      count = Math.min(keysMax, count * values);
    }
    return this.#distinct(count);
  }

  /** The common case, without lists: each atom has at most one hash a record. */
  #makeSingle(record: number): number {
    const row = record * this.#stride;
    let key = 0;
    for (let i = 0; i < this.#atoms.length; i += 1) {
      const part = this.#atoms[i]!.parts[0]!;
      const code = this.#cells[row + part.position]!;
      if (code < 0) return 0;
      const hash = part.single![code]!;
      if (hash === 0) return 0;
      key = extendKey(key, hash);
    }
    this.keys[0] = key;
    return 1;
  }

  #values(atom: Atom, record: number): number {
    if (atom.isSum) return this.#sum(atom.parts, record);
    let count = 0;
    for (const { position, single, offsets, hashes } of atom.parts) {
      const code = this.#cells[record * this.#stride + position]!;
      if (code < 0) continue;
      if (single !== null) {
        if (single[code] !== 0 && count < keysMax) {
          this.#one[count] = single[code]!;
          count += 1;
        }
        continue;
      }
      for (let i = offsets[code]!; i < offsets[code + 1]! && count < keysMax; i += 1) {
        this.#one[count] = hashes[i]!;
        count += 1;
      }
    }
    return count;
  }

  /** Parts of a sum have one hash each. */
  #sum(parts: readonly HashLists[], record: number): number {
    let sum = 0;
    for (const { position, single } of parts) {
      const code = this.#cells[record * this.#stride + position]!;
      const hash = code < 0 || single === null ? 0 : single[code]!;
      if (hash === 0) return 0;
      sum = (sum + hash) >>> 0;
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

/** The key of the atoms so far, and one more: 0 stands for none so far. */
export const extendKey = (key: number, hash: number): number => mixBits(Math.imul(key, 0x9e3779b1) ^ hash);
