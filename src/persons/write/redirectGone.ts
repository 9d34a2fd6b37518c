// Persons that are no more lead to who holds their records now: when records move on, the rows of those that held them
// last are written anew, so that one step always suffices.
import type { PersonNumber, PersonRow, RecordNumber, StoreWriter } from "../../store/personStore.ts";
import type { PersonTable } from "../mirror/personTable.ts";

/**
 * Rows of gone persons whose successors have changed. What a person held last is what it held when it went.
 * @param moved records that belong to another person than before, or to one again
 * @param personAfter person of a record now, −1 for none
 */
export async function redirectGone(
  writer: Pick<StoreWriter, "membershipsOfRecords" | "membershipsOfPersons" | "personsByNumber" | "moment">,
  persons: PersonTable,
  moved: readonly RecordNumber[],
  personAfter: (record: RecordNumber) => PersonNumber,
): Promise<PersonRow[]> {
  const past = await writer.membershipsOfRecords(moved);
  const gone = new Set(past.map(({ person }) => person).filter((person) => persons.stateOf(person) !== "current"));
  if (gone.size === 0) return [];
  const held = new Map<PersonNumber, { until: number; records: RecordNumber[] }>();
  for (const { record, person, to } of await writer.membershipsOfPersons([...gone])) {
    const known = held.get(person);
    if (to === null || (known !== undefined && known.until > to)) continue;
    if (known !== undefined && known.until === to) known.records.push(record);
    else held.set(person, { until: to, records: [record] });
  }
  const rows = await writer.personsByNumber([...gone]);
  return rows.flatMap((row) => {
    if (row === null) return [];
    const after = (held.get(row.number)?.records ?? []).map(personAfter).filter((person) => person >= 0);
    const successors = [...new Set(after)].sort((a, b) => a - b);
    const state = successors.length === 0 ? "withdrawn" : successors.length === 1 ? "merged" : "split";
    if (state === row.state && successors.join() === row.successors.join()) return [];
    return [{ ...row, state, successors, changedAt: writer.moment } satisfies PersonRow];
  });
}
