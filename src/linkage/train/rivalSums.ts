// Where a record has at most one partner in each other source, its possible partners share one probability.
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Odds count up to this: a pair that is certain alone leaves its rivals nothing, without overflowing. */
const oddsMax = 1e12;

export class RivalSums {
  readonly #sourceOf: Uint16Array;
  readonly #sourceCount: number;
  /** Per record and other source the summed odds of its pairs there. */
  readonly #sums: Float64Array;

  constructor({ sourceOf, sourceCount, recordCount }: StandardRecords) {
    this.#sourceOf = sourceOf;
    this.#sourceCount = sourceCount;
    this.#sums = new Float64Array(recordCount * sourceCount);
  }

  /** Replaces each pair's probability by what is left beside its rivals on both sides. */
  share(pairs: TrainingPairs, probabilities: Float64Array): void {
    this.#sums.fill(0);
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const odds = oddsOf(probabilities[pair]!);
      this.#sums[this.#slot(pairs.left[pair]!, pairs.right[pair]!)]! += odds;
      this.#sums[this.#slot(pairs.right[pair]!, pairs.left[pair]!)]! += odds;
    }
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const odds = oddsOf(probabilities[pair]!);
      const left = this.#sums[this.#slot(pairs.left[pair]!, pairs.right[pair]!)]!;
      const right = this.#sums[this.#slot(pairs.right[pair]!, pairs.left[pair]!)]!;
      probabilities[pair] = odds / (1 + left + right - odds);
    }
  }

  #slot(record: number, partner: number): number {
    return record * this.#sourceCount + this.#sourceOf[partner]!;
  }
}

const oddsOf = (probability: number): number => Math.min(oddsMax, probability / Math.max(1 - probability, 1 / oddsMax));
