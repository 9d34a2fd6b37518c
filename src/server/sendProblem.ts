// Answers with a problem document and the headers that belong to its status.
import type { FastifyReply } from "fastify";
import { type Problem, problemOf, problemType } from "./problem.ts";

const retrySeconds = 1;

/** Sends the problem of an error. */
export function sendProblem(reply: FastifyReply, error: unknown, extension: Partial<Problem> = {}): FastifyReply {
  const problem = { ...problemOf(error), ...extension };
  if (problem.status === 401) reply.header("www-authenticate", 'Bearer realm="namesake"');
  if (problem.status === 429 || problem.status === 503) reply.header("retry-after", retrySeconds);
  if (problem.code === "STOPPING" || problem.status === 413) reply.header("connection", "close");
  return reply.code(problem.status).header("content-type", problemType).send(JSON.stringify(problem));
}
