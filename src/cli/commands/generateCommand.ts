// namesake generate: made-up people with known truth, to try things on without anybody's data.
import { Command } from "commander";
import type { CliContext } from "../cliContext.ts";
import { createProgressView } from "../createProgressView.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";

interface GenerateFlags {
  readonly records: number;
  readonly seed: number;
  readonly out: string;
  readonly overwrite?: true;
  readonly quiet?: true;
}

/** The command, ready to be added to the program. */
export function generateCommand(context: CliContext): Command {
  return new Command("generate")
    .summary("make up people, and records of them with known truth")
    .description("Make up people and their records in several sources, with the errors that real records have.")
    .requiredOption("--out <dir>", "folder to write: records, truth and a description")
    .option("--records <n>", "records to make, about", parseWholeNumber(1, 100_000_000), 20_000)
    .option("--seed <n>", "the same seed makes the same files", parseWholeNumber(0, 2 ** 32 - 1), 1)
    .option("--overwrite", "replace the folder where it exists")
    .option("--quiet", "print nothing but errors")
    .action((flags: GenerateFlags) => runGenerate(flags, context));
}

async function runGenerate(flags: GenerateFlags, context: CliContext): Promise<void> {
  const { writeMadeUpPeople } = await import("../../generate/writeMadeUpPeople.ts");
  const view = flags.quiet === true ? null : createProgressView(context);
  const onProgress = view === null ? {} : { onProgress: view.show };
  const { records, seed, out, overwrite = false } = flags;
  try {
    await writeMadeUpPeople({ records, seed, out, overwrite, signal: context.signal, ...onProgress });
  } finally {
    view?.finish();
  }
  if (flags.quiet !== true) context.out.write(`Made-up people are in ${out}\n`);
}
