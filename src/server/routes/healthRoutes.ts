// Whether the process lives, and whether it can answer. For operators; open, and without personal data.
import type { FastifyInstance } from "fastify";
import { NamesakeError } from "../../shared/errors.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import type { ServerContext } from "../serverContext.ts";

/** GET /health/live and GET /health/ready. */
export function addHealthRoutes(app: FastifyInstance, { service, stopping }: ServerContext): void {
  app.get("/health/live", { schema: liveSchema }, () => ({ status: "live" }));
  app.get("/health/ready", { schema: readySchema }, () => {
    if (stopping.aborted) throw new NamesakeError("STOPPING", []);
    if (!service.status().isReady) throw new NamesakeError("NOT_READY", []);
    return { status: "ready" };
  });
}

const liveSchema = describeRoute({
  operationId: "live",
  summary: "The process answers",
  tag: "operations",
  answers: { 200: { description: "It does.", schema: "Health" } },
  isOpen: true,
});

const readySchema = describeRoute({
  operationId: "ready",
  summary: "The index can answer",
  tag: "operations",
  answers: { 200: { description: "It can.", schema: "Health" } },
  errors: ["NOT_READY", "STOPPING"],
  isOpen: true,
});
