// A real server over a real index of a few made-up people, with clients that may see all, some sources, or some fields.
import type { TestContext } from "node:test";
import { addClient, type ClientRequest } from "../../src/governance/addClient.ts";
import type { Model } from "../../src/linkage/model.ts";
import type { RecordInput } from "../../src/persons/personService.ts";
import type { ServerLimits } from "../../src/server/limits.ts";
import { listen } from "../../src/server/listen.ts";
import { withoutColumns } from "../linkage/madeUpRecords.ts";
import { openSmallIndex, type SmallIndex, toInput, trainSmall } from "../persons/smallIndex.ts";

export const purpose = "TESTING";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests, which fail where a member is missing
  readonly body: any;
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly key?: string | null;
}

export interface SmallServer extends SmallIndex {
  readonly url: string;
  /** Key of a client that sees everything. */
  readonly key: string;
  readonly inputs: readonly RecordInput[];
  /** Every log line so far. */
  readonly log: string[];
  /** Adds a client and gives its key. */
  addClient(changes: Partial<ClientRequest> & { name: string }): Promise<string>;
  /** Asks as the client that sees everything, unless a key is given (null: none). A body is sent as JSON, a text as it is. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Puts records one by one. */
  put(records: readonly RecordInput[]): Promise<void>;
  closeServer(): Promise<void>;
}

let trained: Promise<{ inputs: RecordInput[]; model: Model }> | null = null;

/** Made-up records and a model trained on them, once a test file. */
export function smallWorld(): Promise<{ inputs: RecordInput[]; model: Model }> {
  trained ??= trainSmall(300, 7).then(({ rows, model }) => ({
    inputs: withoutColumns(rows, "recorded_on").map(toInput),
    model,
  }));
  return trained;
}

/** Starts a server over an empty index with the small world's model. */
export async function serveSmallIndex(t: TestContext, limits: Partial<ServerLimits> = {}): Promise<SmallServer> {
  const { inputs, model } = await smallWorld();
  const index = await openSmallIndex(model);
  const log: string[] = [];
  const target = { write: (line: string) => void log.push(line) };
  const running = await listen({ ...index, limits, log: { target }, port: 0, host: "127.0.0.1", graceMs: 1000 });
  const add: SmallServer["addClient"] = async (changes) => {
    const request = { purposes: [purpose], sources: null, fields: null, ...changes };
    return (await addClient(index.store, request)).key;
  };
  const key = await add({ name: "everything" });
  const ask: SmallServer["ask"] = (path, asked = {}) => sendRequest(running.address, key, path, asked);
  t.after(async () => {
    await running.close();
    await index.close();
  });
  return {
    ...index,
    url: running.address,
    key,
    inputs,
    log,
    ask,
    addClient: add,
    closeServer: () => running.close(),
    async put(records) {
      for (const { source, id, ...body } of records) {
        const answer = await ask(recordPath({ source, id }), { method: "PUT", body });
        if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
      }
    },
  };
}

/** "/v1/records/SOURCE/ID" */
export const recordPath = ({ source, id }: { source: string; id: string }): string =>
  `/v1/records/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;

/** One request to a server; `usual` is the key where none is given. */
export async function sendRequest(url: string, usual: string, path: string, asked: Asked): Promise<Answer> {
  const { method = asked.body === undefined ? "GET" : "POST", body, key = usual } = asked;
  const headers = new Headers({ purpose });
  if (key !== null) headers.set("authorization", `Bearer ${key}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(asked.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const sent =
    body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const answer = await fetch(url + path, {
    method,
    headers,
    redirect: "manual",
    body: (sent ?? null) as string | null,
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  const isLines = answer.headers.get("content-type")?.includes("ndjson") ?? false;
  const parsed = isLines
    ? text
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : isJson && text !== ""
      ? JSON.parse(text)
      : undefined;
  return { status: answer.status, headers: answer.headers, text, body: parsed };
}
