// One log line a request: method, route pattern, status, milliseconds. Never an address, a body, a key or an identifier.
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import { patternOf } from "../routePattern.ts";

export interface LogTarget {
  write(line: string): void;
}

/** Fastify's `logger` option. Serialisers name what may be logged, so that what Fastify logs on its own is safe too. */
export function logOptions(level: string, stream: LogTarget): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    stream,
    base: null,
    serializers: {
      req: ({ method }) => ({ method }),
      res: ({ statusCode }) => ({ statusCode }),
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        message: "",
        stack: framesOf(error),
        ...(typeof error.code === "string" ? { code: error.code } : {}),
      }),
    },
  };
}

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** Logs each request after its answer. */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method } = request;
    request.log.info({ method, route: patternOf(request), status: reply.statusCode, ms: roundMs(reply.elapsedTime) });
    done();
  });
}

const roundMs = (ms: number): number => Math.round(ms * 100) / 100;
