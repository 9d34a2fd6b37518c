// Admission control: what cannot be answered soon is refused at once (503, or 429 for the client that asks too much), so that
// no queue grows. A request's wait is measured as the time since the event loop began to work off what had arrived: in an
// overloaded single thread requests wait in the sockets, not in our code, and this is where it shows.
import { NamesakeError } from "../shared/errors.ts";
import type { ServerLimits } from "./limits.ts";

export type StreamKind = "bulk" | "events";

/** Gives back the place of a request; must be called once. */
export type Release = () => void;

export interface Admission {
  /** Takes a place for a request. @throws NamesakeError OVERLOADED */
  enter(kind: StreamKind | undefined): Release;
  /** Takes a place for a request of a client. @throws NamesakeError RATE_LIMITED */
  enterClient(client: number, kind: StreamKind | undefined): Release;
  /** Requests being answered now. */
  inFlight(): number;
}

interface ClientUse {
  inFlight: number;
  /** Requests it may still send now; fills up with time. */
  tokens: number;
  filledAt: number;
}

/**
 * @param now milliseconds that never go back
 * @param afterTurn calls back when the event loop has worked off what had arrived
 */
export function createAdmission(
  limits: ServerLimits,
  now: () => number = () => performance.now(),
  afterTurn: (callback: () => void) => void = setImmediate,
): Admission {
  const counts = { request: 0, bulk: 0, events: 0 };
  const maxima = { request: limits.inFlightMax, bulk: limits.bulkStreamsMax, events: limits.eventStreamsMax };
  const clients = new Map<number, ClientUse>();
  let turnBegan = -1;

  const waited = (): number => {
    if (turnBegan >= 0) return now() - turnBegan;
    turnBegan = now();
    afterTurn(() => {
      turnBegan = -1;
    });
    return 0;
  };

  return {
    enter(kind) {
      const group = kind ?? "request";
      if (counts[group] >= maxima[group] || waited() > limits.waitMsMax) throw new NamesakeError("OVERLOADED", []);
      counts[group]++;
      return () => counts[group]--;
    },
    enterClient(client, kind) {
      const use = clients.get(client) ?? { inFlight: 0, tokens: limits.perSecondPerClient, filledAt: now() };
      clients.set(client, use);
      fill(use, limits.perSecondPerClient, now());
      if (use.tokens < 1) throw new NamesakeError("RATE_LIMITED", []);
      if (kind === undefined && use.inFlight >= limits.inFlightPerClient) throw new NamesakeError("RATE_LIMITED", []);
      use.tokens--;
      if (kind !== undefined) return () => {};
      use.inFlight++;
      return () => use.inFlight--;
    },
    inFlight: () => counts.request,
  };
}

function fill(use: ClientUse, perSecond: number, at: number): void {
  use.tokens = Math.min(perSecond, use.tokens + ((at - use.filledAt) / 1000) * perSecond);
  use.filledAt = at;
}
