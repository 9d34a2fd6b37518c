// What waits for a human, by harm; claimed by one reviewer at a time.
import type { FastifyInstance } from "fastify";
import { openCursor, sealCursor } from "../cursor.ts";
import { InvalidRequest } from "../invalidRequest.ts";
import { IdParams } from "../schemas/commonSchemas.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { ReviewBody, ReviewsQuery } from "../schemas/reviewSchemas.ts";
import type { ServerContext } from "../serverContext.ts";

const defaultReviews = 20;

/** GET /v1/reviews and POST /v1/reviews/{id}. */
export function addReviewRoutes(app: FastifyInstance, { service }: ServerContext): void {
  app.get<{ Querystring: ReviewsQuery }>("/v1/reviews", { schema: listSchema }, async ({ access, query }) => {
    const { limit = defaultReviews, cursor } = query;
    const scope = JSON.stringify(["reviews", access.client]);
    const inner = cursor === undefined ? {} : { cursor: openCursor(cursor, scope) };
    const answer = await service.reviews(access, { limit, ...inner });
    return answer.cursor === undefined ? answer : { ...answer, cursor: sealCursor(answer.cursor, scope) };
  });
  app.post<{ Params: IdParams; Body: ReviewBody }>("/v1/reviews/:id", { schema: actSchema }, async (request) => {
    const { access, params, body } = request;
    requireWhole(body);
    return service.actOnReview(access, params.id, body);
  });
}

/** A ruling needs its reason; claims and releases take neither. */
function requireWhole({ action, decision, reason }: ReviewBody): void {
  const isRuling = action === "resolve";
  if (isRuling && decision === undefined) throw mistake("/decision", "is required to resolve");
  if (!isRuling && decision !== undefined) throw mistake("/decision", "belongs to resolve only");
  if (isRuling && decision !== "leave" && reason === undefined) throw mistake("/reason", "is required to resolve");
}

const mistake = (pointer: string, detail: string) => new InvalidRequest([{ in: "body", pointer, detail }]);

const listSchema = describeRoute({
  operationId: "listReviews",
  summary: "Pairs and persons that need a human",
  tag: "decisions",
  querystring: ReviewsQuery,
  answers: { 200: { description: "By harm, largest first.", schema: "Reviews" } },
  errors: ["CURSOR_INVALID"],
});

const actSchema = describeRoute({
  operationId: "actOnReview",
  summary: "Claim, release or resolve a review",
  tag: "decisions",
  params: IdParams,
  body: ReviewBody,
  answers: { 200: { description: "The review as it is now.", schema: "Review" } },
  errors: ["REVIEW_NOT_FOUND", "REVIEW_CLAIMED", "DECISION_INVALID", "DECISIONS_CONTRADICT"],
});
