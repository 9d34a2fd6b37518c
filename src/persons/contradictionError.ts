// A refused decision with the chain of decisions that it contradicts, as far as the caller may see the records.
import { NamesakeError } from "../shared/errors.ts";
import type { RecordKey } from "../store/personStore.ts";

export interface ChainStep {
  readonly kind: "same" | "different";
  /** Null where the caller may not see the record. */
  readonly left: RecordKey | null;
  readonly right: RecordKey | null;
  /** Identifier of a decision in force that says so; null where the caller may not see all its records, and so not withdraw it. */
  readonly decision: string | null;
}

/** DECISIONS_CONTRADICT, 409. The chain is for the answer alone: keys of records stand in no message and no log. */
export class ContradictionError extends NamesakeError {
  readonly chain: readonly ChainStep[];

  constructor(chain: readonly ChainStep[]) {
    super(
      "DECISIONS_CONTRADICT",
      `a chain of ${chain.length} ${chain.length === 1 ? "ruling" : "rulings"} in force says otherwise`,
    );
    this.chain = chain;
  }
}
