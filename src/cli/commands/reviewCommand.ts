// namesake review: asks about the pairs of a run that teach most, and keeps each ruling before the next question.
import { join } from "node:path";
import { Command } from "commander";
import { NamesakeError } from "../../shared/errors.ts";
import type { CliContext } from "../cliContext.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";
import { askPairs } from "../review/askPairs.ts";
import { readKeys } from "../review/readKeys.ts";

interface ReviewFlags {
  readonly run: string;
  readonly out?: string;
  readonly limit: number;
  readonly json?: true;
}

const moreHelp = `
Keys: y the same person, n different ones, s skip, u undo the last, q quit. Without a terminal, one answer a line.
Each ruling is written before the next question; called again, it goes on where it stopped.

Examples:
  namesake review --run run1
  namesake link people.csv --decisions run1/decisions.csv --labels run1/decisions.csv --out run2
`;

/** The command, ready to be added to the program. */
export function reviewCommand(context: CliContext): Command {
  return new Command("review")
    .summary("rule on the doubtful pairs of a run")
    .description("Ask about the doubtful pairs of a run, those first whose answers tell most, and store the rulings.")
    .requiredOption("--run <dir>", "folder that namesake link wrote")
    .option("--out <file>", "CSV file of decisions to append to (default: decisions.csv in the run's folder)")
    .option("--limit <n>", "most pairs to ask about", parseWholeNumber(1, 5000), 50)
    .option("--json", "print the pairs as JSON and ask nothing")
    .addHelpText("after", moreHelp)
    .action((flags: ReviewFlags) => runReview(flags, context));
}

async function runReview({ run, out, limit, json }: ReviewFlags, context: CliContext): Promise<void> {
  const { requireRun } = await import("../../linkage/explain/requireRun.ts");
  const { listReviewPairs } = await import("../../linkage/review/listReviewPairs.ts");
  const { DecisionsFile, readStanding } = await import("../../linkage/review/decisionsFile.ts");
  const { Rulings } = await import("../../linkage/review/rulings.ts");
  await requireRun(run);
  const path = out ?? join(run, "decisions.csv");
  const standing = new Rulings(await readStanding(path));
  const isKnown = standing.knower();
  const { pairs, thresholds } = await listReviewPairs({ run, limit, isKnown });
  if (json === true) {
    context.out.write(`${JSON.stringify({ decisions: path, thresholds, pairs }, null, 2)}\n`);
    return;
  }
  if (pairs.length === 0) {
    context.out.write(`Nothing to ask: no doubtful pair of ${run} is open.\n`);
    return;
  }
  if (context.input === undefined) throw new NamesakeError("USAGE", "There is no standard input to answer on.");
  const { file, rulings } = await DecisionsFile.open(path);
  try {
    const keys = readKeys(context.input, context.signal);
    const task = { pairs, thresholds, file, rulings: new Rulings(rulings), keys };
    const { same, different } = await askPairs(task, context);
    const count = same + different;
    context.out.write(
      count === 0
        ? "No ruling was made.\n"
        : `${count} ${count === 1 ? "ruling" : "rulings"} (${same} same, ${different} different) added to ${path}.\n` +
            `Obey them: ${context.program} link … --decisions ${path}; learn from them: --labels ${path}\n`,
    );
  } finally {
    await file.close();
  }
}
