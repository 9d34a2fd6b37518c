// Entity search: rows that have most of what was asked become persons, each judged by all its records that the client may
// see; what is asked is looked for only in fields that it may see.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { LiveIndex } from "../../linkage/live/liveIndex.ts";
import { parseSearchText } from "../../linkage/search/parseSearchText.ts";
import { type Asked, type AskedTerm, type FoundTerm, SearchIndex, scoreOf } from "../../linkage/search/searchIndex.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { IndexState, Mirror } from "../indexState.ts";
import { parseFields } from "../mirror/parseFields.ts";
import type { PersonService, SearchAnswer, SearchRequest } from "../personService.ts";
import { answerAudited } from "./answerAudited.ts";
import { maySeeRecord, visibleFields, visibleRecords } from "./visible.ts";

const defaultLimit = 20;
/** Rows looked at for each person wanted: a person's records are often found together. */
const rowsPerPerson = 6;
/** Nobody pages through a thousand people. */
const offsetMax = 1000;
/** Persons of less are not shown: they have next to nothing of what was asked. */
const scoreMin = 0.25;

const indexes = new WeakMap<LiveIndex, SearchIndex>();

/** The search index of a live index, made at the first call and kept in step from then on. */
export function searchIndexOf(live: LiveIndex): SearchIndex {
  const known = indexes.get(live);
  if (known !== undefined) return known;
  const { rows, fields } = live.parts;
  const index = new SearchIndex(() => fields.records(rows), live.model.fields);
  index.fill(rows.end, (row) => row > 0 && rows.firstOf(row) >= 0);
  live.observer = { added: (row) => index.add(row), removed: (row) => index.remove(row) };
  indexes.set(live, index);
  return index;
}

interface FoundPerson {
  readonly person: PersonNumber;
  readonly record: RecordNumber;
  readonly score: number;
}

/** @throws NamesakeError FIELD_UNKNOWN, CURSOR_INVALID */
export function search(
  state: IndexState,
  context: AccessContext,
  request: SearchRequest,
): ReturnType<PersonService["search"]> {
  const { limit = defaultLimit, cursor } = request;
  const offset = cursor === undefined ? 0 : readOffset(cursor);
  const index = searchIndexOf(state.mirror.live);
  const asked = index.ask(termsOf(state, context, request), context.fields);
  return answerAudited(state, context, async () => {
    const all = findPersons(state.mirror, context, index, asked, offset + limit + 1);
    const shown = all.slice(offset, offset + limit);
    const rows = await state.store.recordsByNumber(shown.map(({ record }) => record));
    const items = shown.map((one, place): SearchAnswer["items"][number] => {
      const fields = visibleFields(context, parseFields(rows[place]?.fields ?? "{}"));
      const found = findTerms(state.mirror, context, one.person, index, asked);
      return { ...describe(state.mirror, one, found, fields), fields };
    });
    const isMore = all.length > offset + limit && offset + limit < offsetMax;
    return {
      answer: { items, ...(isMore ? { cursor: String(offset + limit) } : {}) },
      persons: shown.map(({ person }) => person),
      records: shown.map(({ record }) => record),
    };
  });
}

function termsOf(state: IndexState, context: AccessContext, { q, fields }: SearchRequest): AskedTerm[] {
  const latestYear = state.now().getUTCFullYear();
  const free = q === undefined ? [] : parseSearchText(q, latestYear).map((term) => ({ term, columns: null }));
  const named = Object.entries(state.fields.resolve(context, fields ?? {}, "")).flatMap(([column, text]) =>
    parseSearchText(text, latestYear).map((term) => ({ term, columns: new Set([column]) })),
  );
  return [...free, ...named];
}

/** The best persons, best first; ties by number. */
function findPersons(
  mirror: Mirror,
  context: AccessContext,
  index: SearchIndex,
  asked: Asked,
  wanted: number,
): FoundPerson[] {
  const found = index.search(asked, {
    limit: wanted * rowsPerPerson,
    accepts: (row) => firstVisible(mirror, context, row) >= 0,
  });
  const persons = new Set<PersonNumber>();
  for (const row of found) {
    const person = mirror.persons.personOf(firstVisible(mirror, context, row));
    if (person >= 0) persons.add(person);
  }
  return [...persons]
    .map((person) => judgePerson(mirror, context, person, index, asked))
    .filter(({ score }) => score >= scoreMin)
    .sort((a, b) => b.score - a.score || a.person - b.person)
    .slice(0, wanted);
}

function firstVisible(mirror: Mirror, context: AccessContext, row: number): RecordNumber {
  const { rows } = mirror.live.parts;
  for (let record = rows.firstOf(row); record >= 0; record = rows.nextOf(record)) {
    if (maySeeRecord(mirror, context, record)) return record;
  }
  return -1;
}

/** What all of a person's records have of the terms together; the record is the one that has most. */
function judgePerson(
  mirror: Mirror,
  context: AccessContext,
  person: PersonNumber,
  index: SearchIndex,
  asked: Asked,
): FoundPerson {
  const { rows } = mirror.live.parts;
  const { terms, possible } = asked;
  const ofRow = new Float64Array(terms.length);
  const ofPerson = new Float64Array(terms.length);
  let record = -1;
  // Of persons alike in sum, the one that has it in one record stands first.
  let inOne = 0;
  for (const one of visibleRecords(mirror, context, person)) {
    const score = index.judge(rows.rowOf(one), asked, ofRow);
    if (record < 0 || score > inOne) [record, inOne] = [one, score];
    for (let term = 0; term < terms.length; term += 1) ofPerson[term] = Math.max(ofPerson[term]!, ofRow[term]!);
  }
  const gained = terms.reduce((sum, { bits }, term) => sum + bits * ofPerson[term]!, 0);
  return { person, record, score: 0.9 * scoreOf(gained, possible) + 0.1 * inOne };
}

/** Where a person's records have most of each term that they have. */
function findTerms(
  mirror: Mirror,
  context: AccessContext,
  person: PersonNumber,
  index: SearchIndex,
  asked: Asked,
): FoundTerm[] {
  const { rows } = mirror.live.parts;
  const terms: (FoundTerm | null)[] = asked.terms.map(() => null);
  for (const record of visibleRecords(mirror, context, person)) {
    index.describe(rows.rowOf(record), asked).forEach((one, term) => {
      if (one !== null && one.similarity > (terms[term]?.similarity ?? 0)) terms[term] = one;
    });
  }
  return terms.filter((one) => one !== null);
}

function describe(
  { live, persons }: Mirror,
  { person, record, score }: FoundPerson,
  found: readonly FoundTerm[],
  fields: Readonly<Record<string, string>>,
): Omit<SearchAnswer["items"][number], "fields"> {
  return {
    person: { id: persons.idOf(person) },
    score,
    record: live.keyOf(record),
    found: found.map(({ shown, slot, columns, manner }) => ({
      term: shown,
      field: columns.find((column) => column in fields) ?? slot,
      value: columns.map((column) => fields[column] ?? "").find((value) => value !== "") ?? "",
      how: manner,
    })),
  };
}

function readOffset(cursor: string): number {
  const offset = Number(cursor);
  if (!/^\d{1,6}$/.test(cursor) || offset >= offsetMax) throw new NamesakeError("CURSOR_INVALID", []);
  return offset;
}
