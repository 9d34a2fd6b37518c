// The single view of a person, why it is one, and what happened to it. A merged person is answered with the way to its
// survivor, a split one with its successors.
import type { FastifyInstance, FastifyReply } from "fastify";
import type { PersonGone } from "../../persons/personService.ts";
import { NamesakeError } from "../../shared/errors.ts";
import { parseTime } from "../body/parseTime.ts";
import { IdParams } from "../schemas/commonSchemas.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { PersonQuery } from "../schemas/personSchemas.ts";
import { sendProblem } from "../sendProblem.ts";
import type { ServerContext } from "../serverContext.ts";

/** GET /v1/persons/{id}, its /why and its /history. */
export function addPersonRoutes(app: FastifyInstance, { service }: ServerContext): void {
  app.get<{ Params: IdParams; Querystring: PersonQuery }>(
    "/v1/persons/:id",
    { schema: personSchema },
    async ({ access, params, query }, reply) => {
      const asAt =
        query.asAt === undefined ? undefined : new Date(parseTime(query.asAt, "query", "/asAt")).toISOString();
      const answer = await service.getPerson(access, params.id, asAt);
      const suffix = asAt === undefined ? "" : `?asAt=${encodeURIComponent(asAt)}`;
      return "gone" in answer ? sendGone(reply, answer, suffix) : answer;
    },
  );
  app.get<{ Params: IdParams }>("/v1/persons/:id/why", { schema: whySchema }, async ({ access, params }, reply) => {
    const answer = await service.why(access, params.id);
    return "gone" in answer ? sendGone(reply, answer, "/why") : answer;
  });
  app.get<{ Params: IdParams }>("/v1/persons/:id/history", { schema: historySchema }, ({ access, params }) =>
    service.history(access, params.id),
  );
}

function sendGone(reply: FastifyReply, { gone, survivor, successors = [] }: PersonGone, suffix: string): FastifyReply {
  if (gone === "merged" && survivor !== undefined)
    return reply.code(308).header("location", `/v1/persons/${survivor}${suffix}`).send({ gone, survivor });
  const why = gone === "withdrawn" ? "withdrawn" : "split";
  return sendProblem(reply, new NamesakeError("PERSON_GONE", []), { gone: why, successors });
}

const merged = { description: "Merged; follow Location to its survivor.", schema: "Merged" };

const personSchema = describeRoute({
  operationId: "getPerson",
  summary: "The single view of a person",
  description:
    "Every value with its records and times; one chosen by a stated rule. `asAt` gives what was believed then.",
  tag: "persons",
  params: IdParams,
  querystring: PersonQuery,
  answers: { 200: { description: "The view.", schema: "Person" }, 308: merged },
  errors: ["PERSON_NOT_FOUND", "PERSON_GONE"],
});

const whySchema = describeRoute({
  operationId: "whyPerson",
  summary: "Why these records are one person",
  tag: "persons",
  params: IdParams,
  answers: { 200: { description: "Links, decisions and the weakest bridge.", schema: "Why" }, 308: merged },
  errors: ["PERSON_NOT_FOUND", "PERSON_GONE"],
});

const historySchema = describeRoute({
  operationId: "personHistory",
  summary: "Every event of a person, with its cause",
  tag: "persons",
  params: IdParams,
  answers: { 200: { description: "Oldest first.", schema: "History" } },
  errors: ["PERSON_NOT_FOUND"],
});
