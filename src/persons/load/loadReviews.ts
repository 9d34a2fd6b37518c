// Reviews of a freshly loaded index: one a pair of persons that may be one, about their likeliest pair of records, and what
// stands out among the persons themselves.
import type { Decision } from "../../linkage/cluster/decision.ts";
import type { LiveIndex } from "../../linkage/index.ts";
import type { ReviewRow, StoreWriter } from "../../store/personStore.ts";
import type { PersonTable } from "../mirror/personTable.ts";
import type { FoundReview } from "../reviews/findReviews.ts";
import type { DoubtfulPair } from "./readDoubtful.ts";

interface LoadedRun {
  readonly live: LiveIndex;
  readonly persons: PersonTable;
  /** Between numbers of records. */
  readonly decisions: readonly Decision[];
}

export interface LoadFindings {
  /** Likeliest first. Records that the index does not have are passed over, and pairs that the run was ruled on. */
  readonly pairs: readonly DoubtfulPair[];
  /** By numbers of records. */
  readonly standing: readonly FoundReview[];
}

export async function writeLoadReviews(
  writer: Pick<StoreWriter, "putReviews" | "moment">,
  { live, persons, decisions }: LoadedRun,
  { pairs, standing }: LoadFindings,
  newId: () => string,
): Promise<void> {
  const reviews = new Map<string, ReviewRow>();
  const ruled = new Set(decisions.map(({ left, right }) => [left, right].sort((a, b) => a - b).join(" ")));
  for (const { left, right, probability } of pairs) {
    const records = [live.numberOf(left), live.numberOf(right)].sort((a, b) => a - b);
    const [a = -1, b = -1] = records.map((record) => (record < 0 ? -1 : persons.personOf(record)));
    if (a < 0 || b < 0 || a === b || ruled.has(records.join(" "))) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = reviews.get(key);
    const harm = (known?.harm ?? 0) + probability;
    if (known !== undefined) reviews.set(key, { ...known, harm });
    else reviews.set(key, { ...openRow(writer.moment), kind: "doubtful", id: newId(), records, harm });
  }
  const others = standing.map((found): ReviewRow => ({ ...openRow(writer.moment), ...found, id: newId() }));
  await writer.putReviews([...reviews.values(), ...others]);
}

const openRow = (moment: number) =>
  ({
    state: "open",
    claimedBy: null,
    claimedAt: null,
    openedAt: moment,
    changedAt: moment,
  }) as const;
