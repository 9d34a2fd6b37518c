// The schema of one route, for Fastify and for the OpenAPI document: what it takes, what it answers, and every error code
// it may answer, grouped by status.
import type { TSchema } from "typebox";
import { catalogue, type ErrorCode } from "../../shared/errors.ts";
import { answerExamples } from "./answerExamples.ts";
import { refTo } from "./commonSchemas.ts";

export interface Answer {
  readonly description: string;
  /** Name of a registered schema; none for an answer without a body. */
  readonly schema?: string;
  readonly type?: string;
  /** That of the schema (answerExamples.ts) where left out. */
  readonly example?: unknown;
}

export interface RouteDescription {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly body?: TSchema;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes beside those that every route may answer. */
  readonly errors?: readonly ErrorCode[];
  /** Needs neither key nor purpose. */
  readonly isOpen?: boolean;
}

const everyRoute: readonly ErrorCode[] = [
  "REQUEST_INVALID",
  "REQUEST_MALFORMED",
  "HEADERS_TOO_LARGE",
  "TEXT_NOT_ALLOWED",
  "KEY_MISSING",
  "KEY_INVALID",
  "PURPOSE_MISSING",
  "PURPOSE_NOT_ALLOWED",
  "METHOD_NOT_ALLOWED",
  "RATE_LIMITED",
  "INTERNAL",
  "OVERLOADED",
  "NOT_READY",
  "STOPPING",
  "STORE_LOCKED",
  "STORE_READ_ONLY",
  "STORE_FULL",
  "STORE_UNAVAILABLE",
];

const openRoute: readonly ErrorCode[] = ["REQUEST_MALFORMED", "HEADERS_TOO_LARGE", "METHOD_NOT_ALLOWED", "INTERNAL"];

const everyBody: readonly ErrorCode[] = [
  "BODY_NOT_JSON",
  "BODY_TOO_DEEP",
  "BODY_TOO_LARGE",
  "CONTENT_TYPE_UNSUPPORTED",
  "REQUEST_TIMEOUT",
];

/** The `schema` option of a route. */
export function describeRoute(route: RouteDescription) {
  const { operationId, summary, description, tag, params, querystring, body } = route;
  const codes = [
    ...(route.isOpen ? openRoute : everyRoute),
    ...(body === undefined ? [] : everyBody),
    ...(route.errors ?? []),
  ];
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: route.isOpen ? [] : [{ key: [], purpose: [] }],
    ...(params === undefined ? {} : { params }),
    ...(querystring === undefined ? {} : { querystring }),
    ...(body === undefined ? {} : { body }),
    response: { ...problemResponses(codes), ...answerResponses(route.answers) },
  };
}

function answerResponses(answers: Readonly<Record<number, Answer>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, type = "application/json", ...answer }]) => {
      if (schema === undefined) return [status, { description, type: "null" }];
      const example = answer.example ?? (schema === undefined ? undefined : answerExamples[schema]);
      const media = { schema: refTo(schema), ...(example === undefined ? {} : { example }) };
      return [status, { description, content: { [type]: media } }];
    }),
  );
}

/** One response a status, whose description lists the codes with what each means. */
export function problemResponses(codes: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => catalogue[code].httpStatus);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => {
      const description = group.map((code) => `\`${code}\`: ${catalogue[code].message}`).join("\n\n");
      const example = exampleOf(group[0] ?? "INTERNAL");
      return [status, { description, content: { "application/problem+json": { schema: refTo("Problem"), example } } }];
    }),
  );
}

function exampleOf(code: ErrorCode) {
  const { httpStatus, message, next } = catalogue[code];
  return { type: `urn:namesake:problem:${code}`, title: message, status: httpStatus, detail: message, code, next };
}
