// A load writes for as long as a minute without waiting for anything: between slices it lets signals arrive, and ends
// where it was told to, with nothing kept.
import { setImmediate as nextTurn } from "node:timers/promises";
import { NamesakeError } from "../../shared/errors.ts";

/** @throws NamesakeError INTERRUPTED where the signal is aborted */
export async function requireGoOn(signal: AbortSignal | undefined): Promise<void> {
  await nextTurn();
  if (signal?.aborted === true) throw new NamesakeError("INTERRUPTED", "load");
}
