// Where links begin: from what was asked for, as a match probability, and from what labels say of the probabilities.
import type { Thresholds } from "../model.ts";
import { oddsOf } from "../score/pairScorer.ts";
import type { ResolvedSettings } from "../settings/resolvedSettings.ts";

type Wanted = Pick<ResolvedSettings, "linkProbability" | "favour" | "maxFalseMergeRate" | "reviewProbability">;

const probabilityOfFavour = { precision: 0.9, recall: 0.2 } as const;

/**
 * Natural log odds of the link and review thresholds. `maxFalseMergeRate` r: no pair is linked whose match probability
 * is below 1 − r, so that the expected share of false ones among links is at most r.
 * @param shift added to a pair's log odds gives those that labels call for (calibrateLabels.ts); 0 without labels
 * @param balance match probability from which links make expected F1 largest (balanceF1.ts)
 */
export function placeThresholds(
  wanted: Wanted,
  { shift, balance }: { readonly shift: number; readonly balance: number },
): Pick<Thresholds, "link" | "review"> {
  const favoured = wanted.favour === "balance" ? balance : probabilityOfFavour[wanted.favour];
  const probability = wanted.linkProbability ?? favoured;
  const { maxFalseMergeRate } = wanted;
  const least = maxFalseMergeRate === null ? probability : Math.max(probability, 1 - maxFalseMergeRate);
  const link = oddsOf(least);
  return { link: link - shift, review: Math.min(link, oddsOf(wanted.reviewProbability)) - shift };
}

/** The thresholds of a model given, held to `maxFalseMergeRate` where that was asked for. */
export function holdFalseMerges(given: Thresholds, maxFalseMergeRate: number | null): Thresholds {
  if (maxFalseMergeRate === null) return given;
  return { ...given, link: Math.max(given.link, oddsOf(1 - maxFalseMergeRate)) };
}

/** What a rate that was asked for led to, in a sentence. */
export function noteFalseMerges({ link }: Thresholds, maxFalseMergeRate: number | null): string[] {
  if (maxFalseMergeRate === null) return [];
  const probability = 1 / (1 + Math.exp(-link));
  return [
    `At most ${maxFalseMergeRate} of the links may be false, as the model expects it: links begin at a match weight of ${(link * Math.LOG2E).toFixed(2)} bits (match probability ${probability.toPrecision(4)}).`,
  ];
}
