// The door of everything below /v1: room for the request, then a key, then a purpose, before any body is read. Who is known
// and turned away is on record; the purpose that was named is not, since anything may stand in that header.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RevokedKey } from "../../governance/clients/revokedKey.ts";
import { grantAccess } from "../../governance/policy/grantAccess.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { Release, StreamKind } from "../admission.ts";
import { problemOf } from "../problem.ts";
import { patternOf } from "../routePattern.ts";
import type { ServerContext } from "../serverContext.ts";

const bearer = /^Bearer +(\S+)$/i;

/** Adds admission, authentication and the access context to every route of this scope. */
export function addAccess(app: FastifyInstance, context: ServerContext): void {
  app.decorateRequest("access");
  app.addHook("onRequest", async (request, reply) => {
    if (context.stopping.aborted) throw new NamesakeError("STOPPING", []);
    const stream = streamKind(request);
    releaseAfter(reply, context.admission.enter(stream));
    if (!context.service.status().isReady) throw new NamesakeError("NOT_READY", []);
    reply.header("cache-control", "no-store");
    const route = `${methodOf(request)} ${patternOf(request)}`;
    const enter = (client: number): void => releaseAfter(reply, context.admission.enterClient(client, stream));
    const client = await context.authenticator.clientOf(keyOf(request)).catch((error: unknown) => {
      if (!(error instanceof RevokedKey)) throw error;
      enter(error.client);
      return throwRecorded(context, error.client, route, error);
    });
    enter(client.number);
    try {
      request.access = grantAccess(client, purposeOf(request), route);
    } catch (error) {
      await throwRecorded(context, client.number, route, error);
    }
  });
}

/** Puts a refusal on record before it leaves. */
async function throwRecorded({ store }: ServerContext, client: number, route: string, error: unknown): Promise<never> {
  const { status } = problemOf(error);
  await store.audit([{ at: new Date().toISOString(), client, purpose: "", route, status, persons: [], records: [] }]);
  throw error;
}

/** A request that will stay open; the feed is one only where it is asked for as a stream. */
function streamKind(request: FastifyRequest): StreamKind | undefined {
  const { stream } = request.routeOptions.config;
  return stream === "events" && !wantsStream(request) ? undefined : stream;
}

/** True for a GET that asks for server-sent events. */
export const wantsStream = ({ method, headers }: FastifyRequest): boolean =>
  method === "GET" && (headers.accept?.includes("text/event-stream") ?? false);

/** HEAD is answered, and counted in the audit, as GET. */
const methodOf = ({ method }: FastifyRequest): string => (method === "HEAD" ? "GET" : method);

/** 'close' comes once for every answer, finished or broken off. */
const releaseAfter = (reply: FastifyReply, release: Release): void => void reply.raw.once("close", release);

/** @throws NamesakeError KEY_MISSING, KEY_INVALID */
export function keyOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined || header === "") throw new NamesakeError("KEY_MISSING", []);
  const key = bearer.exec(header)?.[1];
  if (key === undefined) throw new NamesakeError("KEY_INVALID", []);
  return key;
}

function purposeOf(request: FastifyRequest): string | undefined {
  const header = request.headers.purpose;
  return Array.isArray(header) ? header.join(", ") : header?.trim();
}
