// A checked body as the service takes it: one mapping for single records and for lines of bulk ingest.
import type { RecordInput } from "../../persons/personService.ts";
import type { RecordKey } from "../../store/personStore.ts";
import { parseTime } from "../body/parseTime.ts";
import type { RecordBody } from "../schemas/recordSchemas.ts";

/** What the service takes, from a checked body. @throws InvalidRequest where observedAt is no time */
export function recordInput({ source, id }: RecordKey, { fields, observedAt, version }: RecordBody): RecordInput {
  return {
    source,
    id,
    fields,
    ...(observedAt === undefined ? {} : { observedAt: parseTime(observedAt, "body", "/observedAt") }),
    ...(version === undefined ? {} : { version }),
  };
}
