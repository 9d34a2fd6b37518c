// "Do we know this person?" and search. Both are POSTs, so that no personal data stands in an address; nothing is stored.
import type { FastifyInstance } from "fastify";
import { openCursor, sealCursor } from "../cursor.ts";
import { InvalidRequest } from "../invalidRequest.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { MatchBody } from "../schemas/matchSchemas.ts";
import { SearchBody } from "../schemas/searchSchemas.ts";
import type { ServerContext } from "../serverContext.ts";

const defaultMatches = 10;
const defaultFound = 20;

/** POST /v1/match and POST /v1/persons/search. */
export function addMatchRoutes(app: FastifyInstance, { service }: ServerContext): void {
  app.post<{ Body: MatchBody }>("/v1/match", { schema: matchSchema }, ({ access, body }) =>
    service.match(access, { limit: defaultMatches, ...body }),
  );
  app.post<{ Body: SearchBody }>("/v1/persons/search", { schema: searchSchema }, async ({ access, body }) => {
    const { q, fields, limit = defaultFound, cursor } = body;
    if (q === undefined && fields === undefined) throw noQuery();
    const query = { ...(q === undefined ? {} : { q }), ...(fields === undefined ? {} : { fields }) };
    const scope = JSON.stringify(["search", access.client, access.purpose, query]);
    const inner = cursor === undefined ? {} : { cursor: openCursor(cursor, scope) };
    const answer = await service.search(access, { ...query, limit, ...inner });
    return answer.cursor === undefined ? answer : { ...answer, cursor: sealCursor(answer.cursor, scope) };
  });
}

const noQuery = () => new InvalidRequest([{ in: "body", pointer: "", detail: "needs q or fields" }]);

const matchSchema = describeRoute({
  operationId: "match",
  summary: "Do we know this person?",
  description: "Persons that may be the one described, with what agreed and what did not. Nothing is stored.",
  tag: "persons",
  body: MatchBody,
  answers: { 200: { description: "Best first; empty where nobody fits.", schema: "Matches" } },
  errors: ["FIELD_UNKNOWN"],
});

const searchSchema = describeRoute({
  operationId: "searchPersons",
  summary: "Search for persons",
  description: "One text or named fields: partial, misspelt, nicknames, other scripts, half-known dates.",
  tag: "persons",
  body: SearchBody,
  answers: { 200: { description: "Best first, with what was found where.", schema: "SearchAnswer" } },
  errors: ["CURSOR_INVALID", "FIELD_UNKNOWN"],
});
