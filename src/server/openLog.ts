// Log lines to a stream in blocks: a write to the system for each request would cost more than many requests do.
import type { Writable } from "node:stream";
import type { LogTarget } from "./plugins/requestLog.ts";

const flushMs = 100;
const blockLength = 1 << 15;

export interface BufferedLog extends LogTarget {
  /** Writes what is held back. */
  flush(): void;
}

/** A target for `ServerOptions.log` that writes to `stream` at the latest after a tenth of a second. */
export function openLog(stream: Pick<Writable, "write">): BufferedLog {
  let held = "";
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (held !== "") stream.write(held);
    held = "";
  };
  return {
    flush,
    write(line) {
      held += line;
      if (held.length >= blockLength) flush();
      else timer ??= setTimeout(flush, flushMs);
    },
  };
}
