// namesake generate: made-up people with known truth, to try things on without anybody's data. Its flags are made from
// the generator's own list of options, so that the two cannot differ.
import { Command, InvalidArgumentError, Option } from "commander";
import type { GenerateOptionEntry, GenerateOptions } from "../../generate/generateOptions.ts";
import type { CliContext } from "../cliContext.ts";
import { createProgressView } from "../createProgressView.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";

interface GenerateFlags extends GenerateOptions {
  readonly out: string;
  readonly overwrite?: true;
  readonly quiet?: true;
}

const moreHelp = `
Writes records.csv, truth.csv and a README.md that says how they were made.

Example:
  namesake generate --records 100000 --seed 7 --out made-up
`;

/** The command, ready to be added to the program; `entries` are the generator's options. */
export function generateCommand(context: CliContext, entries: readonly GenerateOptionEntry[]): Command {
  const command = new Command("generate")
    .summary("make up people, and records of them with known truth")
    .description("Make up people and their records in several sources, with the errors that real records have.")
    .requiredOption("--out <dir>", "folder to write; it appears complete or not at all")
    .option("--overwrite", "replace the folder where it exists")
    .option("--quiet", "print nothing but errors")
    .addHelpText("after", moreHelp);
  for (const entry of entries) command.addOption(optionOf(entry));
  return command.action((flags: GenerateFlags) => runGenerate(flags, context));
}

function optionOf(entry: GenerateOptionEntry): Option {
  const name = entry.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const description =
    entry.kind === "list" && entry.choices ? `${entry.description} (${entry.choices.join(", ")})` : entry.description;
  if (entry.kind === "yes or no") {
    return entry.default === true
      ? new Option(`--no-${name}`, `leave out: ${description}`)
      : new Option(`--${name}`, description);
  }
  const value = { "whole number": "n", number: "x", list: "list", choice: "choice", date: "date" }[entry.kind];
  const option = new Option(`--${name} <${value}>`, description);
  if (entry.kind !== "list") option.default(entry.default);
  if (entry.kind === "choice") return option.choices([...(entry.choices ?? [])]);
  if (entry.kind === "number") return option.argParser(parseNumber);
  return entry.kind === "whole number" ? option.argParser(parseWholeNumber(...(entry.range ?? [0, 2 ** 32]))) : option;
}

/** Its range is checked by the generator, together with everything else. */
function parseNumber(text: string): number {
  if (!/^\d*\.?\d+$/.test(text)) throw new InvalidArgumentError("Write a number such as 0.5.");
  return Number(text);
}

async function runGenerate(flags: GenerateFlags, context: CliContext): Promise<void> {
  const { writeMadeUpPeople } = await import("../../generate/writeMadeUpPeople.ts");
  const { quiet = false, ...options } = flags;
  const view = quiet ? null : createProgressView(context);
  const onProgress = view === null ? {} : { onProgress: view.show };
  try {
    await writeMadeUpPeople({ ...options, signal: context.signal, ...onProgress });
  } finally {
    view?.finish();
  }
  if (!quiet) context.out.write(`Made-up people are in ${flags.out}: records.csv, truth.csv, README.md\n`);
}
