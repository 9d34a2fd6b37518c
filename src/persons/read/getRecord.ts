// One record with its versions, who supplied each, and its person.
import type { AccessContext } from "../../governance/accessContext.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { RecordKey, RecordRow, VersionRow } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import { parseFields } from "../mirror/parseFields.ts";
import type { RecordAnswer, RecordVersionAnswer } from "../personService.ts";
import { answerAudited } from "./answerAudited.ts";
import { timesOfMoments } from "./momentTimes.ts";
import { maySeeRecord, visibleFields } from "./visible.ts";

/** @throws NamesakeError RECORD_NOT_FOUND where there is none that the context may see */
export function getRecord(state: IndexState, context: AccessContext, key: RecordKey): Promise<RecordAnswer> {
  return answerAudited(state, context, async () => {
    const { mirror } = state;
    const number = mirror.live.numberOf(key);
    if (number < 0 || !maySeeRecord(mirror, context, number)) throw notFound();
    const [[row], replaced] = await Promise.all([
      state.store.recordsByNumber([number]),
      state.store.versionsOf(number),
    ]);
    if (row === undefined || row === null) throw notFound();
    const versions = [row, ...[...replaced].reverse()];
    const person = row.person;
    return {
      answer: {
        source: row.source,
        id: row.id,
        fields: visibleFields(context, parseFields(row.fields)),
        person: person < 0 ? null : { id: mirror.persons.idOf(person) },
        versions: await describeVersions(state, context, versions),
      },
      persons: person < 0 ? [] : [person],
      records: [number],
    };
  });
}

const notFound = (): NamesakeError => new NamesakeError("RECORD_NOT_FOUND", "looked up by source and identifier");

async function describeVersions(
  state: IndexState,
  context: AccessContext,
  versions: readonly (RecordRow | VersionRow)[],
): Promise<RecordVersionAnswer[]> {
  const times = await timesOfMoments(
    state.store,
    versions.map(({ moment }) => moment),
  );
  await state.clients.know(versions.map(({ client }) => client));
  return versions.map(({ version, sourceVersion, fields, observedAt, client, isWithdrawn }, index) => ({
    version,
    sourceVersion,
    fields: visibleFields(context, parseFields(fields)),
    observedAt,
    receivedAt: times[index] ?? "",
    receivedFrom: state.clients.nameOf(client),
    isWithdrawn,
  }));
}
