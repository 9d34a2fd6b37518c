// Requests to a server that may be ended at any moment: an answer was acknowledged only when it came whole.
import { purpose } from "../serveSmallIndex.ts";

/** The server went away before the answer was whole. */
export class ConnectionLost extends Error {}

export interface Acknowledged {
  readonly status: number;
  /** It was asked more than once: an earlier time may have done it. */
  readonly isRepeated: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests, which fail where a member is missing
  readonly body: any;
}

export interface Connection {
  readonly url: string;
  readonly key: string;
  /** Called with each answer that came whole. */
  readonly onAnswer: () => void;
}

/** @throws ConnectionLost; what is answered with "not now" (429, 503) is asked again */
export async function askOrLose(
  { url, key, onAnswer }: Connection,
  method: string,
  path: string,
  sent?: unknown,
): Promise<Acknowledged> {
  const headers: Record<string, string> = { authorization: `Bearer ${key}`, purpose };
  if (sent !== undefined) headers["content-type"] = "application/json";
  const body = sent === undefined ? null : JSON.stringify(sent);
  for (let isRepeated = false; ; isRepeated = true) {
    const answer = await lost(async () => {
      const response = await fetch(url + path, { method, headers, body, redirect: "manual" });
      return { status: response.status, body: JSON.parse(await response.text()) };
    });
    if (answer.status === 429 || answer.status === 503) continue;
    onAnswer();
    return { ...answer, isRepeated };
  }
}

/** Answers of a bulk ingest as they come; ends with ConnectionLost where the server did. */
export async function* bulkOrLose({ url, key, onAnswer }: Connection, lines: readonly unknown[]) {
  const headers = { authorization: `Bearer ${key}`, purpose, "content-type": "application/x-ndjson" };
  const body = lines.map((line) => JSON.stringify(line)).join("\n");
  const response = await lost(() => fetch(`${url}/v1/records`, { method: "POST", headers, body }));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new ConnectionLost();
  let rest = "";
  for (;;) {
    const { value, done } = await lost(() => reader.read());
    if (done) return;
    const whole = (rest + value).split("\n");
    rest = whole.pop() ?? "";
    for (const line of whole) {
      onAnswer();
      yield JSON.parse(line) as Acknowledged["body"];
    }
  }
}

async function lost<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ConnectionLost("the server went away", { cause: error });
  }
}
