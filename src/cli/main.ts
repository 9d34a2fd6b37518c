// Where the command line meets the process: streams, signals and the exit status. Everything else is in runCli.ts.
import { version } from "../shared/version.ts";
import type { CliContext } from "./cliContext.ts";
import { formatError } from "./formatError.ts";
import { runCli } from "./runCli.ts";

const interruptedStatus = 130;

await main();

async function main(): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopOn(interrupt));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  process.on("uncaughtException", endWithBug);
  endWithLauncher();
  const status = await runCli(process.argv.slice(2), contextOf(interrupt.signal));
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(status);
}

function contextOf(signal: AbortSignal): CliContext {
  return {
    out: process.stdout,
    error: process.stderr,
    input: process.stdin,
    isTerminal: process.stderr.isTTY === true && process.env.TERM !== "dumb",
    columns: process.stdout.columns ?? process.stderr.columns ?? 100,
    signal,
    now: () => performance.now(),
    program: import.meta.url.endsWith(".ts") ? "bin/namesake" : "npx namesake",
    version,
  };
}

/** The first signal lets the run clean up behind itself; a second one ends it at once. */
function stopOn(interrupt: AbortController): void {
  if (interrupt.signal.aborted) process.exit(interruptedStatus);
  process.stderr.write("\nStopping; once more to stop at once.\n");
  interrupt.abort();
}

/** Where bin/namesake had to start this process beside itself (an old Node), a kill of it is meant for this one. */
function endWithLauncher(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel.unref();
}

/** A reader that has seen enough (namesake … | head) is no failure of the run. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function endWithBug(error: unknown): void {
  process.stderr.write(formatError(error, { isDebug: process.env.NAMESAKE_DEBUG === "1" }));
  process.exit(1);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write("", () => resolve());
  });
}
