// The numbers that turn levels into a match weight; the part of a model that scoring needs.
import { type Comparison, type ComparisonKind, comparisonKinds } from "../compare/comparison.ts";

/** Probabilities by level, levels[0] being exact (level 1). */
export interface ComparisonParameters extends Comparison {
  /** Among records of one person. Sums to 1. */
  readonly m: readonly number[];
  /** Among records of strangers; on average over values where the level uses the frequency of the value itself. */
  readonly u: readonly number[];
  /** Among records of two members of one household; null where it follows from u (personal fields). */
  readonly h: readonly number[] | null;
  /** Among records of two neighbours, of places; absent where these are as strangers. */
  readonly n?: readonly number[];
}

export interface ScoringModel {
  /** Probability that two records picked at random (of those that may be compared) are one person. */
  readonly prior: number;
  /** Probability that they are two members of one household; 0 switches that class off. */
  readonly householdPrior: number;
  /** Probability that they are twins, wherever they live; 0, or absent as in older files, switches that class off. */
  readonly twinPrior?: number;
  /**
   * Probability that they are neighbours: strangers of one place, who share town and postcode together; 0, or absent as in
   * older files, switches that class off.
   */
  readonly neighbourPrior?: number;
  /**
   * Of two records of one person the share from before and after a move, in which places agree as among strangers; 0, or
   * absent as in older files, leaves moves aside.
   */
  readonly movedShare?: number;
  /** Of those the share in which the surname changed with the move. */
  readonly renamedShare?: number;
  readonly comparisons: readonly ComparisonParameters[];
}

/** Room for a level's number: comparison · levelStride + level. */
export const levelStride = 16;

/** Logarithms of a model in arrays indexed by comparison · levelStride + level; level 0 (missing) is 0 throughout. */
export interface WeightTables {
  readonly comparisonCount: number;
  readonly logM: Float64Array;
  /** Log u of the level; 0 where the value's frequency takes its place. */
  readonly logU: Float64Array;
  /** Log u of the level on average over values, whether or not the value's frequency takes its place. */
  readonly averageLogU: Float64Array;
  readonly logH: Float64Array;
  readonly logN: Float64Array;
  /** 0 personal, 1 shared, 2 order. */
  readonly role: Uint8Array;
  readonly epsilon: Float64Array;
  /** Personal fields: share of household members that stand where strangers do, at each level alike. */
  readonly asStrangers: Float64Array;
  /** Personal fields: log(h/u) of the levels below exact. */
  readonly logPersonalH: Float64Array;
  /**
   * Per comparison the share of one person's pairs, and of a household's, that agree for more than chance: what exact
   * agreement on a value weighs is one less this share, plus it over the value's frequency. −1 where chance is left aside.
   */
  readonly ownShare: Float64Array;
  readonly householdShare: Float64Array;
  readonly isSharedByTwins: Uint8Array;
  /** 1 for what a home shares beside what twins share wherever they live: places, an e-mail address, a case's number. */
  readonly isHome: Uint8Array;
  /** 1 for places in which neighbours agree more often than strangers. */
  readonly isPlaceOfNeighbours: Uint8Array;
  readonly isPermanent: Uint8Array;
  /** Index of the comparison of given names, −1 where there is none, and 1 for what members share as twins alone. */
  readonly givenName: number;
  readonly isOfTwins: Uint8Array;
  /** Log of the share of one person's pairs that do not agree exactly, where a person has one value; else 0. */
  readonly logSlip: Float64Array;
  readonly logPrior: number;
  readonly strangerPrior: number;
  readonly householdPrior: number;
  readonly twinPrior: number;
  readonly neighbourPrior: number;
  /** 0 what a move leaves as it is, 1 a place, 2 the surname. */
  readonly change: Uint8Array;
  readonly movedShare: number;
  readonly renamedShare: number;
}

const changeOf = { place: 1, surname: 2 } as const;

