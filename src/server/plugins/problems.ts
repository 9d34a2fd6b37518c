// Every failure leaves as a problem document: thrown in a route, unknown address, wrong method, malformed HTTP.
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NamesakeError } from "../../shared/errors.ts";
import { isBug, problemOf, problemType } from "../problem.ts";
import { sendProblem } from "../sendProblem.ts";

/** Adds the error handlers, and OPTIONS and 405 for every address that takes other methods. */
export function addProblems(app: FastifyInstance): void {
  const routes: { method: string; segments: string[] }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const name of [method].flat()) routes.push({ method: name, segments: url.split("/") });
  });
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  const answerUnknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const allowed = methodsAt(routes, request.url);
    if (allowed.length === 0) return sendProblem(reply, new NamesakeError("ROUTE_NOT_FOUND", []));
    reply.header("allow", allowed.join(", "));
    if (request.method === "OPTIONS") return reply.code(204).send();
    return sendProblem(reply, new NamesakeError("METHOD_NOT_ALLOWED", []));
  };
  // Answered before a body is read, which nobody would take.
  app.addHook("onRequest", (request, reply, done) => {
    if (request.is404) answerUnknown(request, reply);
    else done();
  });
  app.setNotFoundHandler(answerUnknown);
}

/** Answers a failure; bugs are logged, without their messages, which may hold what was sent. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isBug(error)) request.log.error({ err: error as FastifyError }, "failed");
  return sendProblem(reply, error);
}

function methodsAt(routes: readonly { method: string; segments: string[] }[], url: string): string[] {
  const segments = (url.split("?")[0] ?? "").split("/");
  const fits = (pattern: readonly string[]) =>
    pattern.length === segments.length &&
    pattern.every((part, place) => (part.startsWith(":") ? segments[place] !== "" : part === segments[place]));
  const fitting = routes.filter(({ segments: pattern }) => fits(pattern));
  const exact = fitting.filter(({ segments: pattern }) => pattern.join() === segments.join());
  const methods = (exact.length > 0 ? exact : fitting).map(({ method }) => method);
  return methods.length === 0 ? [] : [...new Set([...methods, "OPTIONS"])].toSorted();
}

/** Answers what is not HTTP, or came too slowly, on the bare connection. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const known = problemOf(error);
  const problem = known.code === "INTERNAL" ? problemOf(new NamesakeError("REQUEST_MALFORMED", [])) : known;
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
