// namesake link: files of records in, a folder of clusters, links, model and report out.
import { Command, Option } from "commander";
import type { LinkOptions, WriteOptions } from "../../linkage/linkOptions.ts";
import type { Favour } from "../../linkage/settings/resolvedSettings.ts";
import type { CliContext } from "../cliContext.ts";
import { createProgressView } from "../createProgressView.ts";
import { omitUndefined } from "../parse/omitUndefined.ts";
import { parseMemorySize } from "../parse/parseMemorySize.ts";
import { parseShare } from "../parse/parseShare.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";
import { printSummary } from "../printSummary.ts";

/** The flags as commander reads them. */
export interface LinkFlags {
  readonly out: string;
  readonly id?: string;
  readonly source?: string;
  readonly acrossOnly?: true;
  readonly truth?: string;
  readonly settings?: string;
  readonly model?: string;
  readonly decisions?: string;
  readonly labels?: string;
  readonly favour?: Favour;
  readonly maxFalseMerge?: number;
  readonly format?: "csv" | "parquet";
  readonly threads?: number;
  readonly memory?: number;
  readonly seed?: number;
  readonly overwrite?: true;
  readonly examples: boolean;
  readonly quiet?: true;
  readonly json?: true;
}

const moreHelp = `
FILE is CSV, Parquet or NDJSON, gzipped or not, a quoted glob, or - for standard input.
Several files are several sources; one file may name its sources in a column (--source).

Examples:
  namesake link people.csv --out run1
  namesake link a.csv b.parquet --across-only --out run2
  namesake link people.csv --model run1/model.json --out run3
`;

/** The command, ready to be added to the program. */
export function linkCommand(context: CliContext): Command {
  return new Command("link")
    .summary("find which records are the same person")
    .description("Find which records are the same person. Needs no settings: everything is chosen from the data.")
    .argument("<file...>", "files of records")
    .requiredOption("--out <dir>", "folder to write; it appears complete or not at all")
    .option("--id <column>", "identifier of a record (default: the column that looks like one, else row numbers)")
    .option("--source <column>", "column that names the source of each record")
    .option("--across-only", "only records of different sources can be the same person")
    .option("--truth <file|column>", "true clusters, to evaluate the result; they change nothing in it")
    .option("--settings <file>", "settings as JSON; a run's settings.json repeats it")
    .option("--model <file>", "score with the model of an earlier run, without training")
    .option(
      "--decisions <file>",
      "rulings to obey: kind (same, different), left_source, left_id, right_source, right_id",
    )
    .addOption(
      new Option(
        "--labels <file>",
        "pairs known to be the same or different (as --decisions), or clusters (record_id, cluster_id): teach, force nothing",
      ).conflicts("model"),
    )
    .addOption(
      new Option("--favour <what>", "rather miss links or rather make wrong ones").choices([
        "precision",
        "balance",
        "recall",
      ]),
    )
    .option("--max-false-merge <rate>", "largest share of links that may be false, as the model expects it", parseShare)
    .addOption(
      new Option("--format <format>", "of clusters and links (default: clusters csv, links parquet)").choices([
        "csv",
        "parquet",
      ]),
    )
    .option("--threads <n>", "threads to use (default: one per core)", parseWholeNumber(1, 1024))
    .option("--memory <size>", "memory to stay within, such as 4G (default: most of the machine's)", parseMemorySize)
    .option("--seed <n>", "seed of every random choice", parseWholeNumber(0, 2 ** 32 - 1))
    .option("--overwrite", "replace the folder where it exists")
    .option("--no-examples", "leave personal data out of the report")
    .addOption(new Option("--quiet", "print nothing but errors").conflicts("json"))
    .option("--json", "print summary.json on standard output, and nothing else there")
    .addHelpText("after", moreHelp)
    .action((files: string[], flags: LinkFlags) => runLink(files, flags, context));
}

async function runLink(files: string[], flags: LinkFlags, context: CliContext): Promise<void> {
  const { linkToFolder } = await import("../../linkage/link.ts");
  const view = flags.quiet === true ? null : createProgressView(context);
  const onProgress = view === null ? {} : { onProgress: view.show };
  try {
    const asked = { ...linkOptionsOf(files, flags), signal: context.signal, ...onProgress };
    const summary = await linkToFolder(asked, writeOptionsOf(flags));
    view?.finish();
    if (flags.json === true) context.out.write(`${JSON.stringify(summary, null, 2)}\n`);
    else if (flags.quiet !== true) printSummary(summary, flags.out, context);
  } finally {
    view?.finish();
  }
}

/** What `link` is asked for; flags that were not given are absent. */
export function linkOptionsOf(files: readonly string[], flags: LinkFlags): LinkOptions {
  return omitUndefined({
    input: files,
    idColumn: flags.id,
    sourceColumn: flags.source,
    acrossOnly: flags.acrossOnly,
    truth: flags.truth,
    settings: flags.settings,
    model: flags.model,
    decisions: flags.decisions,
    labels: flags.labels,
    favour: flags.favour,
    maxFalseMergeRate: flags.maxFalseMerge,
    threads: flags.threads,
    memoryBytes: flags.memory,
    seed: flags.seed,
  });
}

/** What `write` is asked for. */
export function writeOptionsOf(flags: LinkFlags): WriteOptions {
  return omitUndefined({ out: flags.out, format: flags.format, overwrite: flags.overwrite, examples: flags.examples });
}
