// Matches that meet under no rule. Training sees none of them, and they are those with most errors: what it learns from the
// others alone holds errors for rarer and matches for fewer than they are. So pairs of one person are drawn from the model,
// and those that would meet under no rule are expected beside those that are seen: expectation–maximisation of a truncated
// sample (Dempster, Laird and Rubin 1977, section 4.2).
import { createRandom } from "../../shared/random.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { PairComparer } from "../compare/pairComparer.ts";
import { levelStride, type ScoringModel } from "../score/scoringModel.ts";
import { drawPairs } from "./drawPairs.ts";
import { holdsAll, maskOf, setBit } from "./keyBits.ts";
import { learnSharedKeys, type MatchesWithKeys, type SharedKeys } from "./keysByLevel.ts";

export interface UnmetShare {
  /** Of one person's pairs those that meet under some rule, 0 … 1. */
  readonly metShare: number;
  /** Of the others the share at each level, by comparison · levelStride + level; 0 throughout where there are none. */
  readonly levels: Float64Array;
}

/** Drawn from the model, the same at every asking, so that rounds of training settle. */
const drawCount = 5000;

interface RuleOfBits {
  readonly mask: Int32Array;
  /** Of what it asks for. */
  readonly comparisons: readonly number[];
  /** How common that may be, on average, where the rule is used: it leaves out the keys that most records share. */
  readonly commonMax: number;
}

export class UnmetMatches {
  readonly #width: number;
  /** Per drawn pair and comparison 1 where both records have the value. */
  readonly #isPresent: Uint8Array;
  /** Per drawn pair and comparison two numbers that decide: its level, and like which match of that level it is. */
  readonly #chances: Float64Array;
  /** Per drawn pair and comparison how common what its records share is, as a rank from 0 to 1. */
  readonly #commonness: Float64Array;
  readonly #keys: SharedKeys;
  readonly #rules: readonly RuleOfBits[];

  private constructor(
    isPresent: Uint8Array,
    width: number,
    { keys, rules, seed }: { readonly keys: SharedKeys; readonly rules: readonly RuleOfBits[]; readonly seed: number },
  ) {
    const random = createRandom(seed);
    this.#width = width;
    this.#isPresent = isPresent;
    this.#chances = Float64Array.from({ length: isPresent.length * 2 }, random);
    this.#commonness = Float64Array.from(isPresent, random);
    this.#keys = keys;
    this.#rules = rules;
  }

  /** Null where every pair meets. @param rules all those under which the pairs of `matches` may have met */
  static of(
    matches: MatchesWithKeys & { readonly comparer: PairComparer },
    rules: readonly MeasuredRule[],
    options: { readonly seed: number; readonly acrossOnly: boolean },
  ): UnmetMatches | null {
    if (rules.some(({ rule }) => rule.atoms.length === 0)) return null;
    const atoms = [...new Set(rules.flatMap(({ rule }) => rule.atoms))];
    const places = rules.map(({ rule }) => rule.atoms.map((atom) => atoms.indexOf(atom)));
    const keys = learnSharedKeys(matches, atoms, places);
    const masks = places.map((own, index): RuleOfBits => {
      const asked = [...new Set(own.flatMap((atom) => keys.comparisonsOf[atom]!))];
      const commonMax = meanBelow(asked.length, rules[index]!.measure.usedShare);
      return { mask: maskOf(own, keys.wordCount), comparisons: asked, commonMax };
    });
    const { records, comparer } = matches;
    const { left, right } = drawPairs(records, { ...options, most: drawCount });
    if (left.length === 0) return null;
    const width = comparer.comparisons.length;
    const isPresent = new Uint8Array(left.length * width);
    for (let pair = 0; pair < left.length; pair += 1) {
      const { levels } = comparer.compare(Math.min(left[pair]!, right[pair]!), Math.max(left[pair]!, right[pair]!));
      for (let c = 0; c < width; c += 1) isPresent[pair * width + c] = levels[c] === 0 ? 0 : 1;
    }
    return new UnmetMatches(isPresent, width, { keys, rules: masks, seed: options.seed });
  }

  /** What the model lets expect of matches that are not seen. */
  expect({ comparisons }: ScoringModel): UnmetShare {
    const width = this.#width;
    const count = this.#isPresent.length / width;
    const cumulative = comparisons.map(({ m }) => {
      let sum = 0;
      return m.map((share) => (sum += share));
    });
    const { wordCount, ofLevel, ofTwo } = this.#keys;
    const drawn = new Uint8Array(width);
    const words = new Int32Array(wordCount);
    const unmet = new Float64Array(width * levelStride);
    let unmetCount = 0;
    for (let pair = 0, row = 0; pair < count; pair += 1, row += width) {
      words.fill(0);
      for (let c = 0; c < width; c += 1) {
        drawn[c] = this.#isPresent[row + c] === 0 ? 0 : 1 + drawLevel(cumulative[c]!, this.#chances[(row + c) * 2]!);
        if (drawn[c] === 0) continue;
        const seen = ofLevel[c * levelStride + drawn[c]!]!;
        const like = Math.floor((this.#chances[(row + c) * 2 + 1]! * seen.length) / wordCount) * wordCount;
        for (let i = 0; i < wordCount; i += 1) words[i]! |= seen[like + i]!;
      }
      for (const { atom, first, second, shares } of ofTwo) {
        const chance = this.#chances[(row + first) * 2 + 1]!;
        if (chance < shares[drawn[first]! * levelStride + drawn[second]!]!) setBit(words, 0, atom);
      }
      if (this.#isMet(words, row)) continue;
      unmetCount += 1;
      for (let c = 0; c < width; c += 1) unmet[c * levelStride + drawn[c]!]! += 1;
    }
    return {
      metShare: 1 - unmetCount / count,
      levels: unmetCount === 0 ? unmet : unmet.map((levelCount) => levelCount / unmetCount),
    };
  }

  /** @param row where the drawn pair's comparisons begin */
  #isMet(words: Int32Array, row: number): boolean {
    for (let rule = 0; rule < this.#rules.length; rule += 1) {
      const { mask, comparisons, commonMax } = this.#rules[rule]!;
      if (!holdsAll(words, 0, mask)) continue;
      let sum = 0;
      for (let i = 0; i < comparisons.length; i += 1) sum += this.#commonness[row + comparisons[i]!]!;
      if (sum <= commonMax * comparisons.length) return true;
    }
    return false;
  }
}

/** What the mean of `count` numbers between 0 and 1 stays below with this probability (Irwin and Hall's distribution, by halving). */
function meanBelow(count: number, probability: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40 && probability < 1; step += 1) {
    const middle = (low + high) / 2;
    if (sumBelow(count, middle * count) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** Probability that the sum of `count` numbers between 0 and 1 is below `sum`. */
function sumBelow(count: number, sum: number): number {
  let total = 0;
  let coefficient = 1;
  for (let k = 0; k <= sum; k += 1) {
    total += coefficient * (sum - k) ** count;
    coefficient *= -(count - k) / (k + 1);
  }
  for (let k = 2; k <= count; k += 1) total /= k;
  return total;
}

function drawLevel(cumulative: readonly number[], chance: number): number {
  let level = 0;
  while (level < cumulative.length - 1 && chance >= cumulative[level]!) level += 1;
  return level;
}
