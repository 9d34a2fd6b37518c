// Records one by one: stored durably and resolved, read with their versions, withdrawn.
import type { FastifyInstance } from "fastify";
import { RecordParams } from "../schemas/commonSchemas.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { RecordBody } from "../schemas/recordSchemas.ts";
import type { ServerContext } from "../serverContext.ts";
import { recordInput } from "./recordInput.ts";

const path = "/v1/records/:source/:id";

/** PUT, GET and DELETE of one record. */
export function addRecordRoutes(app: FastifyInstance, { service }: ServerContext): void {
  app.put<{ Params: RecordParams; Body: RecordBody }>(path, { schema: putSchema }, async (request, reply) => {
    const { access, params, body } = request;
    const answer = await service.putRecord(access, recordInput(params, body));
    return reply.code(answer.outcome === "created" ? 201 : 200).send(answer);
  });
  app.get<{ Params: RecordParams }>(path, { schema: getSchema }, ({ access, params }) =>
    service.getRecord(access, params),
  );
  app.delete<{ Params: RecordParams }>(path, { schema: deleteSchema }, ({ access, params }) =>
    service.withdrawRecord(access, params),
  );
}

const stored = { schema: "PutAnswer", description: "Stored durably and resolved." };

const putSchema = describeRoute({
  operationId: "putRecord",
  summary: "Store a record",
  description: "A new version of the record. The same content again changes nothing.",
  tag: "records",
  params: RecordParams,
  body: RecordBody,
  answers: {
    200: { ...stored, description: "Stored as a new version, or unchanged." },
    201: { ...stored, description: "Stored as a new record." },
  },
  errors: ["SOURCE_NOT_ALLOWED", "FIELD_UNKNOWN", "RECORD_INVALID", "VERSION_OLDER", "VERSION_CONFLICT"],
});

const getSchema = describeRoute({
  operationId: "getRecord",
  summary: "A record with its versions, their provenance and its person",
  tag: "records",
  params: RecordParams,
  answers: { 200: { description: "The record.", schema: "StoredRecord" } },
  errors: ["RECORD_NOT_FOUND"],
});

const deleteSchema = describeRoute({
  operationId: "withdrawRecord",
  summary: "Withdraw a record",
  description: "Its person is resolved again as if the record had never been; the record and its versions stay known.",
  tag: "records",
  params: RecordParams,
  answers: { 200: { description: "What changed.", schema: "Withdrawal" } },
  errors: ["RECORD_NOT_FOUND"],
});
