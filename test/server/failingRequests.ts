// Requests that fail, each with a personal value where it does not belong.
import { secretTexts } from "./secretPerson.ts";
import type { Asked } from "./serveSmallIndex.ts";

const secret = secretTexts.slice(0, 2).join(" ");

/** Path and request of each. */
export const failingRequests: readonly [string, Asked][] = [
  ["/v1/records/secret/s-one", { method: "PUT", body: `{"fields":{"given_name":"${secret}"` }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: { given_name: [secret] } } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: { given_name: `${secret}\u0000` } } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: {}, observedAt: secret } }],
  ["/v1/records/secret/s-one", { method: "PUT", body: { fields: {}, version: secret } }],
  ["/v1/match", { body: { fields: { given_name: "Zorblaxina" }, limit: secret } }],
  ["/v1/match", { body: secret, headers: { "content-type": secret } }],
  ["/v1/match", { body: secret }],
  ["/v1/persons/search", { body: { q: { name: secret } } }],
  ["/v1/persons/search", { body: { q: secret, cursor: secret } }],
  ["/v1/decisions", { body: { kind: secret, left: {}, right: {}, reason: secret } }],
  [`/v1/events?after=${encodeURIComponent(secret)}`, {}],
  [`/v1/persons/${encodeURIComponent(secret)}`, {}],
  [`/v1/persons/%zz${encodeURIComponent(secret)}`, {}],
  [`/v1/${encodeURIComponent(secret)}`, {}],
  [`/v1/records/${encodeURIComponent(secret)}/1`, {}],
  ["/v1/events", { headers: { authorization: `Bearer ${secret.replace(" ", "")}` } }],
  ["/v1/events", { headers: { purpose: secret } }],
  [
    "/v1/records",
    { method: "POST", body: `${secret}\n{"source":"secret"}\n`, headers: { "content-type": "application/x-ndjson" } },
  ],
];
