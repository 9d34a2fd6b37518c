// Reviews after a load into an index that has records: those of the new partition, and persons that the load split; of what
// was open, what the partition no longer says is closed. What a reviewer resolved stays so.
import { probabilityOf } from "../../linkage/score/pairScorer.ts";
import type { PersonNumber, RecordNumber, ReviewRow, StoreWriter } from "../../store/personStore.ts";
import { decisionsAmong } from "./decisionsAmong.ts";

export interface DerivedPair {
  readonly left: RecordNumber;
  readonly right: RecordNumber;
  /** Natural. */
  readonly logOdds: number;
}

export interface ReloadFindings {
  readonly pairs: readonly DerivedPair[];
  /** Findings of other kinds, persons that were split among them. */
  readonly others: readonly Wanted[];
}

export interface Wanted {
  readonly kind: string;
  readonly records: readonly RecordNumber[];
  readonly harm: number;
}

type ReviewWriter = Pick<StoreWriter, "decisionsAfter" | "openReviews" | "reviewsOfRecords" | "putReviews" | "moment">;

const openMax = 1_000_000;

/** @param personOf person of a record after the load, −1 for none */
export async function writeReloadReviews(
  writer: ReviewWriter,
  { pairs, others }: ReloadFindings,
  personOf: (record: RecordNumber) => PersonNumber,
  newId: () => string,
): Promise<void> {
  const wanted = await listWanted(writer, pairs, personOf);
  for (const other of others) wanted.set(textOf(other), other);
  const rows: ReviewRow[] = [];
  const changedAt = writer.moment;
  for (const row of await writer.openReviews(openMax, null)) {
    const found = wanted.get(textOf(row));
    if (found !== undefined) rows.push({ ...row, harm: found.harm, changedAt });
    else if (isOver(row, personOf)) rows.push({ ...row, state: "done", claimedBy: null, claimedAt: null, changedAt });
  }
  const about = [...new Set([...wanted.values()].flatMap(({ records }) => records))];
  for (const row of await writer.reviewsOfRecords(about)) {
    const isSettled = row.state !== "done" || row.claimedBy !== null;
    if (isSettled) wanted.delete(textOf(row));
  }
  for (const { kind, records, harm } of wanted.values()) {
    const state = { kind, state: "open", claimedBy: null, claimedAt: null } as const;
    rows.push({ ...state, id: newId(), records, harm, openedAt: changedAt, changedAt });
  }
  if (rows.length > 0) await writer.putReviews(rows);
}

/** One a pair of persons, about their likeliest pair of records, by those records. */
async function listWanted(
  writer: Pick<StoreWriter, "decisionsAfter">,
  pairs: readonly DerivedPair[],
  personOf: (record: RecordNumber) => PersonNumber,
): Promise<Map<string, Wanted>> {
  const decisions = decisionsAmong(await writer.decisionsAfter(-1), (record) => record);
  const ruled = new Set(decisions.map(({ left, right }) => ascending([left, right]).join(" ")));
  const byPersons = new Map<string, Wanted>();
  for (const { left, right, logOdds } of [...pairs].sort(compareLikelihood)) {
    const records = ascending([left, right]);
    if (ruled.has(records.join(" "))) continue;
    const persons = ascending([personOf(left), personOf(right)]).join(" ");
    const known = byPersons.get(persons);
    const harm = (known?.harm ?? 0) + probabilityOf(logOdds);
    byPersons.set(persons, { kind: "doubtful", records: known?.records ?? records, harm });
  }
  return new Map([...byPersons.values()].map((one) => [textOf(one), one]));
}

/** Of what was not found again only a split stays: its parts are to be looked at until they are one, or gone. */
function isOver({ kind, records }: ReviewRow, personOf: (record: RecordNumber) => PersonNumber): boolean {
  const persons = new Set(records.map(personOf));
  return kind !== "split" || persons.has(-1) || persons.size < 2;
}

const compareLikelihood = (a: DerivedPair, b: DerivedPair): number =>
  b.logOdds - a.logOdds || Math.min(a.left, a.right) - Math.min(b.left, b.right) || a.left + a.right - b.left - b.right;

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const textOf = ({ kind, records }: Pick<Wanted, "kind" | "records">): string => `${kind} ${records.join(" ")}`;
