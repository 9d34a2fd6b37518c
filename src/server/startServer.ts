// The whole server, as `namesake serve` starts it: store, index, HTTP; closed in the opposite order.
import type { Progress } from "../linkage/linkOptions.ts";
import { openPersonService } from "../persons/openPersonService.ts";
import { NamesakeError } from "../shared/errors.ts";
import { openStore } from "../store/openStore.ts";
import type { ServerLimits } from "./limits.ts";
import { listen, type RunningServer } from "./listen.ts";
import { openLog } from "./openLog.ts";

export interface StartOptions {
  /** "sqlite:PATH" or "postgres://…". */
  readonly store: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** Told how far the index has been read. */
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting it gives up starting. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ServerLimits>;
  /** Log lines (JSON, one a request) to standard error from this level on; "silent" for none. */
  readonly logLevel?: "info" | "warn" | "error" | "silent";
}

/**
 * Opens the store's index and serves it.
 *
 * @returns once requests are answered; `close` finishes what is under way and closes the store too
 * @throws NamesakeError STORE_*, MODEL_*, ADDRESS_IN_USE, INTERRUPTED
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { store: place, port, host, onProgress, signal, limits = {}, logLevel: level = "info" } = options;
  const closers: (() => void | Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const log = openLog(process.stderr);
    closers.push(log.flush);
    const store = await openStore({ store: place, role: "index" });
    closers.push(() => store.close());
    const shown = onProgress === undefined ? {} : { onProgress };
    const service = await openPersonService({ store, isSearched: true, ...shown });
    closers.push(() => service.close());
    if (signal?.aborted) throw new NamesakeError("INTERRUPTED", []);
    const logged = level === "silent" ? {} : { log: { target: log, level } };
    const running = await listen({ service, store, port, host, limits, ...logged });
    closers.push(() => running.close());
    return { address: running.address, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
