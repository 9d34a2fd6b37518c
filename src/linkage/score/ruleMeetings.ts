// Which rules two records meet under: a pair is scored once, under its first rule and there under its first key, however
// often it meets. Hashes of atoms are compared rather than keys; where two keys are one by chance, the pair is scored
// again, which changes nothing.
import { type BlockingRule, extendKey, KeyMaker } from "../block/blockingRule.ts";
import { KeySet } from "../block/keySet.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { slotCount } from "./bounds/boundColumn.ts";
import { type KeyRows, placeRule } from "./keyRows.ts";

interface PlacedRule {
  readonly places: Int32Array;
  /** Keys that no block is made of: stop keys and those of too many records; null where there are none. */
  readonly unused: KeySet | null;
  /** Where a record may have several keys, else null. */
  readonly makers: KeyMakers | null;
}

/** The keys of the left record stay as they are from one pair to the next. */
interface KeyMakers {
  readonly ofLeft: KeyMaker;
  readonly ofRight: KeyMaker;
  left: number;
  leftCount: number;
}

/** Atoms in one word of equalities; rows of more take several words. */
const wordBits = 32;

export class RuleMeetings {
  readonly #rows: Int32Array;
  /** Records and rows of the places; the hashes as signed integers, which compare without a branch. */
  readonly #records = new Int32Array(slotCount);
  readonly #loaded: Int32Array;
  readonly #stride: number;
  readonly #rules: readonly PlacedRule[];
  readonly #words: number;
  /** Per rule and word the bits of its atoms. */
  readonly #masks: Int32Array;
  /** The atoms that the last two records share, a bit each. */
  readonly #shared: Int32Array;
  /** Rules in the order of trying: one key a record, all of it in use; one key; several keys. */
  readonly #order: Int32Array;

  /** `keysLeftOut`: per rule the keys of more records than a block may have. */
  constructor(
    records: StandardRecords,
    keyRows: KeyRows,
    rules: readonly BlockingRule[],
    keysLeftOut: readonly Uint32Array[],
  ) {
    const { buffer, byteOffset, length } = keyRows.rows;
    this.#rows = new Int32Array(buffer, byteOffset, length);
    this.#stride = keyRows.atomNames.length;
    this.#loaded = new Int32Array(slotCount * this.#stride);
    this.#words = Math.ceil(this.#stride / wordBits);
    this.#masks = new Int32Array(rules.length * this.#words);
    this.#shared = new Int32Array(this.#words);
    this.#rules = rules.map((rule, index): PlacedRule => {
      const { places, isWhole } = placeRule(keyRows, rule);
      for (const place of places) this.#masks[index * this.#words + (place >> 5)]! |= 1 << (place & 31);
      const unused = Uint32Array.from([...rule.stopKeys, ...(keysLeftOut[index] ?? [])]);
      const makers = isWhole
        ? null
        : { ofLeft: new KeyMaker(records, rule), ofRight: new KeyMaker(records, rule), left: -1, leftCount: 0 };
      return { places, unused: unused.length === 0 ? null : new KeySet(unused), makers };
    });
    const costOf = (index: number): number =>
      this.#rules[index]!.makers !== null ? 2 : this.#rules[index]!.unused !== null ? 1 : 0;
    this.#order = Int32Array.from([...rules.keys()].sort((a, b) => costOf(a) - costOf(b) || a - b));
  }

  /**
   * Puts records[from … to) in the places from `slot` on, of which there are `slotCount`. Many at once, so that the row of
   * one is not waited for before the next is asked for.
   */
  load(slot: number, records: Int32Array, from: number, to: number): void {
    const stride = this.#stride;
    const rows = this.#rows;
    const loaded = this.#loaded;
    let at = slot * stride;
    for (let i = from; i < to; i += 1) {
      const record = records[i]!;
      this.#records[slot + i - from] = record;
      const row = record * stride;
      for (let place = 0; place < stride; place += 1) loaded[at + place] = rows[row + place]!;
      at += stride;
    }
  }

  recordAt(slot: number): number {
    return this.#records[slot]!;
  }

  /**
   * True where the records in places i and j meet under no rule before this one, and under no key of this one that comes
   * before `key`.
   */
  isFirst(i: number, j: number, rule: number, key: number): boolean {
    this.#share(i, j);
    for (let k = 0; k < this.#order.length; k += 1) {
      const other = this.#order[k]!;
      if (other < rule && this.#sharesAtoms(other) && this.#sharesKey(i, j, other)) return false;
    }
    return this.#rules[rule]!.makers === null || this.#firstCommonKey(i, j, rule) === key;
  }

  /** Number of rules under which the records in places i and j meet. */
  count(i: number, j: number): number {
    this.#share(i, j);
    let count = 0;
    for (let rule = 0; rule < this.#rules.length; rule += 1) {
      if (this.#sharesAtoms(rule) && this.#sharesKey(i, j, rule)) count += 1;
    }
    return count;
  }

  /** Finds the atoms that the two share. */
  #share(i: number, j: number): void {
    const rows = this.#loaded;
    const a = i * this.#stride;
    const b = j * this.#stride;
    for (let word = 0, from = 0; word < this.#words; word += 1, from += wordBits) {
      const to = Math.min(this.#stride, from + wordBits);
      let shared = 0;
      for (let place = to - 1; place >= from; place -= 1) {
        const hash = rows[a + place]!;
        const differs = hash ^ rows[b + place]!;
        // The sign of x | −x tells whether x is 0.
        shared = (shared << 1) | (((hash | -hash) & ~(differs | -differs)) >>> 31);
      }
      this.#shared[word] = shared;
    }
  }

  #sharesAtoms(rule: number): boolean {
    for (let word = 0; word < this.#words; word += 1) {
      const mask = this.#masks[rule * this.#words + word]!;
      if ((this.#shared[word]! & mask) !== mask) return false;
    }
    return true;
  }

  /** Of two that share the rule's atoms: whether a key of theirs is in use. */
  #sharesKey(i: number, j: number, rule: number): boolean {
    const { places, unused, makers } = this.#rules[rule]!;
    if (makers !== null) return this.#firstCommonKey(i, j, rule) >= 0;
    if (unused === null) return true;
    let key = 0;
    const row = i * this.#stride;
    for (let k = 0; k < places.length; k += 1) key = extendKey(key, this.#loaded[row + places[k]!]!);
    return !unused.has(key);
  }

  /** The first key in use of the left record that the right one has too; −1 where there is none. */
  #firstCommonKey(i: number, j: number, index: number): number {
    const { makers, unused } = this.#rules[index]!;
    const { ofLeft, ofRight } = makers!;
    const left = this.#records[i]!;
    if (makers!.left !== left) {
      makers!.left = left;
      makers!.leftCount = ofLeft.make(left);
    }
    const rightCount = ofRight.make(this.#records[j]!);
    for (let k = 0; k < makers!.leftCount; k += 1) {
      const key = ofLeft.keys[k]!;
      for (let l = 0; l < rightCount; l += 1) {
        if (key === ofRight.keys[l] && (unused === null || !unused.has(key))) return key;
      }
    }
    return -1;
  }
}
