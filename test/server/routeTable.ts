// Every route of the contract with a request that succeeds for a client that sees everything, and what a client gets that
// sees nothing of it. Tests that walk it fail where a route is served that is not here.
import { type Answer, type Asked, recordPath } from "./serveSmallIndex.ts";

/** What requests of the table are about: identifiers of things that exist, all of the source "secret". */
export interface Known {
  readonly person: string;
  readonly decision: string;
  readonly review: string;
}

export interface RouteCase {
  /** As in the OpenAPI document: "GET /v1/persons/{id}". */
  readonly route: string;
  readonly path: (known: Known) => string;
  readonly asked?: (known: Known) => Asked;
  /** Statuses for the client that sees everything. */
  readonly statuses: readonly number[];
  /** Status for a client that sees other sources only. */
  readonly blind: number;
  /** Where that is 200: what its answer must be. */
  readonly isEmpty?: (answer: Answer) => boolean;
}

const one = { source: "secret", id: "s-one" };
const two = { source: "secret", id: "s-two" };
const three = { source: "secret", id: "s-three" };
const lines = { "content-type": "application/x-ndjson" };
const fields = { given_name: "Zorblaxina", surname: "Quuxworthy", birth_date: "1971-11-23" };
const hasNoItems = ({ body }: Answer): boolean => body.items.length === 0;

/** In an order in which each request still finds what it is about. */
export const routeTable: readonly RouteCase[] = [
  { route: "GET /v1/reviews", path: () => "/v1/reviews", statuses: [200], blind: 200, isEmpty: hasNoItems },
  {
    route: "POST /v1/reviews/{id}",
    path: ({ review }) => `/v1/reviews/${review}`,
    asked: () => ({ body: { action: "claim" } }),
    statuses: [200],
    blind: 404,
  },
  {
    route: "PUT /v1/records/{source}/{id}",
    path: () => recordPath(one),
    asked: () => ({ method: "PUT", body: { fields: { ...fields, town: "Vermilionstead" } } }),
    statuses: [200, 201],
    blind: 403,
  },
  {
    route: "POST /v1/records",
    path: () => "/v1/records",
    asked: () => ({ method: "POST", headers: lines, body: JSON.stringify({ ...two, fields }) }),
    statuses: [200],
    blind: 200,
    isEmpty: ({ body }) => body.length === 1 && body[0].status === 403 && body[0].code === "SOURCE_NOT_ALLOWED",
  },
  { route: "GET /v1/records/{source}/{id}", path: () => recordPath(one), statuses: [200], blind: 404 },
  {
    route: "POST /v1/match",
    path: () => "/v1/match",
    asked: () => ({ body: { fields } }),
    statuses: [200],
    blind: 200,
    isEmpty: hasNoItems,
  },
  {
    route: "POST /v1/persons/search",
    path: () => "/v1/persons/search",
    asked: () => ({ body: { q: "Zorblaxina Quuxworthy" } }),
    statuses: [200],
    blind: 200,
    isEmpty: hasNoItems,
  },
  { route: "GET /v1/persons/{id}", path: ({ person }) => `/v1/persons/${person}`, statuses: [200], blind: 404 },
  { route: "GET /v1/persons/{id}/why", path: ({ person }) => `/v1/persons/${person}/why`, statuses: [200], blind: 404 },
  {
    route: "GET /v1/persons/{id}/history",
    path: ({ person }) => `/v1/persons/${person}/history`,
    statuses: [200],
    blind: 404,
  },
  {
    route: "POST /v1/decisions",
    path: () => "/v1/decisions",
    asked: () => ({ body: { kind: "same", left: one, right: two, reason: "seen at the desk" } }),
    statuses: [201],
    blind: 404,
  },
  {
    route: "DELETE /v1/decisions/{id}",
    path: ({ decision }) => `/v1/decisions/${decision}`,
    asked: () => ({ method: "DELETE" }),
    statuses: [200],
    blind: 404,
  },
  {
    route: "GET /v1/events",
    path: () => "/v1/events?after=0&limit=1000",
    statuses: [200],
    blind: 200,
    isEmpty: ({ body }) => body.events.length === 0,
  },
  {
    route: "POST /v1/persons/{id}/split",
    path: ({ person }) => `/v1/persons/${person}/split`,
    asked: () => ({ body: { groups: [[one, two], [three]], reason: "two people" } }),
    statuses: [201],
    blind: 404,
  },
  {
    route: "DELETE /v1/records/{source}/{id}",
    path: () => recordPath(three),
    asked: () => ({ method: "DELETE" }),
    statuses: [200],
    blind: 404,
  },
];

/** Routes that need neither key nor purpose. */
export const openRoutes: readonly string[] = ["GET /health/live", "GET /health/ready", "GET /metrics"];
