// One thread is this one; more are worker threads, and this one waits for them.
import { LoneTeam } from "./loneTeam.ts";
import type { Team } from "./team.ts";
import { ThreadTeam } from "./threadTeam.ts";

/** Threads run from now on, until `close`. */
export function createTeam(threads: number, signal?: AbortSignal): Team {
  return threads <= 1 ? new LoneTeam(signal) : new ThreadTeam(threads, signal);
}
