// Everything that should not be sent: a coded problem each, nothing stored, and the server still answers.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { type Asked, serveSmallIndex } from "./serveSmallIndex.ts";

interface BadCase {
  readonly what: string;
  readonly path?: string;
  readonly asked: Asked;
  readonly status: number;
  readonly code: string;
}

const put = "/v1/records/clinic/1";
const match = "/v1/match";
const search = "/v1/persons/search";
const person = "/v1/persons/01900000-0000-7000-8000-ffffffffffff";
const key = { source: "clinic", id: "1" };
const mebibyte = "x".repeat(1 << 20);
const deep = `{"fields":${'{"a":'.repeat(10_000)}1${"}".repeat(10_001)}`;

const sent = (body: unknown, changes: Asked = {}): Asked => ({ method: "PUT", body, ...changes });
const invalid = { status: 400, code: "REQUEST_INVALID" };
const text = { status: 400, code: "TEXT_NOT_ALLOWED" };
const notJson = { status: 400, code: "BODY_NOT_JSON" };

const cases: readonly BadCase[] = [
  { what: "not JSON", asked: sent("{fields"), ...notJson },
  { what: "no body", asked: sent(""), ...notJson },
  { what: "Latin-1", asked: sent(Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d)), ...notJson },
  { what: "an array", asked: sent([]), ...invalid },
  { what: "null", asked: sent("null"), ...invalid },
  { what: "fields missing", asked: sent({}), ...invalid },
  { what: "a field of another type", asked: sent({ fields: { surname: 5 } }), ...invalid },
  { what: "an unknown member", asked: sent({ fields: {}, observed: "2020-01-01" }), ...invalid },
  { what: "an unknown field", asked: sent({ fields: { surnam: "x" } }), status: 400, code: "FIELD_UNKNOWN" },
  {
    what: "a field named as a method",
    asked: sent({ fields: { constructor: "x" } }),
    status: 400,
    code: "FIELD_UNKNOWN",
  },
  { what: "__proto__", asked: sent('{"fields":{"__proto__":"x"}}'), ...text },
  { what: "__proto__ as a member", asked: sent('{"__proto__":{"fields":{}}}'), ...text },
  { what: "NUL", asked: sent({ fields: { surname: "a\u0000b" } }), ...text },
  { what: "a lone surrogate", asked: sent('{"fields":{"surname":"a\\ud800"}}'), ...text },
  { what: "a lone surrogate in a name", asked: sent('{"fields":{"\\udfff":"a"}}'), ...text },
  { what: "no such day", asked: sent({ fields: {}, observedAt: "2023-02-29" }), ...invalid },
  { what: "a negative version", asked: sent({ fields: {}, version: -1 }), ...invalid },
  { what: "a broken version", asked: sent({ fields: {}, version: 1.5 }), ...invalid },
  { what: "an endless version", asked: sent('{"fields":{},"version":1e999}'), ...invalid },
  { what: "10,000 deep", asked: sent(deep), status: 400, code: "BODY_TOO_DEEP" },
  { what: "a mebibyte of name", asked: sent({ fields: { surname: mebibyte.slice(100) } }), ...invalid },
  { what: "more than a mebibyte", asked: sent({ fields: { surname: mebibyte } }), status: 413, code: "BODY_TOO_LARGE" },
  {
    what: "text",
    asked: sent("x", { headers: { "content-type": "text/plain" } }),
    status: 415,
    code: "CONTENT_TYPE_UNSUPPORTED",
  },
  {
    what: "a form",
    asked: sent("a=b", { headers: { "content-type": "application/x-www-form-urlencoded" } }),
    status: 415,
    code: "CONTENT_TYPE_UNSUPPORTED",
  },
  { what: "JSON for bulk", path: "/v1/records", asked: { body: {} }, status: 415, code: "CONTENT_TYPE_UNSUPPORTED" },
  { what: "too many matches", path: match, asked: { body: { fields: {}, limit: 101 } }, ...invalid },
  { what: "a probability above 1", path: match, asked: { body: { fields: {}, minProbability: 1.5 } }, ...invalid },
  { what: "no query", path: search, asked: { body: {} }, ...invalid },
  {
    what: "a made-up cursor",
    path: search,
    asked: { body: { q: "a", cursor: "AAAAAAAAAAAAAAAA" } },
    status: 400,
    code: "CURSOR_INVALID",
  },
  {
    what: "a made-up cursor of reviews",
    path: "/v1/reviews?cursor=AAAAAAAAAAAAAAAA",
    asked: {},
    status: 400,
    code: "CURSOR_INVALID",
  },
  { what: "a made-up cursor of events", path: "/v1/events?after=abc", asked: {}, status: 400, code: "CURSOR_INVALID" },
  {
    what: "a cursor from the future",
    path: "/v1/events?after=999999999",
    asked: {},
    status: 400,
    code: "CURSOR_INVALID",
  },
  { what: "a negative cursor", path: "/v1/events?after=-1", asked: {}, status: 400, code: "CURSOR_INVALID" },
  { what: "an unknown parameter", path: "/v1/events?afetr=1", asked: {}, ...invalid },
  { what: "a parameter twice", path: "/v1/events?after=1&after=2", asked: {}, ...invalid },
  { what: "no time", path: `${person}?asAt=yesterday`, asked: {}, ...invalid },
  { what: "no such time", path: `${person}?asAt=2023-02-30T00:00:00Z`, asked: {}, ...invalid },
  { what: "no such person", path: person, asked: {}, status: 404, code: "PERSON_NOT_FOUND" },
  {
    what: "an identifier of no form",
    path: "/v1/persons/%F0%9F%92%A9'%22",
    asked: {},
    status: 404,
    code: "PERSON_NOT_FOUND",
  },
  { what: "NUL in an address", path: "/v1/persons/%00", asked: {}, ...text },
  { what: "NUL in a record's address", path: "/v1/records/a/%00", asked: sent({ fields: {} }), ...text },
  { what: "a broken escape", path: "/v1/persons/%zz", asked: {}, status: 400, code: "REQUEST_MALFORMED" },
  { what: "an endless identifier", path: `/v1/persons/${"x".repeat(2000)}`, asked: {}, ...invalid },
  {
    what: "a kind of decision",
    path: "/v1/decisions",
    asked: { body: { kind: "split", left: key, right: key, reason: "r" } },
    ...invalid,
  },
  {
    what: "no reason",
    path: "/v1/decisions",
    asked: { body: { kind: "same", left: key, right: { ...key, id: "2" }, reason: "" } },
    ...invalid,
  },
  { what: "one group", path: `${person}/split`, asked: { body: { groups: [[key]], reason: "r" } }, ...invalid },
  {
    what: "an empty group",
    path: `${person}/split`,
    asked: { body: { groups: [[key], []], reason: "r" } },
    ...invalid,
  },
  {
    what: "a billion groups",
    path: `${person}/split`,
    asked: { body: { groups: Array.from({ length: 101 }, () => [key]), reason: "r" } },
    ...invalid,
  },
  { what: "resolved without a ruling", path: "/v1/reviews/1", asked: { body: { action: "resolve" } }, ...invalid },
  { what: "an unknown address", path: "/v1/nothing", asked: {}, status: 404, code: "ROUTE_NOT_FOUND" },
  { what: "another method", path: match, asked: {}, status: 405, code: "METHOD_NOT_ALLOWED" },
  {
    what: "another method with a body of no kind",
    path: person,
    asked: { method: "POST", body: "x", headers: { "content-type": "x" } },
    status: 405,
    code: "METHOD_NOT_ALLOWED",
  },
  {
    what: "a method with rules of its own",
    path: person,
    asked: { method: "QUERY" },
    status: 405,
    code: "METHOD_NOT_ALLOWED",
  },
];

