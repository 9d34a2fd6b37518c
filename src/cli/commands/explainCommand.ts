// namesake explain: why two records of a finished run are, or are not, taken for one person.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { Summary } from "../../linkage/linkOptions.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { CliContext } from "../cliContext.ts";
import { formatPair } from "../formatPair.ts";

const moreHelp = `
Where two sources share an identifier, write source:id.

Example:
  namesake explain --run run1 A17 B204
`;

/** The command, ready to be added to the program. */
export function explainCommand(context: CliContext): Command {
  return new Command("explain")
    .summary("show why two records are linked, or are not")
    .description("Show two records of a run side by side, and the weight of each comparison of them.")
    .argument("<id1>", "identifier of a record")
    .argument("<id2>", "identifier of another record")
    .requiredOption("--run <dir>", "folder that namesake link wrote")
    .option("--json", "print the explanation as JSON")
    .addHelpText("after", moreHelp)
    .action((left: string, right: string, flags: { run: string; json?: true }) =>
      runExplain(left, right, flags, context),
    );
}

async function runExplain(left: string, right: string, flags: { run: string; json?: true }, context: CliContext) {
  const thresholds = await readThresholds(flags.run);
  const { explainPair } = await import("../../linkage/explainPair.ts");
  const pair = await explainPair({ run: flags.run, left, right });
  const text =
    flags.json === true ? JSON.stringify(pair, null, 2) : formatPair(pair, thresholds, context.columns).join("\n");
  context.out.write(`${text}\n`);
}

async function readThresholds(run: string): Promise<Summary["thresholds"]> {
  try {
    const summary = JSON.parse(await readFile(join(run, "summary.json"), "utf8")) as Partial<Summary>;
    if (typeof summary.thresholds?.link !== "number") throw new Error("no thresholds");
    return summary.thresholds;
  } catch {
    throw new NamesakeError("RUN_INVALID", join(run, "summary.json"));
  }
}
