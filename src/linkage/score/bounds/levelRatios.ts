// log(m/u) by level, moves counted with, as ceilings are made from it.
import { type ComparisonKind, type ComparisonKindName, comparisonKinds } from "../../compare/comparison.ts";
import { ceilingWithMoves } from "../pairScorer.ts";
import { levelStride, type WeightTables } from "../scoringModel.ts";

/** What levels of one comparison add to the log odds at most (natural log), the frequency of values left aside. */
export class LevelRatios {
  readonly #ratios: readonly number[];
  /** Share of pairs that agree for more than chance, −1 where that is left aside (WeightTables.ownShare). */
  readonly ownShare: number;

  /** `comparison`: its index in `tables`. */
  constructor(tables: WeightTables, comparison: number, kind: ComparisonKindName) {
    const { levels }: ComparisonKind = comparisonKinds[kind];
    this.ownShare = tables.ownShare[comparison] ?? -1;
    const from = comparison * levelStride + 1;
    this.#ratios = levels.map((_, index) => {
      const ratio = (tables.logM[from + index] ?? 0) - (tables.logU[from + index] ?? 0);
      return ceilingWithMoves(tables, comparison, ratio);
    });
  }

  /** Of one level, 1 being exact agreement; −∞ where there is no such level. */
  of(level: number): number {
    return this.#ratios[level - 1] ?? Number.NEGATIVE_INFINITY;
  }

  /** The best of the levels from `lowest` on; 2 leaves out exact agreement. */
  bestFrom(lowest: number): number {
    return Math.max(Number.NEGATIVE_INFINITY, ...this.#ratios.slice(lowest - 1));
  }

  /** The best of some levels. */
  bestOf(...levels: readonly number[]): number {
    return Math.max(...levels.map((level) => this.of(level)));
  }
}
