// One comparison of a Splink model as a function: the first level that holds, its weight, and what the frequency of the
// value adds to it.
import { RelationCache } from "../compare/relationCache.ts";
import type { BoundExpression } from "./boundExpression.ts";
import { compileCondition } from "./compileCondition.ts";
import { OperandReader, type PairFunctionOf } from "./operandReader.ts";
import type { SplinkRecords } from "./splinkRecords.ts";

export interface PlannedFrequency {
  readonly base: number;
  readonly log2: Float64Array;
  /** Share of the adjustment that counts. */
  readonly share: number;
  readonly log2U: number;
  readonly log2Minimum: number;
}

export interface PlannedLevel {
  /** Null for ELSE. */
  readonly condition: BoundExpression | null;
  /** Bits. */
  readonly weight: number;
  readonly frequency: PlannedFrequency | null;
}

export interface PlannedComparison {
  /** The one base that all of it depends on, or −1 where there are several. */
  readonly base: number;
  readonly levels: readonly PlannedLevel[];
  readonly isSymmetric: boolean;
  /** True where a missing value puts the pair at the null level. */
  readonly isNullExact: boolean;
  /** Limits of Jaro and Jaro–Winkler in its conditions, ascending. */
  readonly limits: readonly number[];
  /**
   * The most that two different codes can weigh, in bits, by the edits 0 … provableEdits that they are proved to be apart
   * and by how many limits they may reach: edits * (limits.length + 1) + limits.
   */
  readonly differMax: Float64Array;
  /** 1 where that is what they weigh, no other level being left. */
  readonly isDecided: Uint8Array;
  /** The most that any pair can weigh. */
  readonly largest: number;
}

/** Signatures are asked whether texts are as many edits apart, no more. */
export const provableEdits = 3;

/** Pairs of values come back where values do: where fewer records share one, remembering pairs costs more than it saves. */
const sharedChanceMin = 3e-4;

/** No level holds: SQL's CASE is NULL then, and so is the pair's weight. */
export const noLevel = 255;

export interface CompiledComparison {
  /** Index of the level, or noLevel. */
  readonly level: PairFunctionOf;
  /** Bits; NaN where no level holds. */
  readonly weigh: PairFunctionOf;
  /** The frequency adjustment within it, 0 where none. */
  readonly adjust: PairFunctionOf;
}

/** Arguments are base codes where the comparison has one base, else the records' offsets in the cells. */
export function compileComparison(planned: PlannedComparison, records: SplinkRecords): CompiledComparison {
  const byCode = planned.base >= 0;
  const reader = new OperandReader(records, byCode);
  const conditions = planned.levels.map(({ condition }) =>
    condition === null ? null : compileCondition(condition, reader),
  );
  const find: PairFunctionOf = (a, b) => {
    for (let i = 0; i < conditions.length; i += 1) {
      const condition = conditions[i];
      if (condition === null || condition!(a, b) === 1) return i;
    }
    return noLevel;
  };
  const isRepeated = byCode && (records.sharedChances[planned.base] ?? 0) >= sharedChanceMin;
  const cache = isRepeated && planned.isSymmetric && hasCalls(planned) ? new RelationCache(find) : null;
  const level: PairFunctionOf = cache === null ? find : (a, b) => (a === b ? find(a, b) : cache.get(a, b));
  const adjustments = planned.levels.map(({ frequency }) =>
    frequency === null ? null : compileAdjustment(frequency, byCode ? null : records.cells),
  );
  const weights = Float64Array.from(planned.levels, ({ weight }) => weight);
  const adjust: PairFunctionOf = (a, b) => adjustments[level(a, b)]?.(a, b) ?? 0;
  const weigh: PairFunctionOf = (a, b) => {
    const index = level(a, b);
    if (index === noLevel) return Number.NaN;
    const adjustment = adjustments[index];
    return adjustment === null || adjustment === undefined ? weights[index]! : weights[index]! + adjustment(a, b);
  };
  return { level, weigh, adjust };
}

/** The rarer value's frequency is not used: Splink takes the commoner of the two, or the one that is known. */
function compileAdjustment(frequency: PlannedFrequency, cells: Int32Array | null): PairFunctionOf {
  const { base, log2, share, log2U, log2Minimum } = frequency;
  return (a, b) => {
    const x = log2[cells === null ? a : cells[a + base]!]!;
    const y = log2[cells === null ? b : cells[b + base]!]!;
    const common = Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y);
    return Number.isNaN(common) ? 0 : share * (log2U - Math.max(common, log2Minimum));
  };
}

/** Equality alone is quicker to test than to remember. */
function hasCalls({ levels }: PlannedComparison): boolean {
  return levels.some(({ condition }) => condition !== null && JSON.stringify(condition).includes('"call"'));
}
