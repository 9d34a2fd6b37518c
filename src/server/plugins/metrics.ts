// Figures for Prometheus. Labels are methods, route patterns and statuses: a bounded number of series, nothing personal.
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { patternOf } from "../routePattern.ts";
import { describeRoute } from "../schemas/describeRoute.ts";
import type { ServerContext } from "../serverContext.ts";

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const labelNames = ["method", "route", "status"] as const;

/** Counts every request and answers GET /metrics. */
export function addMetrics(app: FastifyInstance, context: ServerContext): void {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({ name: "namesake_requests_total", help: "Requests answered.", labelNames, registers });
  const seconds = new Histogram({
    name: "namesake_request_seconds",
    help: "Time to answer.",
    labelNames: ["method", "route"],
    buckets,
    registers,
  });
  addGauges(registers, context);
  app.addHook("onResponse", (request, reply, done) => {
    const route = patternOf(request);
    const { method } = request;
    requests.inc({ method, route, status: reply.statusCode });
    seconds.observe({ method, route }, reply.elapsedTime / 1000);
    done();
  });
  app.get("/metrics", { schema: metricsSchema }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

const metricsSchema = describeRoute({
  operationId: "metrics",
  summary: "Figures for Prometheus",
  tag: "operations",
  answers: {
    200: { description: "Text in Prometheus' format; no personal data.", schema: "Text", type: "text/plain" },
  },
  isOpen: true,
});

function addGauges(registers: Registry[], { service, admission }: ServerContext): void {
  const gauges: [string, string, () => number][] = [
    ["namesake_records", "Records in the index.", () => service.status().records],
    ["namesake_persons", "Persons in the index.", () => service.status().persons],
    ["namesake_write_queue", "Writes that wait for their turn.", () => service.status().queued],
    ["namesake_requests_in_flight", "Requests being answered.", () => admission.inFlight()],
  ];
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
}
