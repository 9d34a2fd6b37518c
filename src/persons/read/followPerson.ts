// Where a person went that holds nothing which the caller may see: to whoever holds what it held last. Followed by way of
// records and not of identifiers, so that one step ends at a holder, and nothing is told of parts that may not be seen.
import type { AccessContext } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { MembershipRow, Moment, PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import type { PersonGone } from "../personService.ts";
import type { Made } from "./answerAudited.ts";
import { maySeeRecord } from "./visible.ts";

/**
 * What became of a person of whose records the context sees none any more: those that it saw last have one holder
 * (merged), several (split), or none (withdrawn).
 * @param memberships of the person, past ones too
 * @param moment as of that time: who held the records then; as of now where left out
 * @throws NamesakeError PERSON_NOT_FOUND where the context never saw any of it
 */
export async function followPerson(
  state: IndexState,
  context: AccessContext,
  memberships: readonly MembershipRow[],
  moment?: Moment,
): Promise<PersonGone> {
  const { mirror } = state;
  const seen = memberships.filter(
    ({ record, to }) => to !== null && (moment === undefined || to <= moment) && maySeeRecord(mirror, context, record),
  );
  if (seen.length === 0) throw new NamesakeError("PERSON_NOT_FOUND", []);
  const end = Math.max(...seen.map(({ to }) => to ?? 0));
  const last = [...new Set(seen.filter(({ to }) => to === end).map(({ record }) => record))];
  const holders =
    moment === undefined
      ? last.map((record) => mirror.persons.personOf(record))
      : await holdersThen(state, last, moment);
  const ids = [...new Set(holders.filter((holder) => holder >= 0))]
    .sort((a, b) => a - b)
    .map((holder) => mirror.persons.idOf(holder));
  const [survivor] = ids;
  if (survivor === undefined) return { gone: "withdrawn", successors: [] };
  return ids.length === 1 ? { gone: "merged", survivor } : { gone: "split", successors: ids };
}

async function holdersThen(
  { store }: IndexState,
  records: readonly RecordNumber[],
  moment: Moment,
): Promise<PersonNumber[]> {
  const rows = await store.membershipsOfRecords(records);
  return rows.filter((row) => isHeldAt(row, moment)).map(({ person }) => person);
}

/** True for a membership that lasted at the moment. */
export const isHeldAt = ({ from, to }: MembershipRow, moment: Moment): boolean =>
  from <= moment && (to === null || to > moment);

/** The answer that tells where a person went: 308 or 410, a view of nobody. */
export const answerGone = (gone: PersonGone): Made<PersonGone> => ({
  answer: gone,
  status: gone.gone === "merged" ? 308 : 410,
});
