// Bulk ingest of records as NDJSON, answered while it is read.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { InvalidRequest } from "../invalidRequest.ts";
import { ingestLines } from "../ndjson/ingestLines.ts";
import { addLineBodies } from "../plugins/bodies.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { RecordLine } from "../schemas/recordSchemas.ts";
import type { ServerContext } from "../serverContext.ts";

const type = "application/x-ndjson";

/** POST /v1/records, in a scope of its own, since its bodies are streams. */
export async function addBulkRoutes(scope: FastifyInstance, context: ServerContext): Promise<void> {
  addLineBodies(scope);
  const options = { schema: bulkSchema, config: { stream: "bulk" as const }, validatorCompiler: () => () => true };
  scope.post("/v1/records", options, async (request, reply) => {
    if (request.body === undefined) throw new InvalidRequest([{ in: "body", pointer: "", detail: "is required" }]);
    const body = request.body as Readable;
    const answers = untilBroken(ingestLines(body, request.access, context), body);
    return reply.type(type).send(Readable.from(answers, { objectMode: true, highWaterMark: 1 }));
  });
}

/** Ends quietly where the client has gone: what was answered is kept, the rest was never acknowledged. */
async function* untilBroken(answers: AsyncGenerator<string>, body: Readable): AsyncGenerator<string> {
  try {
    yield* answers;
  } catch (error) {
    if (body.errored === null && !body.destroyed) throw error;
  }
}

const bulkSchema = {
  ...describeRoute({
    operationId: "putRecords",
    summary: "Store many records",
    description:
      "One record a line, one answer a line, in order, while the body is still being sent. A bad line gets its own problem " +
      "and the rest goes on; blank lines are passed over. Safe to repeat: the same content again changes nothing. " +
      "Read the answers while sending: the server reads on only as they are taken.",
    tag: "records",
    answers: { 200: { description: "One answer a line.", schema: "LineAnswer", type } },
    errors: ["CONTENT_TYPE_UNSUPPORTED", "REQUEST_INVALID"],
  }),
  body: {
    content: {
      [type]: {
        schema: {
          ...RecordLine,
          description: "One such object on each line.",
          examples: [{ source: "clinic", id: "17", fields: { given_name: "Maryam", surname: "Okonkwo" } }],
        },
      },
    },
  },
};
