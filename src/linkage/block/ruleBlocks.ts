// The blocks of any number of rules over the same records. A rule of two atoms divides the blocks of the one by those of
// the other: one counting pass over small arrays, where keys would have to be made, sorted or looked up again.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { type AtomBlocks, type Blocks, groupByAtom, groupByKey } from "./atomBlocks.ts";
import type { Atom } from "./atoms.ts";
import type { BlockingRule } from "./blockingRule.ts";
import { sortKeys } from "./blockStream.ts";
import { BlockDivider } from "./divideBlocks.ts";

export class RuleBlocks {
  readonly #records: StandardRecords;
  readonly #ofAtom: Map<string, AtomBlocks>;
  readonly #dividers: BlockDivider[] = [];

  /** `known`: blocks of atoms by name, as groupByAtom gives them; those of others are made when first asked for. */
  constructor(records: StandardRecords, known: Iterable<readonly [string, AtomBlocks]> = []) {
    this.#records = records;
    this.#ofAtom = new Map(known);
  }

  /**
   * The blocks of a rule of one atom or more, whatever its stop keys; they stand until the next call. Values that differ
   * are apart even where their keys, being hashes, are the same.
   */
  of(rule: BlockingRule): Blocks {
    const all = this.ofAtoms(rule);
    // A record with several hashes under several atoms has a limited number of keys: KeyMaker knows which.
    if (all.filter(({ blockOf }) => blockOf === null).length > 1) {
      return groupByKey(sortKeys(this.#records, rule, { index: 0, count: 1 }));
    }
    const [first, ...others] = all.sort(byCost);
    let blocks: Blocks = first!;
    others.forEach(({ blockOf, count }, place) => {
      this.#dividers[place] ??= new BlockDivider();
      blocks = this.#dividers[place].divide(blocks, blockOf!, count);
    });
    return blocks;
  }

  /** The blocks of each of a rule's atoms. */
  ofAtoms({ atoms }: BlockingRule): AtomBlocks[] {
    return atoms.map((atom) => this.#atom(atom));
  }

  #atom(atom: Atom): AtomBlocks {
    const known = this.#ofAtom.get(atom.name);
    if (known !== undefined) return known;
    const blocks = groupByAtom(this.#records, atom);
    this.#ofAtom.set(atom.name, blocks);
    return blocks;
  }
}

/** First what cannot divide others, then what leaves fewest records to divide. */
function byCost(a: AtomBlocks, b: AtomBlocks): number {
  return Number(a.blockOf !== null) - Number(b.blockOf !== null) || a.records.length - b.records.length;
}
