// What of persons a client may see: records of its sources, and persons that hold at least one of them.
import { type AccessContext, maySeeField, maySeeSource } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { Mirror } from "../indexState.ts";

export function maySeeRecord({ live }: Mirror, context: AccessContext, record: RecordNumber): boolean {
  return context.sources === null || maySeeSource(context, live.sourceOf(record));
}

/** Records of a person that the context may see, ascending. */
export function visibleRecords(mirror: Mirror, context: AccessContext, person: PersonNumber): RecordNumber[] {
  return mirror.persons.recordsOf(person).filter((record) => maySeeRecord(mirror, context, record));
}

/** The fields of a record that the context may see. */
export function visibleFields(
  context: AccessContext,
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  if (context.fields === null) return { ...fields };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => maySeeField(context, name)));
}

/** Whether the context may see all of these columns. */
export const maySeeColumns = (context: AccessContext, columns: readonly string[]): boolean =>
  columns.every((column) => maySeeField(context, column));

/** Number of the person with an identifier. @throws NamesakeError PERSON_NOT_FOUND */
export function findPerson({ persons }: Mirror, id: string): PersonNumber {
  const number = persons.numberOf(id);
  if (number < 0) throw new NamesakeError("PERSON_NOT_FOUND", []);
  return number;
}
