// One call of the command line from its arguments to its exit status: picks the command, runs it, tells any failure.
import { CommanderError } from "commander";
import { NamesakeError } from "../shared/errors.ts";
import { buildProgram } from "./buildProgram.ts";
import type { CliContext } from "./cliContext.ts";
import { formatError } from "./formatError.ts";

const bugStatus = 1;

/**
 * Runs the command that `args` (without node and script) asks for.
 *
 * @returns the exit status: 0, the one of the catalogue for an expected failure, 1 for a bug
 */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  try {
    const program = await buildProgram(args, context);
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = expectedFailure(error, context.signal);
    context.error.write(formatError(failure, { isDebug: process.env.NAMESAKE_DEBUG === "1" }));
    return failure instanceof NamesakeError ? failure.exitStatus : bugStatus;
  }
}

/** What lies behind an error: a wrong call, an interruption (whatever it broke on its way), else the error itself. */
function expectedFailure(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof CommanderError) return usageError(error);
  if (signal.aborted && !(error instanceof NamesakeError))
    return new NamesakeError("INTERRUPTED", "", { cause: error });
  return error;
}

function usageError(error: CommanderError): NamesakeError {
  if (error.code === "commander.help") return new NamesakeError("USAGE", "No command was given.");
  const lines = error.message.replace(/^error: /, "").split("\n");
  return new NamesakeError(
    "USAGE",
    lines.map((line) => line.replace(/^\((.*)\)$/, "$1")),
  );
}
