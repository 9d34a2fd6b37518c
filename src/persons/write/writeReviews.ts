// Opens what a batch made worth a look, and closes what it made obsolete. A finding that a reviewer has resolved is not
// opened again while it stays the same.
import type { RecordNumber, ReviewRow } from "../../store/personStore.ts";
import type { Resolution } from "../resolve/resolvePersons.ts";
import { type FoundReview, findReviews, type ReviewView } from "../reviews/findReviews.ts";
import { listSplits } from "../reviews/listSplits.ts";
import type { BatchDraft } from "./batchDraft.ts";

/** Records of changed clusters that are looked at in one batch at most: a review may come late, a commit may not. */
const focusMax = 2000;

interface Wanted {
  readonly kind: string;
  readonly records: readonly RecordNumber[];
  readonly harm: number;
}

export async function writeReviews(
  draft: BatchDraft,
  clusters: readonly (readonly RecordNumber[])[],
  resolution: Resolution,
): Promise<void> {
  const { writer } = draft;
  const changed = new Set([...draft.dirty, ...resolution.moves.map(({ record }) => record)]);
  for (const { groups } of draft.decisions) for (const record of groups.flat()) changed.add(record);
  const looked: RecordNumber[] = [];
  const wanted = new Map<string, Wanted>();
  const view = viewOf(draft);
  for (const cluster of clusters) {
    if (looked.length >= focusMax || !cluster.some((record) => changed.has(record))) continue;
    looked.push(...cluster);
    for (const found of findReviews(cluster, view)) wanted.set(textOf(found), found);
  }
  for (const found of listSplits(resolution)) wanted.set(textOf(found), found);
  const about = [...new Set([...looked, ...changed])];
  if (about.length === 0) return;
  const known = await writer.reviewsOfRecords(about);
  const rows = [...reviseKnown(draft, known, wanted, new Set(about)), ...openNew(draft, wanted)];
  if (rows.length > 0) await writer.putReviews(rows);
}

function viewOf({ state }: BatchDraft): ReviewView {
  const { live, persons, decisions } = state.mirror;
  return {
    live,
    personOf: (record) => persons.personOf(record),
    isRuled: (a, b) => decisions.sameOf(a).includes(b) || decisions.differentOf(a).includes(b),
  };
}

/** Rows of reviews that change: found again with other harm, or obsolete. Takes what is known out of `wanted`. */
function reviseKnown(
  draft: BatchDraft,
  known: readonly ReviewRow[],
  wanted: Map<string, Wanted>,
  about: ReadonlySet<RecordNumber>,
): ReviewRow[] {
  const { persons } = draft.state.mirror;
  const changedAt = draft.writer.moment;
  return known.flatMap((row): ReviewRow[] => {
    const key = textOf(row);
    const found = wanted.get(key);
    if (found !== undefined && row.state === "done" && row.claimedBy === null) return [];
    wanted.delete(key);
    if (row.state === "done") return [];
    if (found !== undefined) {
      const isAlike = Math.abs(found.harm - row.harm) <= 0.01 * Math.max(found.harm, row.harm);
      return isAlike ? [] : [{ ...row, harm: found.harm, changedAt }];
    }
    const left = new Set(row.records.map((record) => persons.personOf(record)));
    const isOver = row.kind === "split" ? left.size < 2 || left.has(-1) : row.records.some((one) => about.has(one));
    return isOver ? [{ ...row, state: "done", claimedBy: null, claimedAt: null, changedAt }] : [];
  });
}

function openNew(draft: BatchDraft, wanted: ReadonlyMap<string, Wanted>): ReviewRow[] {
  const { moment } = draft.writer;
  return [...wanted.values()].map(({ kind, records, harm }) => ({
    id: draft.state.newId(),
    kind,
    records,
    harm,
    state: "open",
    claimedBy: null,
    claimedAt: null,
    openedAt: moment,
    changedAt: moment,
  }));
}

const textOf = ({ kind, records }: Pick<FoundReview | Wanted, "kind" | "records">): string =>
  `${kind} ${records.join(" ")}`;
