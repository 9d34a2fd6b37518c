// The classes of pairs under given weights: what each round of expectation–maximisation begins with. A pair's depend on it and
// the weights alone, so that any thread may find them.
import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import { personalRatio, ratioOfRarity, twinsNamedAlike, twinsRatio } from "../score/pairScorer.ts";
import { levelStride, type WeightTables } from "../score/scoringModel.ts";
import type { ClassProbabilities } from "./blendLabels.ts";
import { type LevelSupport, withoutOwn } from "./levelSupport.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Per pair the probability of each class that is not strangers. */
export interface PairClasses extends ClassProbabilities {
  readonly twins: Float64Array;
  readonly neighbours: Float64Array;
  /** Of a match, that it is from before and after a move, and that it is that with another surname. */
  readonly moved: Float64Array;
  readonly renamed: Float64Array;
  /**
   * What two of one household show of personal fields beside strangers, as a natural log; NaN until first asked for. It rests on u
   * alone, which never moves.
   */
  readonly kin: Float64Array;
}

/** The classes that exclude each other and strangers. */
export type ExclusiveClasses = Pick<PairClasses, "matches" | "households" | "twins" | "neighbours">;

/** `matches`: where their probabilities are to stand. In shared memory, but for few pairs and perhaps these. */
export function createClasses(count: number, matches: Float64Array = sharedFloat64(count)): PairClasses {
  const column = (): Float64Array => sharedFloat64(count);
  return {
    matches,
    households: column(),
    twins: column(),
    neighbours: column(),
    moved: column(),
    renamed: column(),
    kin: column().fill(Number.NaN),
  };
}

export type ClassifiedPairs = Pick<TrainingPairs, "count" | "comparisonCount" | "levels" | "logUAdjust"> & {
  /** Per pair the number of pairs that it stands for; absent: 1 each. */
  readonly weights?: Float64Array;
};

export interface ClassifyOptions {
  /** From ≤ pair < to, all by default. */
  readonly from?: number;
  readonly to?: number;
  /** Each pair is weighed without what it itself was counted as; absent or null: by the tables as they are. */
  readonly support?: LevelSupport | null;
}

/** Writes the classes of the pairs. With `support` those of the round before are read first, of which that is the sum. */
export function classifyPairs(
  pairs: ClassifiedPairs,
  tables: WeightTables,
  { matches, households, twins, neighbours, moved, renamed, kin }: PairClasses,
  { from = 0, to = pairs.count, support = null }: ClassifyOptions = {},
): void {
  const {
    comparisonCount,
    logM,
    logU,
    logH,
    role,
    epsilon,
    asStrangers,
    logPersonalH,
    isSharedByTwins,
    isOfTwins,
    isPermanent,
    change,
  } = tables;
  const { logN, isHome, isPlaceOfNeighbours } = tables;
  const { movedShare, renamedShare, ownShare, householdShare } = tables;
  const logTwinPrior = Math.log(tables.twinPrior);
  const logNeighbourPrior = Math.log(tables.neighbourPrior);
  const hasHouseholds = tables.householdPrior > 0;
  const logHouseholdPrior = Math.log(tables.householdPrior);
  const logStrangerPrior = Math.log(tables.strangerPrior);
  const alikeOf = (c: number, row: number): number =>
    isOfTwins[c] === 1 ? twinsNamedAlike(tables, pairs.levels, pairs.logUAdjust, row) : 1;
  for (let pair = from, row = from * comparisonCount; pair < to; pair += 1, row += comparisonCount) {
    let match = tables.logPrior;
    const isKnown = !Number.isNaN(kin[pair]!);
    let personal = isKnown ? kin[pair]! : 0;
    let household = logHouseholdPrior;
    let twin = logTwinPrior;
    let neighbour = logNeighbourPrior;
    let home = 0;
    let places = 0;
    let surname = 0;
    let contradiction = 0;
    const own = support === null ? 0 : (pairs.weights?.[pair] ?? 1) * matches[pair]!;
    for (let c = 0; c < comparisonCount; c += 1) {
      const level = pairs.levels[row + c]!;
      if (level === 0) continue;
      const at = c * levelStride + level;
      const u = logU[at]! + pairs.logUAdjust[row + c]!;
      const isBesideChance = level === 1 && ownShare[c]! >= 0;
      const rarity = isBesideChance ? Math.exp(-u) : 0;
      let ratio = isBesideChance ? ratioOfRarity(ownShare[c]!, rarity) : logM[at]! - u;
      // Exact agreement rests on most pairs.
      if (own > 0 && level > 1 && role[c] !== 2) ratio += withoutOwn(support!, c, at, own);
      match += ratio;
      if (ratio < 0 && isPermanent[c] === 1) contradiction += ratio;
      if (change[c] === 1) places += ratio;
      else if (change[c] === 2) surname += ratio;
      if (isSharedByTwins[c] === 1) twin += ratio;
      if (isPlaceOfNeighbours[c] === 1) neighbour += logN[at]! - u;
      if (role[c] === 1) {
        const shared = isBesideChance ? ratioOfRarity(householdShare[c]!, rarity) : logH[at]! - u;
        household += shared;
        if (isHome[c] === 1) home += shared;
      } else if (role[c] === 0 && !isKnown)
        personal += level === 1 ? personalRatio(asStrangers[c]!, epsilon[c]! * alikeOf(c, row), u) : logPersonalH[at]!;
    }
    if (movedShare > 0) {
      const changed = movedShare * renamedShare * Math.exp(contradiction - places - surname);
      const gone = changed + movedShare * (1 - renamedShare) * Math.exp(contradiction - places);
      const all = gone + 1 - movedShare;
      moved[pair] = gone / all;
      renamed[pair] = changed / all;
      match += Math.log(all);
    }
    kin[pair] = personal;
    household += personal;
    const top = Math.max(match, household, twin + Math.max(0, home), neighbour, logStrangerPrior);
    const m = Math.exp(match - top);
    const h = hasHouseholds ? Math.exp(household - top) : 0;
    const t = twinsRatio(twin - top, home);
    const n = Math.exp(neighbour - top);
    const total = m + h + t + n + Math.exp(logStrangerPrior - top);
    twins[pair] = t / total;
    neighbours[pair] = n / total;
    matches[pair] = m / total;
    households[pair] = h / total;
  }
}
