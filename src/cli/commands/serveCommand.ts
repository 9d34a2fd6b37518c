// namesake serve: the person index over HTTP, until it is told to stop.
import { Command } from "commander";
import type { CliContext } from "../cliContext.ts";
import { createProgressView } from "../createProgressView.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";

interface ServeFlags {
  readonly store: string;
  readonly port: number;
  readonly host: string;
}

const moreHelp = `
The address is printed when requests are answered; GET /docs shows the API.
Ctrl-C or SIGTERM finishes what is under way.

Example:
  namesake serve --store sqlite:persons.db --port 8080
`;

/** The command, ready to be added to the program. */
export function serveCommand(context: CliContext): Command {
  return new Command("serve")
    .summary("answer requests to the person index over HTTP")
    .description("Serve the person index: records in, persons out, in real time.")
    .requiredOption("--store <store>", "sqlite:PATH or postgres://USER@HOST/DATABASE")
    .option("--port <n>", "port to listen on; 0 picks a free one", parseWholeNumber(0, 65535), 8080)
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .addHelpText("after", moreHelp)
    .action((flags: ServeFlags) => runServe(flags, context));
}

async function runServe(flags: ServeFlags, context: CliContext): Promise<void> {
  const { startServer } = await import("../../server/startServer.ts");
  const view = createProgressView(context);
  try {
    const server = await startServer({ ...flags, onProgress: view.show, signal: context.signal });
    view.finish();
    context.out.write(`Listening on ${server.address}\n`);
    await stopAsked(context.signal);
    await server.close();
  } finally {
    view.finish();
  }
}

function stopAsked(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
