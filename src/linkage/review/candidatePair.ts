// A pair that a review may ask about, from the files of a run.
import type { RecordName } from "../linkOptions.ts";

export interface CandidatePair {
  readonly left: RecordName;
  readonly right: RecordName;
  readonly leftCluster: string;
  readonly rightCluster: string;
  /** Bits. */
  readonly matchWeight: number;
  /** Levels of all comparisons: pairs of one pattern teach the same. */
  readonly pattern: string;
  /** Pairs of records that are joined or parted with it. */
  readonly pairsAtStake: number;
}
