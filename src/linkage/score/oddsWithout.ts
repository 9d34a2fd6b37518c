// What a pair would be given if one of its fields were missing, asked for several fields in turn: what the others say is found once.
import type { PairEvidence } from "../compare/pairEvidence.ts";
import {
  addHouseholdRatio,
  addMatchRatio,
  householdRatio,
  logOdds,
  matchRatio,
  neighbourRatio,
  noRatios,
} from "./pairScorer.ts";
import type { WeightTables } from "./scoringModel.ts";

export class OddsWithout {
  readonly #tables: WeightTables;
  /** Comparisons of the pair that say something, ascending. */
  readonly #present: number[] = [];
  readonly #match: Float64Array;
  readonly #household: Float64Array;
  /** The same where given names say nothing. */
  readonly #householdUnnamed: Float64Array;
  readonly #neighbour: Float64Array;

  constructor(tables: WeightTables) {
    const { comparisonCount } = tables;
    this.#tables = tables;
    this.#match = new Float64Array(comparisonCount);
    this.#household = new Float64Array(comparisonCount);
    this.#householdUnnamed = new Float64Array(comparisonCount);
    this.#neighbour = new Float64Array(comparisonCount);
  }

  /** The pair that is asked about from now on. */
  read(evidence: PairEvidence): void {
    const tables = this.#tables;
    this.#present.length = 0;
    for (let comparison = 0; comparison < tables.comparisonCount; comparison += 1) {
      if (evidence.levels[comparison] === 0) continue;
      this.#present.push(comparison);
      this.#match[comparison] = matchRatio(tables, evidence, comparison);
      this.#household[comparison] = householdRatio(tables, evidence, comparison);
      this.#householdUnnamed[comparison] =
        tables.isOfTwins[comparison] === 1
          ? householdRatio(tables, evidence, comparison, 1)
          : this.#household[comparison]!;
      this.#neighbour[comparison] = neighbourRatio(tables, evidence, comparison);
    }
  }

  /** Natural log odds as `scorePair` gives them where the comparison's level is 0. */
  without(comparison: number): number {
    const totals = noRatios();
    const household = comparison === this.#tables.givenName ? this.#householdUnnamed : this.#household;
    for (const other of this.#present) {
      if (other === comparison) continue;
      const ratio = this.#match[other]!;
      totals.match += ratio;
      addMatchRatio(this.#tables, totals, other, ratio);
      addHouseholdRatio(this.#tables, totals, other, household[other]!);
      totals.neighbour += this.#neighbour[other]!;
    }
    return logOdds(this.#tables, totals);
  }
}
