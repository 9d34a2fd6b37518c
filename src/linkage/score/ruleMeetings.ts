// Which rules two records meet under: a pair is scored once, under its first rule and there under its first key, however
// often it meets. Hashes of atoms are compared rather than keys; where two keys are one by chance, the pair is scored
// again, which changes nothing.
import { type BlockingRule, extendKey, KeyMaker } from "../block/blockingRule.ts";
import { KeySet } from "../block/keySet.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type KeyRows, placeRule } from "./keyRows.ts";

interface PlacedRule {
  readonly places: Int32Array;
  readonly isWhole: boolean;
  /** Keys that no block is made of: stop keys and those of too many records; null where there are none. */
  readonly unused: KeySet | null;
  /** Where a record may have several keys. */
  readonly makers: readonly [KeyMaker, KeyMaker] | null;
}

export class RuleMeetings {
  readonly #rows: Uint32Array;
  readonly #stride: number;
  readonly #rules: readonly PlacedRule[];

  /** `keysLeftOut`: per rule the keys of more records than a block may have. */
  constructor(
    records: StandardRecords,
    keyRows: KeyRows,
    rules: readonly BlockingRule[],
    keysLeftOut: readonly Uint32Array[],
  ) {
    this.#rows = keyRows.rows;
    this.#stride = keyRows.atomNames.length;
    this.#rules = rules.map((rule, index): PlacedRule => {
      const { places, isWhole } = placeRule(keyRows, rule);
      const unused = Uint32Array.from([...rule.stopKeys, ...(keysLeftOut[index] ?? [])]);
      const makers = isWhole ? null : ([new KeyMaker(records, rule), new KeyMaker(records, rule)] as const);
      return { places, isWhole, unused: unused.length === 0 ? null : new KeySet(unused), makers };
    });
  }

  /** True where the two meet under no rule before this one, and under no key of this one that comes before `key`. */
  isFirst(left: number, right: number, rule: number, key: number): boolean {
    for (let earlier = 0; earlier < rule; earlier += 1) if (this.#meet(left, right, earlier)) return false;
    const { isWhole } = this.#rules[rule]!;
    return isWhole || this.#firstCommonKey(left, right, rule) === key;
  }

  /** Number of rules under which the two meet. */
  count(left: number, right: number): number {
    let count = 0;
    for (let rule = 0; rule < this.#rules.length; rule += 1) if (this.#meet(left, right, rule)) count += 1;
    return count;
  }

  #meet(left: number, right: number, index: number): boolean {
    const { places, isWhole, unused } = this.#rules[index]!;
    const a = left * this.#stride;
    const b = right * this.#stride;
    const rows = this.#rows;
    for (let i = 0; i < places.length; i += 1) {
      const hash = rows[a + places[i]!]!;
      if (hash === 0 || hash !== rows[b + places[i]!]) return false;
    }
    if (!isWhole) return this.#firstCommonKey(left, right, index) >= 0;
    if (unused === null) return true;
    let key = 0;
    for (let i = 0; i < places.length; i += 1) key = extendKey(key, rows[a + places[i]!]!);
    return !unused.has(key);
  }

  /** The first key in use of the left record that the right one has too; −1 where there is none. */
  #firstCommonKey(left: number, right: number, index: number): number {
    const { makers, unused } = this.#rules[index]!;
    const [ofLeft, ofRight] = makers!;
    const leftCount = ofLeft.make(left);
    const rightCount = ofRight.make(right);
    for (let i = 0; i < leftCount; i += 1) {
      const key = ofLeft.keys[i]!;
      for (let j = 0; j < rightCount; j += 1) {
        if (key === ofRight.keys[j] && (unused === null || !unused.has(key))) return key;
      }
    }
    return -1;
  }
}
