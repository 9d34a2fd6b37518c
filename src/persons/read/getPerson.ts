// The single view of a person: every value with the records that it came from, as of now or as believed at a time.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { Moment, PersonNumber, RecordNumber, RecordRow, VersionRow } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import { parseFields } from "../mirror/parseFields.ts";
import type { PersonAnswer, PersonGone, ValueAnswer } from "../personService.ts";
import { answerAudited, type Made } from "./answerAudited.ts";
import { orderValues, rules, rulesOfColumns } from "./chooseValue.ts";
import { answerGone, followPerson, isHeldAt } from "./followPerson.ts";
import { timesOfMoments } from "./momentTimes.ts";
import { findPerson, maySeeRecord, visibleFields, visibleRecords } from "./visible.ts";

/** @throws NamesakeError PERSON_NOT_FOUND */
export function getPerson(
  state: IndexState,
  context: AccessContext,
  id: string,
  asAt?: string,
): Promise<PersonAnswer | PersonGone> {
  return answerAudited(state, context, async (): Promise<Made<PersonAnswer | PersonGone>> => {
    const person = findPerson(state.mirror, id);
    if (asAt !== undefined) return viewThen(state, context, person, asAt);
    const numbers = visibleRecords(state.mirror, context, person);
    if (numbers.length === 0) {
      const memberships = await state.store.membershipsOfPersons([person]);
      return answerGone(await followPerson(state, context, memberships));
    }
    const rows = (await state.store.recordsByNumber(numbers)).filter((row) => row !== null);
    const answer = await describePerson(state, context, person, rows, state.now().toISOString());
    return { answer, persons: [person], records: numbers };
  });
}

type Content = RecordRow | (VersionRow & { readonly source: string; readonly id: string });

/**
 * The view at a time that may be past: records that were its then, with what they said then. Where it had gone by then,
 * who held its records at that time.
 */
async function viewThen(
  state: IndexState,
  context: AccessContext,
  person: PersonNumber,
  asAt: string,
): Promise<Made<PersonAnswer | PersonGone>> {
  const { store, mirror } = state;
  const moment = await store.momentAt(asAt);
  const memberships = await store.membershipsOfPersons([person]);
  const numbers = memberships
    .filter((row) => isHeldAt(row, moment))
    .map(({ record }) => record)
    .filter((record) => maySeeRecord(mirror, context, record))
    .sort((a, b) => a - b);
  if (numbers.length === 0) return answerGone(await followPerson(state, context, memberships, moment));
  const contents = await contentsThen(state, numbers, moment);
  const answer = await describePerson(state, context, person, contents, asAt);
  return { answer, persons: [person], records: numbers };
}

async function contentsThen(state: IndexState, numbers: readonly RecordNumber[], moment: Moment): Promise<Content[]> {
  const rows = await state.store.recordsByNumber(numbers);
  const contents = await Promise.all(
    rows.map(async (row): Promise<Content | null> => {
      if (row === null) return null;
      if (row.moment <= moment) return row;
      const then = (await state.store.versionsOf(row.number)).findLast((version) => version.moment <= moment);
      return then === undefined ? null : { ...then, source: row.source, id: row.id };
    }),
  );
  return contents.filter((content) => content !== null && !content.isWithdrawn) as Content[];
}

async function describePerson(
  state: IndexState,
  context: AccessContext,
  person: PersonNumber,
  contents: readonly Content[],
  asAt: string,
): Promise<PersonAnswer> {
  const { live, persons } = state.mirror;
  const times = await timesOfMoments(
    state.store,
    contents.map(({ moment }) => moment),
  );
  const records = contents.map(({ source, id, observedAt }, index) => ({
    source,
    id,
    observedAt,
    receivedAt: times[index] ?? "",
  }));
  const held = new Map<string, Map<string, ValueAnswer["records"][number][]>>();
  contents.forEach(({ fields }, index) => {
    const record = records[index]!;
    for (const [name, value] of Object.entries(visibleFields(context, parseFields(fields)))) {
      const values = held.get(name) ?? new Map<string, (typeof record)[]>();
      held.set(name, values);
      const from = values.get(value);
      if (from === undefined) values.set(value, [record]);
      else from.push(record);
    }
  });
  const ruleOf = rulesOfColumns(live.model);
  const place = placesOfColumns(state.fields.columns);
  const names = [...held.keys()].sort((a, b) => (place.get(a) ?? place.size) - (place.get(b) ?? place.size));
  const fields = names.map((name) => {
    const rule = ruleOf.get(name) ?? "last";
    const values = [...(held.get(name) ?? [])].map(([value, from]) => ({ value, records: from }));
    const ordered = values.length === 1 ? values : orderHeld(values, rule);
    return [name, { chosen: ordered[0]?.value ?? "", rule: rules[rule], values: ordered }] as const;
  });
  return { id: persons.idOf(person), asAt, fields: Object.fromEntries(fields), records };
}

function orderHeld(values: readonly ValueAnswer[], rule: keyof typeof rules): ValueAnswer[] {
  const dated = values.map((held) => {
    const times = held.records.map(({ observedAt, receivedAt }) => observedAt ?? receivedAt);
    return { ...held, count: times.length, last: times.sort().at(-1) ?? "" };
  });
  return orderValues(dated, rule).map(({ value, records }) => ({ value, records }));
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each column stands among those of the source. */
function placesOfColumns(columns: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(columns);
  if (known !== undefined) return known;
  const made = new Map(columns.map((column, index) => [column, index]));
  places.set(columns, made);
  return made;
}
