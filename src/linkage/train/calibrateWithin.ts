// Where each source holds a person once, no two records of one source are one person, however alike they are: brothers,
// namesakes and chance make them so. As many pairs between sources are alike without being matches. What goes beyond them is
// matches, which says without any label how far the model's probabilities of doubtful pairs are off.
import { probabilityOf, scorePair } from "../score/pairScorer.ts";
import { type ScoringModel, tabulateWeights } from "../score/scoringModel.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Natural log odds within which a pair is doubtful. */
const doubtfulMax = 5;
/** Furthest that log odds are moved at once, and how often: other pairs are doubtful then. */
const shiftMax = 4;
const roundsMax = 4;
/** Standard deviations of the number of matches within which it may be what the model expects. */
const chanceDeviations = 2;

export interface WithinSources {
  /** Pairs of different records of one source. */
  readonly pairs: TrainingPairs;
  /** Possible pairs between sources for one within them. */
  readonly ratio: number;
}

/**
 * What is to be added to natural log odds so that doubtful pairs between sources hold as many matches as they are more than
 * those within sources, but for one standard deviation of that number; 0 where it may be chance. Only pairs count of which each
 * record is the other's best, for a person has one partner, and only of records that have no certain one.
 * @param across pairs between sources; both as the model weighs them
 */
export function calibrateWithin(
  across: TrainingPairs,
  { pairs: within, ratio }: WithinSources,
  model: ScoringModel,
  recordCount: number,
): number {
  const between = weigh(across, model, recordCount);
  const inside = weigh(within, model, recordCount);
  let shift = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const isOpen = (record: number): boolean => between.best[record]! + shift <= doubtfulMax;
    const open = countWhere(recordCount, isOpen);
    const more = shiftOf(listDoubtful(between, shift, isOpen), listDoubtful(inside, shift, isOpen), { ratio, open });
    shift += more;
    if (Math.abs(more) < shiftMax) break;
  }
  return shift;
}

function countWhere(count: number, holds: (index: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < count; index += 1) if (holds(index)) found += 1;
  return found;
}

interface Comparable {
  /** Possible pairs between sources for one within them. */
  readonly ratio: number;
  /** Records without a certain partner. */
  readonly open: number;
}

/**
 * Matches among pairs between sources, of which within them there are strangers alone. A record whose partner is among them is no
 * stranger's best any more, so that strangers are fewer than within by as many as matches with more evidence leave them.
 * @returns the number at each odds and more, highest first; strangers stand as many natural log odds higher as `ahead` says
 */
function countMatches(
  doubtful: readonly DoubtfulPair[],
  strangers: readonly DoubtfulPair[],
  { ratio, open }: Comparable,
  ahead = 0,
): number[] {
  const alike = strangers.map(({ odds, weight }) => ({ odds: odds + ahead, weight: -ratio * weight }));
  let matches = 0;
  // Of the same odds strangers come first: what is as good takes no place.
  return [...doubtful, ...alike]
    .sort((left, right) => right.odds - left.odds || left.weight - right.weight)
    .map(({ weight }) => {
      const isPartnered = Math.min(1, Math.max(0, (2 * matches) / Math.max(1, open)));
      matches += weight < 0 ? weight * (1 - isPartnered) ** 2 : weight;
      return Math.max(0, matches);
    });
}

/** Strangers of a pair's odds stand no further above it than this, in natural log odds. */
const strangersAhead = 1;

/** What these doubtful pairs between sources call for beside those within. */
function shiftOf(
  doubtful: readonly DoubtfulPair[],
  strangers: readonly DoubtfulPair[],
  comparable: Comparable,
): number {
  const { ratio } = comparable;
  const all = countMatches(doubtful, strangers, comparable).at(-1) ?? 0;
  // Where whole households have their partners, strangers are fewer still, and at low odds matches seem to be undone.
  const most = countMatches(doubtful, strangers, comparable, strangersAhead).reduce((a, b) => Math.max(a, b), 0);
  const variance = sumOf(doubtful, (weight) => weight ** 2) + sumOf(strangers, (weight) => (ratio * weight) ** 2);
  const deviation = Math.sqrt(variance + 1);
  const expected = (shift: number): number => sumOf(doubtful, (weight, odds) => weight * probabilityOf(odds + shift));
  // Fewer than expected they are only where they are so whatever the odds.
  const matches = Math.max(all, Math.min(most, expected(0)));
  const excess = matches - expected(0);
  if (Math.abs(excess) <= chanceDeviations * deviation) return 0;
  return solve(expected, matches - Math.sign(excess) * deviation);
}

function sumOf(pairs: readonly DoubtfulPair[], count = (weight: number, _odds: number): number => weight): number {
  return pairs.reduce((sum, { odds, weight }) => sum + count(weight, odds), 0);
}

interface WeighedPairs {
  readonly pairs: TrainingPairs;
  readonly odds: Float64Array;
  /** Per record the best odds of its pairs. */
  readonly best: Float64Array;
}

function weigh(pairs: TrainingPairs, model: ScoringModel, recordCount: number): WeighedPairs {
  const tables = tabulateWeights(model);
  const odds = new Float64Array(pairs.count);
  const best = new Float64Array(recordCount).fill(Number.NEGATIVE_INFINITY);
  for (let pair = 0, from = 0; pair < pairs.count; pair += 1, from += pairs.comparisonCount) {
    const to = from + pairs.comparisonCount;
    const evidence = { levels: pairs.levels.subarray(from, to), logUAdjust: pairs.logUAdjust.subarray(from, to) };
    const own = scorePair(tables, evidence);
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    odds[pair] = own;
    best[left] = Math.max(best[left]!, own);
    best[right] = Math.max(best[right]!, own);
  }
  return { pairs, odds, best };
}

interface DoubtfulPair {
  readonly odds: number;
  readonly weight: number;
}

function listDoubtful(
  { pairs, odds, best }: WeighedPairs,
  shift: number,
  isOpen: (record: number) => boolean,
): DoubtfulPair[] {
  const found: DoubtfulPair[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const own = odds[pair]!;
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    if (Math.abs(own + shift) > doubtfulMax || best[left] !== own || best[right] !== own) continue;
    if (isOpen(left) && isOpen(right)) found.push({ odds: own + shift, weight: pairs.weights[pair]! });
  }
  return found;
}

/** Where a rising function takes a value, within the furthest shifts. */
function solve(rising: (shift: number) => number, value: number): number {
  let [low, high] = [-shiftMax, shiftMax];
  if (rising(high) <= value) return high;
  if (rising(low) >= value) return low;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
