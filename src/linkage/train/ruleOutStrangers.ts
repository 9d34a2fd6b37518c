// Records that a cluster puts together are no strangers to each other. Whether they are relatives their own evidence says: a
// cluster may hold relatives by mistake, and all taken for one person they would teach that relatives are.
import type { ExclusiveClasses } from "./classifyPairs.ts";

/**
 * Scales the probabilities of relatives and twins to those of a pair that is no stranger's, where `isJoined` says so; 0 where
 * nothing speaks for any of the classes. Neighbours are strangers. What is left to 1 is the probability of one person, which is
 * not written here.
 */
export function ruleOutStrangers(
  isJoined: Uint8Array,
  { matches, households, twins, neighbours }: ExclusiveClasses,
): void {
  for (let pair = 0; pair < isJoined.length; pair += 1) {
    if (isJoined[pair] === 0) continue;
    const related = matches[pair]! + households[pair]! + twins[pair]!;
    households[pair] = related > 0 ? households[pair]! / related : 0;
    twins[pair] = related > 0 ? twins[pair]! / related : 0;
    neighbours[pair] = 0;
  }
}
