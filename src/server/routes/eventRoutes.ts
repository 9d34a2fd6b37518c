// The feed of events, as JSON or as server-sent events.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NamesakeError } from "../../shared/errors.ts";
import { keyOf, wantsStream } from "../plugins/access.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import { EventsQuery } from "../schemas/eventSchemas.ts";
import type { ServerContext } from "../serverContext.ts";
import { streamEvents } from "../streamEvents.ts";

const defaultEvents = 100;
const cursorForm = /^\d{1,15}$/;

/** GET /v1/events. */
export function addEventRoutes(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Querystring: EventsQuery }>(
    "/v1/events",
    { schema: eventsSchema, config: { stream: "events" } },
    async (request, reply) => {
      const { access, query } = request;
      const after = readCursor(lastEventId(request) ?? query.after ?? "0");
      if (after > 0) await requireKnownCursor(context, after);
      if (wantsStream(request)) return sendStream(request, reply, context, after);
      return context.service.events(access, { after, limit: query.limit ?? defaultEvents });
    },
  );
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const header = headers["last-event-id"];
  return typeof header === "string" && header !== "" ? header : undefined;
}

function readCursor(text: string): number {
  if (!cursorForm.test(text)) throw new NamesakeError("CURSOR_INVALID", []);
  return Number(text);
}

/** A cursor from the future is made up, or from before the store was restored: going on with it would lose events. */
async function requireKnownCursor({ store }: ServerContext, after: number): Promise<void> {
  if (after > (await store.head()).cursor) throw new NamesakeError("CURSOR_INVALID", []);
}

function sendStream(request: FastifyRequest, reply: FastifyReply, context: ServerContext, after: number) {
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  const signal = AbortSignal.any([gone.signal, context.stopping]);
  const key = keyOf(request);
  const stillMay = () =>
    context.authenticator.clientOf(key).then(
      ({ purposes }) => purposes.has(request.access.purpose),
      () => false,
    );
  const text = streamEvents(context, request.access, after, stillMay, signal);
  reply.headers({ "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" });
  return reply.send(Readable.from(text, { objectMode: true, highWaterMark: 1 }));
}

const eventsSchema = describeRoute({
  operationId: "listEvents",
  summary: "What happened, in order and without gaps",
  description:
    "With `Accept: text/event-stream` the answer goes on as events happen; `Last-Event-ID` says where to go on after a break.",
  tag: "events",
  querystring: EventsQuery,
  answers: { 200: { description: "Events after the cursor.", schema: "Events" } },
  errors: ["CURSOR_INVALID"],
});
