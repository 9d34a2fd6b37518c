// How bodies are read: JSON whole and checked; NDJSON handed to its route as a stream. Anything else is 415.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { NamesakeError } from "../../shared/errors.ts";
import { parseJson } from "../body/parseJson.ts";
import type { ServerLimits } from "../limits.ts";
import { sendProblem } from "../sendProblem.ts";

const lineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"];
const bodylessMethods = new Set(["GET", "HEAD", "DELETE"]);

/** Replaces Fastify's parsers of bodies with ours. */
export function addBodies(app: FastifyInstance, limits: ServerLimits): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) => {
    if (body.length === 0 && bodylessMethods.has(request.method)) return undefined;
    return parseJson(body, limits.depthMax);
  });
}

/** Lets the routes of this scope take NDJSON, as a stream. */
export function addLineBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(lineTypes, (_request, payload, done) => done(null, payload));
}

const tooSlow = () => new NamesakeError("REQUEST_TIMEOUT", []);

/** Ends a connection whose body does not arrive in time; bulk ingest may take as long as it likes while it moves. */
export function limitBodyTime(app: FastifyInstance, limits: ServerLimits): void {
  const timers = new WeakMap<FastifyRequest["raw"], NodeJS.Timeout>();
  app.addHook("onRequest", (request, reply, done) => {
    const hasBody = request.headers["content-length"] !== undefined || "transfer-encoding" in request.headers;
    if (hasBody && request.routeOptions.config.stream === undefined) {
      const { raw } = request;
      const timer = setTimeout(() => {
        if (!raw.complete && !reply.sent) sendProblem(reply.header("connection", "close"), tooSlow());
      }, limits.bodyMsMax);
      timer.unref();
      timers.set(raw, timer);
    }
    done();
  });
  app.addHook("preHandler", (request, _reply, done) => {
    clearTimeout(timers.get(request.raw));
    done();
  });
}
