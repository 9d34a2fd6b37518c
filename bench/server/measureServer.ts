// Everything that is measured of one server, one after another, on requests drawn from the records it holds.
import { type Fired, fireRequests, headersOf, type Shot, type Target } from "./fireRequests.ts";
import { type BulkResult, ingestBulk } from "./ingestBulk.ts";
import type { SampleRecord } from "./sampleRecords.ts";

export interface ServerMeasurement {
  readonly match: Fired;
  readonly person: Fired;
  readonly search: Fired;
  readonly put: Fired;
  readonly bulk: BulkResult;
  /** Person views while a bulk ingest runs. */
  readonly personDuringBulk: Fired;
  readonly burst: Fired;
  /** Milliseconds of one request right after the burst. */
  readonly afterBurstMs: number;
}

export interface MeasureOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Records of each bulk ingest. */
  readonly bulkRecords: number;
}

/** Measures a server that holds these records. */
export async function measureServer(
  target: Target,
  sample: readonly SampleRecord[],
  { seconds, connections, bulkRecords }: MeasureOptions,
): Promise<ServerMeasurement> {
  const draw = drawer(sample);
  const matchNext = () => post("/v1/match", { fields: draw().fields });
  const fire = (next: () => Shot, count = connections) => fireRequests(target, { connections: count, seconds, next });
  const ids = await personIds(target, sample.slice(0, 1000));
  let at = 0;
  const personNext = (): Shot => ({ method: "GET", path: `/v1/persons/${ids[at++ % ids.length]}` });
  await fireRequests(target, { connections, seconds: 2, next: matchNext });
  const match = await fire(matchNext);
  const person = await fire(personNext);
  const search = await fire(() => post("/v1/persons/search", { q: queryOf(draw()) }), 8);
  const fresh = freshRecords(draw);
  const put = await fire(() => putShot(fresh()));
  const bulk = await ingestBulk(target, Array.from({ length: bulkRecords }, fresh));
  const [personDuringBulk] = await Promise.all([
    fire(personNext, 8),
    ingestBulk(target, Array.from({ length: bulkRecords }, fresh)),
  ]);
  const burst = await fire(matchNext, connections * 40);
  const afterMs = performance.now();
  await fetch(`${target.url}${personNext().path}`, { headers: headersOf(target) });
  const afterBurstMs = performance.now() - afterMs;
  return { match, person, search, put, bulk, personDuringBulk, burst, afterBurstMs };
}

function drawer(sample: readonly SampleRecord[]): () => SampleRecord {
  let at = 0;
  return () => sample[at++ % sample.length]!;
}

const post = (path: string, body: object): Shot => ({ method: "POST", path, body: JSON.stringify(body) });

/** Records as in the sample under identifiers of their own, so that each is new and has a person to join. */
function freshRecords(draw: () => SampleRecord): () => SampleRecord {
  let number = 0;
  const prefix = `bench-${Date.now().toString(36)}`;
  return () => {
    const { source, fields } = draw();
    return { source, id: `${prefix}-${number++}`, fields };
  };
}

const putShot = ({ source, id, fields }: SampleRecord): Shot => ({
  method: "PUT",
  path: `/v1/records/${encodeURIComponent(source)}/${encodeURIComponent(id)}`,
  body: JSON.stringify({ fields }),
});

/** What a clerk would type: names and the year of birth. */
function queryOf({ fields }: SampleRecord): string {
  const { given_name: given = "", surname = "", birth_date: birth = "" } = fields;
  return [given, surname, birth.slice(0, 4)].filter((part) => part !== "").join(" ") || "smith";
}

async function personIds(target: Target, sample: readonly SampleRecord[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { source, id } of sample) {
    const path = `/v1/records/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;
    const answer = await fetch(target.url + path, { headers: headersOf(target) });
    const record = (await answer.json()) as { person?: { id: string } };
    if (record.person) ids.push(record.person.id);
  }
  if (ids.length === 0) throw new Error("no record of the sample is known to the server");
  return ids;
}
