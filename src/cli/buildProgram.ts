// The whole command line: one file a command, the same behaviour for all of them.
import { Command } from "commander";
import type { CliContext } from "./cliContext.ts";
import { clientsCommand } from "./commands/clientsCommand.ts";
import { evaluateCommand } from "./commands/evaluateCommand.ts";
import { explainCommand } from "./commands/explainCommand.ts";
import { generateCommand } from "./commands/generateCommand.ts";
import { indexCommand } from "./commands/indexCommand.ts";
import { linkCommand } from "./commands/linkCommand.ts";
import { modelCommand } from "./commands/modelCommand.ts";
import { profileCommand } from "./commands/profileCommand.ts";
import { reviewCommand } from "./commands/reviewCommand.ts";
import { serveCommand } from "./commands/serveCommand.ts";

const moreHelp = `
Errors go to standard error with their code; exit status 2 means the call is wrong, 3 an input,
4 settings or a model, 5 the output, 6 resources, 130 interrupted. See docs/errors.md.
`;

/**
 * The program with all commands; commander throws a CommanderError where it would end the process. The generator's
 * options come with lists of names, so that they are loaded only for a call (`args`) that speaks of it.
 */
export async function buildProgram(args: readonly string[], context: CliContext): Promise<Command> {
  const program = new Command("namesake")
    .description("Finds which records of people are the same person, which are merely namesakes, and why.")
    .version(context.version, "--version", "print the version")
    .addHelpText("after", moreHelp);
  const isGenerate = args.includes("generate");
  const entries = isGenerate ? (await import("../generate/generateOptions.ts")).generateOptions : [];
  const commands = [
    linkCommand,
    explainCommand,
    reviewCommand,
    profileCommand,
    evaluateCommand,
    modelCommand,
    indexCommand,
    clientsCommand,
    serveCommand,
  ];
  for (const create of commands) program.addCommand(create(context));
  program.addCommand(generateCommand(context, entries));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureHelp({ showGlobalOptions: false, helpWidth: Math.min(100, context.columns) })
      .configureOutput({ writeOut: (text) => context.out.write(text), writeErr: () => undefined });
  }
  return program;
}
