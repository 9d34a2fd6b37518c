// Ceilings of codes that another field tells: how common a value is depends on the pair, so that each has the ceiling of where it
// is rarest.
import type { ToldValues } from "../../compare/told/toldValues.ts";
import { ratioBesideChance } from "../pairScorer.ts";
import { slack } from "./boundColumn.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";

export class ToldColumn extends SlotColumn {
  readonly #told: ToldValues;
  readonly #exact: number;
  readonly #ownShare: number;
  /** By code; absent until it is asked for. */
  readonly #ceilings = new Map<number, number>();

  constructor(weights: SlotWeights, told: ToldValues) {
    super(weights);
    this.#told = told;
    this.#exact = weights.exact;
    this.#ownShare = weights.ownShare;
  }

  override exactOf(i: number): number {
    const code = this.codes[i]!;
    let ceiling = this.#ceilings.get(code);
    if (ceiling === undefined) {
      const rarest = this.#told.logLeastShare(code);
      const beside = this.#ownShare < 0 ? this.#exact - rarest : ratioBesideChance(this.#ownShare, rarest);
      ceiling = Math.max(super.exactOf(i), beside + slack);
      this.#ceilings.set(code, ceiling);
    }
    return ceiling;
  }
}
