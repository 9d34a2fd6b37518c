// A route's pattern as the documentation writes it, "/v1/persons/{id}": the only form in which addresses reach logs,
// metrics and the audit.
import type { FastifyRequest } from "fastify";

const patterns = new Map<string, string>();

/** Fastify's "/v1/persons/:id" as "/v1/persons/{id}". */
export function routePattern(url: string): string {
  const known = patterns.get(url);
  if (known !== undefined) return known;
  const pattern = url.replace(/:(\w+)/g, "{$1}");
  patterns.set(url, pattern);
  return pattern;
}

/** The pattern of the route that a request met; "unknown" where it met none. */
export const patternOf = (request: FastifyRequest): string =>
  request.is404 ? "unknown" : routePattern(request.routeOptions.url ?? "unknown");
