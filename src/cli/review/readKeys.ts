// Answers one by one: single keys from a terminal, the first letter of each line from anything else.
import { createInterface } from "node:readline";
import { NamesakeError } from "../../shared/errors.ts";

/** What a terminal, a pipe or a test can give. */
export type KeyInput = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
};

const interrupt = "\u0003";
const endOfInput = "\u0004";

/**
 * Keys as lower-case letters until the input ends; a terminal is left as it was found, also where the reader stops.
 * @throws NamesakeError INTERRUPTED on Ctrl-C or when `signal` is aborted
 */
export async function* readKeys(input: KeyInput, signal: AbortSignal): AsyncGenerator<string> {
  if (input.isTTY !== true || input.setRawMode === undefined) {
    yield* readLines(input, signal);
    return;
  }
  input.setRawMode(true);
  const stop = (): void => void input.pause();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of untilAborted(input, signal)) {
      for (const key of String(chunk)) {
        if (key === interrupt) throw new NamesakeError("INTERRUPTED", "");
        if (key === endOfInput) return;
        yield key.toLowerCase();
      }
    }
  } finally {
    signal.removeEventListener("abort", stop);
    input.setRawMode(false);
    input.pause();
  }
}

async function* readLines(input: KeyInput, signal: AbortSignal): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const stop = (): void => lines.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const line of lines) yield line.trim().slice(0, 1).toLowerCase();
    if (signal.aborted) throw new NamesakeError("INTERRUPTED", "");
  } finally {
    signal.removeEventListener("abort", stop);
    lines.close();
  }
}

async function* untilAborted(input: KeyInput, signal: AbortSignal): AsyncGenerator<unknown> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const iterator = input[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), aborted]);
    if (next === null) throw new NamesakeError("INTERRUPTED", "");
    if (next.done === true) return;
    yield next.value;
  }
}
