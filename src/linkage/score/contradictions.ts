// What of a person cannot change and yet differs between two records: birth date, given name, a number.
import { type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";
import type { ScoringModel, WeightTables } from "./scoringModel.ts";

const bitsMax = 32;

/** Sets of comparisons as bits, so that those of many pairs are put together with `|`. */
export class Contradictions {
  /** Comparisons of what a person cannot change. Of more than 32, the last ones share a bit. */
  readonly #comparisons: readonly number[];
  /** Per comparison and level 1 where it says that the two agree. */
  readonly #agrees: readonly Uint8Array[];

  constructor({ comparisons }: ScoringModel, { isPermanent, role }: WeightTables) {
    this.#comparisons = comparisons.flatMap((_, c) => (isPermanent[c] === 1 && role[c] === 0 ? [c] : []));
    this.#agrees = this.#comparisons.map((c) => {
      const { levels }: ComparisonKind = comparisonKinds[comparisons[c]!.kind];
      return Uint8Array.of(1, ...levels.map(({ agrees }) => (agrees ? 1 : 0)));
    });
  }

  /** @param levels of the comparisons, 0 for a missing value, which contradicts nothing */
  of(levels: ArrayLike<number>): number {
    let bits = 0;
    for (let i = 0; i < this.#comparisons.length; i += 1) {
      if (this.#agrees[i]![levels[this.#comparisons[i]!]!] === 0) bits |= 1 << Math.min(i, bitsMax - 1);
    }
    return bits;
  }

  /** The comparisons whose bits are set. */
  list(bits: number): number[] {
    return this.#comparisons.filter((_, i) => ((bits >>> Math.min(i, bitsMax - 1)) & 1) === 1);
  }
}
