// Where each source holds a person once, two records that have no other candidates are likelier one person than the share of
// matches among all pairs says: strangers have the others' partners to be apart from, these two have each other or nobody.
import { oddsOf, probabilityOf } from "../score/pairScorer.ts";
import type { ScoringModel } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";

/**
 * Share of a source's records with a partner in another one that is believed at most: it is the model's own guess, and where that is
 * too high a false link costs more than a missed one.
 */
const partneredMax = 0.4;

/**
 * The model with the odds of pairs between sources as one partner for each record has them: those of a match against both being
 * without a partner, not against all else. Of n matches between N and M records that is n ⁄ NM over (1 − n ⁄ N)(1 − n ⁄ M); over
 * several sources the mean.
 */
export function countOpenRecords(model: ScoringModel, records: StandardRecords): ScoringModel {
  return { ...model, prior: probabilityOf(oddsOf(model.prior) + shiftOfOpenRecords(model.prior, records)) };
}

/** What is added to natural log odds. @param prior share of matches among the pairs of records of different sources */
function shiftOfOpenRecords(prior: number, { sourceOf, sourceCount, multiplicity }: StandardRecords): number {
  const counts = new Float64Array(sourceCount);
  sourceOf.forEach((source, record) => {
    counts[source]! += multiplicity?.[record] ?? 1;
  });
  let pairs = 0;
  let sum = 0;
  for (let one = 0; one < sourceCount; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const own = counts[one]! * counts[other]!;
      pairs += own;
      sum += own * (withoutPartner(prior * counts[one]!) + withoutPartner(prior * counts[other]!));
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Natural log of one over the share of records without a partner, of which `partnered` are expected to have one. */
const withoutPartner = (partnered: number): number => -Math.log(1 - Math.min(partneredMax, partnered));
