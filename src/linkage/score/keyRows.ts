// The hashes of all rules' atoms side by side, a row a record in shared memory: a rule's key is a few integers read in
// order, and which rules two records meet under is a comparison of two rows.
import type { Atom } from "../block/atoms.ts";
import { type BlockingRule, extendKey, KeyMaker } from "../block/blockingRule.ts";
import type { KeySource } from "../block/blockStream.ts";
import { fillHashes, isFlat } from "../block/flatAtoms.ts";
import { sharedUint32 } from "../standardise/sharedArrays.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

export interface KeyRows {
  /** Names of the atoms that have one hash a record, in the order of a row. */
  readonly atomNames: readonly string[];
  /** `rows[record · atomNames.length + place]` is the atom's hash; 0 where the record has none. */
  readonly rows: Uint32Array;
}

/** Room for the rows of all records; fillKeyRows writes them. */
export function createKeyRows({ recordCount }: StandardRecords, rules: readonly BlockingRule[]): KeyRows {
  const atomNames = flatAtoms(rules).map(({ name }) => name);
  return { atomNames, rows: sharedUint32(recordCount * atomNames.length) };
}

/** Writes the rows of the records from ≤ record < to. */
export function fillKeyRows(
  records: StandardRecords,
  rules: readonly BlockingRule[],
  { rows: hashes }: KeyRows,
  range: { readonly from: number; readonly to: number },
): void {
  const atoms = flatAtoms(rules);
  atoms.forEach((atom, place) => {
    fillHashes(records, atom, range, { hashes, stride: atoms.length, place });
  });
}

function flatAtoms(rules: readonly BlockingRule[]): Atom[] {
  const byName = new Map(rules.flatMap(({ atoms }) => atoms.filter(isFlat).map((atom) => [atom.name, atom])));
  return [...byName.values()];
}

/** Where a rule's atoms stand in a row; those of several hashes a record do not. */
export interface RulePlaces {
  readonly places: Int32Array;
  /** True where all atoms stand in the row, so that a record has at most one key. */
  readonly isWhole: boolean;
}

export function placeRule({ atomNames }: KeyRows, { atoms }: BlockingRule): RulePlaces {
  const places = atoms.filter(isFlat).map(({ name }) => atomNames.indexOf(name));
  return { places: Int32Array.from(places), isWhole: places.length === atoms.length };
}

/** The keys of a rule: from the rows where they hold it, else as KeyMaker makes them. */
export function createKeySource(records: StandardRecords, rows: KeyRows, rule: BlockingRule): KeySource {
  const { places, isWhole } = placeRule(rows, rule);
  return isWhole ? new RowKeys(rows, places) : new KeyMaker(records, rule);
}

class RowKeys implements KeySource {
  readonly keys = new Uint32Array(1);
  readonly #rows: Uint32Array;
  readonly #stride: number;
  readonly #places: Int32Array;

  constructor({ rows, atomNames }: KeyRows, places: Int32Array) {
    this.#rows = rows;
    this.#stride = atomNames.length;
    this.#places = places;
  }

  make(record: number): number {
    const row = record * this.#stride;
    let key = 0;
    for (let i = 0; i < this.#places.length; i += 1) {
      const hash = this.#rows[row + this.#places[i]!]!;
      if (hash === 0) return 0;
      key = extendKey(key, hash);
    }
    this.keys[0] = key;
    return 1;
  }
}
