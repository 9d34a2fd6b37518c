// Where a person went that is no more: redirects are followed until they end at persons that hold records now.
import type { AccessContext } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { PersonNumber } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import type { PersonGone } from "../personService.ts";
import { maySeeRecord, visibleRecords } from "./visible.ts";

/**
 * What became of a person that holds nothing now. A merger leads to one survivor; where that was later divided away, to
 * its successors.
 * @throws NamesakeError PERSON_NOT_FOUND where nothing of it, then or now, may be seen
 */
export async function followPerson(
  state: IndexState,
  context: AccessContext,
  person: PersonNumber,
): Promise<PersonGone> {
  const { mirror } = state;
  const { persons } = mirror;
  const ends = new Set<PersonNumber>();
  const seen = new Set<PersonNumber>([person]);
  let open = [person];
  while (open.length > 0) {
    const rows = await state.store.personsByNumber(open);
    open = [];
    for (const next of rows.flatMap((row) => row?.successors ?? [])) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (persons.sizeOf(next) > 0) ends.add(next);
      else open.push(next);
    }
  }
  const shown = [...ends].filter((end) => visibleRecords(mirror, context, end).length > 0);
  const ids = shown.map((end) => persons.idOf(end));
  const [survivor] = ids;
  const isMerged = persons.stateOf(person) === "merged";
  if (isMerged && ids.length === 1 && survivor !== undefined) return { gone: "merged", survivor };
  if (ids.length === 0 && !(await wasSeen(state, context, person))) throw new NamesakeError("PERSON_NOT_FOUND", []);
  if (ids.length === 0) return { gone: "withdrawn", successors: [] };
  return { gone: "split", successors: ids };
}

/** Whether it ever held a record that the context may see. */
async function wasSeen(state: IndexState, context: AccessContext, person: PersonNumber): Promise<boolean> {
  const memberships = await state.store.membershipsOfPersons([person]);
  return memberships.some(({ record }) => maySeeRecord(state.mirror, context, record));
}
