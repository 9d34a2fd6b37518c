// A Splink model as this program scores with it: levels and blocking rules as expressions, weights in bits.
import type { Expression } from "./expression.ts";

export interface SplinkFrequency {
  /** Input column whose values' frequencies adjust the weight. */
  readonly column: string;
  /** Share of the adjustment that counts; 1 is all of it. */
  readonly weight: number;
  /** Frequencies below it count as this. */
  readonly minimumU: number;
  /** log2 of u at the exact level of that column: what the frequency takes the place of. */
  readonly log2U: number;
  /** True where that u is this level's own, whatever level is exact. */
  readonly isOwnU: boolean;
}

export interface SplinkLevel {
  readonly label: string;
  readonly sql: string;
  /** Null for ELSE, which holds for whatever is left. */
  readonly condition: Expression | null;
  readonly isNull: boolean;
  /** Splink's gamma: −1 for the null level, 0 the least alike. */
  readonly vectorValue: number;
  /** Splink's defaults where the file has none; 1 for the null level. */
  readonly m: number;
  readonly u: number;
  /** log2(m / u); 0 for the null level. */
  readonly weight: number;
  readonly frequency: SplinkFrequency | null;
}

export interface SplinkComparison {
  readonly name: string;
  /** The first level whose condition holds is the pair's. */
  readonly levels: readonly SplinkLevel[];
}

export interface SplinkRule {
  readonly sql: string;
  readonly condition: Expression;
}

export type SplinkLinkType = "dedupe_only" | "link_only" | "link_and_dedupe";

export interface SplinkModel {
  readonly linkType: SplinkLinkType;
  /** Probability that two records picked at random are one person, above 0 and below 1. */
  readonly prior: number;
  readonly comparisons: readonly SplinkComparison[];
  /** A pair belongs to the first rule that holds for it. */
  readonly rules: readonly SplinkRule[];
  /** Column that holds the identifier, as Splink knew it. */
  readonly idColumn: string;
}