test("each bad request has its code, stores nothing, and is not echoed", async (t) => {
  const { ask, store } = await serveSmallIndex(t);
  for (const { what, path = put, asked, status, code } of cases) {
    const answer = await ask(path, asked);
    assert.equal(answer.body?.code, code, `${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
    assert.equal(answer.status, status, what);
    assert.equal(answer.body.type, `urn:namesake:problem:${code}`);
    assert.ok(answer.text.length < 4000, `${what}: the answer is short`);
  }
  assert.equal((await store.head()).records, 0);
  assert.equal((await ask("/health/ready", { key: null })).status, 200);
});

test("a hundred megabytes are refused before they are read", async (t) => {
  const { url, key } = await serveSmallIndex(t);
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  const head = ["POST /v1/match HTTP/1.1", "Host: x", `Authorization: Bearer ${key}`, "Purpose: TESTING"];
  socket.write([...head, "Content-Type: application/json", "Content-Length: 104857600", "", ""].join("\r\n"));
  const [status] = (await readAll(socket)).split("\r\n");
  assert.match(status ?? "", /413/);
});

test("a body that does not come is given up", async (t) => {
  const { url, key } = await serveSmallIndex(t, { bodyMsMax: 50 });
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  const head = ["POST /v1/match HTTP/1.1", "Host: x", `Authorization: Bearer ${key}`, "Purpose: TESTING"];
  socket.write([...head, "Content-Type: application/json", "Content-Length: 100", "", "{"].join("\r\n"));
  const answer = await readAll(socket);
  assert.match(answer, /408/);
  assert.match(answer, /REQUEST_TIMEOUT/);
});

test("what is not HTTP is told so", async (t) => {
  const { url } = await serveSmallIndex(t);
  for (const [bytes, code] of [
    ["GARBAGE\r\n\r\n", "REQUEST_MALFORMED"],
    [`GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "HEADERS_TOO_LARGE"],
  ] as const) {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(bytes);
    assert.match(await readAll(socket), new RegExp(code));
  }
});

test("OPTIONS says what an address takes, HEAD answers as GET without the body", async (t) => {
  const { ask } = await serveSmallIndex(t);
  const options = await ask("/v1/match", { method: "OPTIONS", key: null });
  assert.deepEqual([options.status, options.headers.get("allow")], [204, "OPTIONS, POST"]);
  const search = await ask("/v1/persons/search", { method: "OPTIONS", key: null });
  assert.equal(search.headers.get("allow"), "OPTIONS, POST");
  const head = await ask("/v1/events", { method: "HEAD" });
  assert.deepEqual([head.status, head.text], [200, ""]);
});

async function readAll(socket: ReturnType<typeof connect>): Promise<string> {
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer;
}
