// Human rulings as facts, each undone by its withdrawal.
import type { FastifyInstance } from "fastify";
import { IdParams } from "../schemas/commonSchemas.ts";
import { DecisionBody, SplitBody } from "../schemas/decisionSchemas.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import type { ServerContext } from "../serverContext.ts";

/** POST /v1/decisions, DELETE /v1/decisions/{id}, POST /v1/persons/{id}/split. */
export function addDecisionRoutes(app: FastifyInstance, { service }: ServerContext): void {
  app.post<{ Body: DecisionBody }>("/v1/decisions", { schema: decideSchema }, async ({ access, body }, reply) => {
    const answer = await service.decide(access, body);
    return reply.code(201).send(answer);
  });
  app.delete<{ Params: IdParams }>("/v1/decisions/:id", { schema: withdrawSchema }, ({ access, params }) =>
    service.withdrawDecision(access, params.id),
  );
  app.post<{ Params: IdParams; Body: SplitBody }>(
    "/v1/persons/:id/split",
    { schema: splitSchema },
    async ({ access, params, body }, reply) => {
      const answer = await service.split(access, params.id, body);
      return reply.code(201).send(answer);
    },
  );
}

const decideSchema = describeRoute({
  operationId: "decide",
  summary: "Rule that two records are the same person, or are not",
  description: "A ruling that contradicts others, through a chain too, is refused and the contradiction shown.",
  tag: "decisions",
  body: DecisionBody,
  answers: { 201: { description: "The decision, and what it changed.", schema: "Decision" } },
  errors: ["RECORD_NOT_FOUND", "DECISION_INVALID", "DECISIONS_CONTRADICT"],
});

const withdrawSchema = describeRoute({
  operationId: "withdrawDecision",
  summary: "Withdraw a decision",
  description: "Persons are as if it had never been; events name who had been told otherwise.",
  tag: "decisions",
  params: IdParams,
  answers: { 200: { description: "The decision, and what its withdrawal changed.", schema: "Decision" } },
  errors: ["DECISION_NOT_FOUND"],
});

const splitSchema = describeRoute({
  operationId: "splitPerson",
  summary: "Rule which records of a person belong together",
  tag: "decisions",
  params: IdParams,
  body: SplitBody,
  answers: { 201: { description: "The decision, and what it changed.", schema: "Decision" } },
  errors: ["PERSON_NOT_FOUND", "PERSON_GONE", "RECORD_NOT_FOUND", "DECISION_INVALID", "DECISIONS_CONTRADICT"],
});
