// The HTTP interface of the person index: hooks in the order in which a request meets them, then the routes.
import { type FastifyInstance, fastify, LogController } from "fastify";
import { createAuthenticator } from "../governance/clients/authenticator.ts";
import type { PersonService } from "../persons/personService.ts";
import { NamesakeError } from "../shared/errors.ts";
import type { PersonStore } from "../store/personStore.ts";
import { createAdmission } from "./admission.ts";
import { compileValidator } from "./body/compileValidator.ts";
import { defaultLimits, type ServerLimits } from "./limits.ts";
import { addAccess } from "./plugins/access.ts";
import { addBodies, limitBodyTime } from "./plugins/bodies.ts";
import { addMetrics } from "./plugins/metrics.ts";
import { addOpenApi } from "./plugins/openApi.ts";
import { addProblems, answerError, answerMalformed } from "./plugins/problems.ts";
import { addRequestLog, type LogTarget, logOptions } from "./plugins/requestLog.ts";
import { addBulkRoutes } from "./routes/bulkRoutes.ts";
import { addDecisionRoutes } from "./routes/decisionRoutes.ts";
import { addEventRoutes } from "./routes/eventRoutes.ts";
import { addHealthRoutes } from "./routes/healthRoutes.ts";
import { addMatchRoutes } from "./routes/matchRoutes.ts";
import { addPersonRoutes } from "./routes/personRoutes.ts";
import { addRecordRoutes } from "./routes/recordRoutes.ts";
import { addReviewRoutes } from "./routes/reviewRoutes.ts";
import type { ServerContext } from "./serverContext.ts";

export interface ServerOptions {
  readonly service: PersonService;
  readonly store: PersonStore;
  readonly limits?: Partial<ServerLimits>;
  /** Where log lines (JSON) go; nowhere where left out. */
  readonly log?: { readonly target: LogTarget; readonly level?: "info" | "warn" | "error" };
}

/**
 * The server, not yet listening. Closing it finishes requests in flight and ends event streams; the service and the store
 * stay open.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const stopping = new AbortController();
  const limits = { ...defaultLimits, ...options.limits };
  const context: ServerContext = {
    service: options.service,
    store: options.store,
    limits,
    authenticator: createAuthenticator(options.store, { lifeMs: limits.keyLifeMs }),
    admission: createAdmission(limits),
    stopping: stopping.signal,
  };
  const app = createApp(options, limits);
  app.addHook("preClose", async () => stopping.abort());
  addProblems(app);
  addRequestLog(app);
  addBodies(app, limits);
  await addOpenApi(app);
  addMetrics(app, context);
  addHealthRoutes(app, context);
  app.register(async (scope) => addPersonIndex(scope, context));
  return app;
}

function addPersonIndex(scope: FastifyInstance, context: ServerContext): void {
  addAccess(scope, context);
  limitBodyTime(scope, context.limits);
  addRecordRoutes(scope, context);
  addMatchRoutes(scope, context);
  addPersonRoutes(scope, context);
  addDecisionRoutes(scope, context);
  addReviewRoutes(scope, context);
  addEventRoutes(scope, context);
  scope.register(async (bulk) => addBulkRoutes(bulk, context));
}

function createApp({ log }: ServerOptions, limits: ServerLimits): FastifyInstance {
  const app = fastify({
    logger: log === undefined ? false : logOptions(log.level ?? "info", log.target),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytesMax,
    connectionTimeout: limits.idleMsMax,
    keepAliveTimeout: Math.min(72_000, limits.idleMsMax),
    requestTimeout: 0,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 4096 },
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerMalformed,
    http: { headersTimeout: 15_000, maxHeaderSize: 16_384 },
  });
  app.setValidatorCompiler<never>(({ schema, httpPart }) => compileValidator(schema, (httpPart ?? "body") as "body"));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setSchemaErrorFormatter((errors) =>
    errors instanceof Error ? errors : new NamesakeError("REQUEST_INVALID", []),
  );
  return app;
}
