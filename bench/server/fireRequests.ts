// One kind of request against the server for some seconds, by a real HTTP load generator, with what came back.
import autocannon from "autocannon";
import { benchPurpose } from "./prepareStore.ts";

export interface Target {
  readonly url: string;
  readonly key: string;
}

export interface Shot {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: string;
}

export interface Fired {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Answers by status; "error" for connections that failed or timed out. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface Fire {
  readonly connections: number;
  readonly seconds: number;
  /** Gives the next request; called for each one sent. */
  readonly next: () => Shot;
}

/** Headers of the bench's client. */
export const headersOf = ({ key }: Target): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  purpose: benchPurpose,
  "content-type": "application/json",
});

/** Sends requests on each connection one after another and waits for each answer. */
export async function fireRequests(target: Target, { connections, seconds, next }: Fire): Promise<Fired> {
  const headers = headersOf(target);
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const requests = [{ setupRequest: (request: autocannon.Request) => ({ ...request, ...next(), headers }) }];
    const options = { url: target.url, connections, duration: seconds, timeout: 30, requests };
    const instance = autocannon(options, (error, found) => (error ? reject(error) : resolve(found)));
    instance.on("response", (_client, status, _bytes, ms) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status < 400) times.push(ms);
    });
  });
  if (result.errors > 0) statuses.error = result.errors;
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / result.duration, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1), statuses };
}