export function tabulateWeights(model: ScoringModel): WeightTables {
  const count = model.comparisons.length;
  const tables: WeightTables = {
    comparisonCount: count,
    logM: new Float64Array(count * levelStride),
    logU: new Float64Array(count * levelStride),
    averageLogU: new Float64Array(count * levelStride),
    logH: new Float64Array(count * levelStride),
    logN: new Float64Array(count * levelStride),
    role: new Uint8Array(count),
    epsilon: new Float64Array(count),
    asStrangers: new Float64Array(count),
    logPersonalH: new Float64Array(count * levelStride),
    ownShare: new Float64Array(count).fill(-1),
    householdShare: new Float64Array(count).fill(-1),
    isSharedByTwins: new Uint8Array(count),
    isHome: new Uint8Array(count),
    isPlaceOfNeighbours: new Uint8Array(count),
    isPermanent: new Uint8Array(count),
    givenName: model.comparisons.findIndex(({ kind }) => kind === "givenName"),
    isOfTwins: new Uint8Array(count),
    logSlip: new Float64Array(count),
    logPrior: Math.log(model.prior),
    strangerPrior: 1 - model.prior - model.householdPrior - (model.twinPrior ?? 0) - (model.neighbourPrior ?? 0),
    householdPrior: model.householdPrior,
    twinPrior: model.twinPrior ?? 0,
    neighbourPrior: model.neighbourPrior ?? 0,
    change: new Uint8Array(count),
    movedShare: model.movedShare ?? 0,
    renamedShare: model.renamedShare ?? 0,
  };
  model.comparisons.forEach((comparison, index) => {
    const kind: ComparisonKind = comparisonKinds[comparison.kind];
    const isShared = kind.role === "shared" || (kind.role === "personal" && comparison.h !== null);
    tables.role[index] = isShared ? 1 : kind.role === "personal" ? 0 : 2;
    tables.epsilon[index] = kind.householdEpsilon;
    const extras = kind.levels.reduce((sum, { householdExtra }) => sum + householdExtra, 0);
    const asStrangers = 1 - kind.householdEpsilon - extras;
    tables.asStrangers[index] = asStrangers;
    tables.isSharedByTwins[index] = kind.isSharedByTwins ? 1 : 0;
    tables.isHome[index] = kind.role === "shared" && !kind.isSharedByTwins && comparison.h !== null ? 1 : 0;
    tables.isPlaceOfNeighbours[index] = comparison.n === undefined ? 0 : 1;
    tables.isOfTwins[index] = kind.role === "personal" && kind.isSharedByTwins ? 1 : 0;
    tables.isPermanent[index] = kind.isPermanent ? 1 : 0;
    if (kind.isOneValue) tables.logSlip[index] = Math.log(Math.max(1e-6, 1 - (comparison.m[0] ?? 0)));
    if (kind.agreesByChance) {
      tables.ownShare[index] = shareBeyondChance(comparison.m, comparison.u);
      tables.householdShare[index] = shareBeyondChance(comparison.h ?? comparison.u, comparison.u);
    }
    if (tables.movedShare > 0 && kind.changesWithMove !== null) tables.change[index] = changeOf[kind.changesWithMove];
    comparison.m.forEach((m, level) => {
      const at = index * levelStride + level + 1;
      tables.logM[at] = Math.log(m);
      tables.averageLogU[at] = Math.log(comparison.u[level] ?? 1);
      tables.logU[at] = kind.levels[level]?.usesFrequency === true ? 0 : tables.averageLogU[at]!;
      tables.logH[at] = Math.log(comparison.h?.[level] ?? 1);
      tables.logN[at] = Math.log(comparison.n?.[level] ?? 1);
      const extra = (kind.levels[level]?.householdExtra ?? 0) / (comparison.u[level] ?? 1);
      tables.logPersonalH[at] = Math.log(asStrangers + extra);
    });
  });
  return tables;
}

/** Share of pairs that agree for more than chance, of which `m` agree exactly and strangers `u`; 0 … 1. */
function shareBeyondChance([m = 0]: readonly number[], [u = 0]: readonly number[]): number {
  return Math.max(0, (m - u) / Math.max(1e-9, 1 - u));
}
