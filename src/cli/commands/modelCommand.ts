// namesake model: takes over a Splink model, scores with it, and gives our own model to Splink.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import type { CliContext } from "../cliContext.ts";
import { createProgressView } from "../createProgressView.ts";
import { formatCount } from "../format/formatCount.ts";
import { omitUndefined } from "../parse/omitUndefined.ts";
import { parseMemorySize } from "../parse/parseMemorySize.ts";
import { parseNumber } from "../parse/parseNumber.ts";
import { parseWholeNumber } from "../parse/parseWholeNumber.ts";

interface ScoreFlags {
  readonly model: string;
  readonly out: string;
  readonly id?: string;
  readonly source?: string;
  readonly threshold?: number;
  readonly format?: "csv" | "parquet";
  readonly threads?: number;
  readonly memory?: number;
  readonly overwrite?: true;
  readonly quiet?: true;
  readonly json?: true;
}

/** The command with its three parts, ready to be added to the program. */
export function modelCommand(context: CliContext): Command {
  return new Command("model")
    .summary("exchange models with Splink")
    .description("Take over a model of Splink 4 or 5, score with it as Splink does, or give a trained model to Splink.")
    .addCommand(importPart(context))
    .addCommand(scorePart(context))
    .addCommand(exportPart(context));
}

function importPart(context: CliContext): Command {
  return new Command("import")
    .summary("take over a Splink model")
    .description("Check a model or settings file of Splink 4 or 5 (DuckDB) to its last level and write it for scoring.")
    .argument("<file>", "JSON file that Splink wrote")
    .requiredOption("--out <file|dir>", "file to write (ending in .json), or a folder for model.json")
    .option("--overwrite", "replace the file where it exists")
    .action(async (file: string, flags: { out: string; overwrite?: true }) => {
      const { importSplinkModel } = await import("../../linkage/splink/importSplinkModel.ts");
      const { model, path } = await importSplinkModel(file, flags.out, flags.overwrite);
      const levels = model.comparisons.reduce((sum, comparison) => sum + comparison.levels.length, 0);
      context.out.write(
        `${path}: ${model.comparisons.length} comparisons with ${levels} levels, ${model.rules.length} blocking rules\n` +
          `Score with it: ${context.program} model score FILE --model ${path} --out DIR\n`,
      );
    });
}

function scorePart(context: CliContext): Command {
  return new Command("score")
    .summary("score records with a Splink model, as Splink does")
    .description("Score the pairs that the model's blocking rules make; write links and connected components.")
    .argument("<file...>", "files of records, as for link")
    .requiredOption("--model <file>", "model of Splink, imported or as Splink wrote it")
    .requiredOption("--out <dir>", "folder to write; it appears complete or not at all")
    .option("--id <column>", "identifier of a record (default: the one that the model names)")
    .option("--source <column>", "column that names the source of each record")
    .option("--threshold <weight>", "match weight in bits from which a pair is kept (default: 0)", parseNumber)
    .addOption(new Option("--format <format>", "of links and clusters").choices(["csv", "parquet"]))
    .option("--threads <n>", "threads to use (default: one per core)", parseWholeNumber(1, 1024))
    .option("--memory <size>", "memory for reading, such as 4G", parseMemorySize)
    .option("--overwrite", "replace the folder where it exists")
    .addOption(new Option("--quiet", "print nothing but errors").conflicts("json"))
    .option("--json", "print what was done as JSON")
    .action((files: string[], flags: ScoreFlags) => runScore(files, flags, context));
}

async function runScore(files: string[], flags: ScoreFlags, context: CliContext): Promise<void> {
  const { scoreWithSplinkModel } = await import("../../linkage/splink/scoreWithSplinkModel.ts");
  const { model, out, threshold, format, threads, overwrite } = flags;
  const view = flags.quiet === true ? null : createProgressView(context);
  const given = { input: files, model, out, threshold, format, threads, overwrite, signal: context.signal };
  const roles = { idColumn: flags.id, sourceColumn: flags.source, memoryBytes: flags.memory, onProgress: view?.show };
  try {
    const summary = await scoreWithSplinkModel(omitUndefined({ ...given, ...roles }));
    view?.finish();
    if (flags.json === true) context.out.write(`${JSON.stringify(summary, null, 2)}\n`);
    else if (flags.quiet !== true) {
      const { records, links, clusters } = summary;
      context.out.write(
        `${formatCount(records)} records, ${formatCount(links)} links, ${formatCount(clusters)} clusters: ${out}\n`,
      );
    }
  } finally {
    view?.finish();
  }
}

function exportPart(context: CliContext): Command {
  return new Command("export")
    .summary("give a trained model to Splink")
    .description("Write a trained model and its blocking rules as Splink 5 settings; what Splink cannot say is listed.")
    .argument("<run|model>", "folder that namesake link wrote, or a model.json")
    .addOption(new Option("--to <program>", "whom the model is for").choices(["splink"]).makeOptionMandatory())
    .requiredOption("--out <file>", "file to write")
    .option("--id <column>", "identifier column of the files that Splink will read", "unique_id")
    .option("--overwrite", "replace the file where it exists")
    .action(async (from: string, flags: { out: string; id: string; overwrite?: true }) => {
      const { loadModel } = await import("../../linkage/settings/loadModel.ts");
      const { exportToSplink } = await import("../../linkage/splink/exportToSplink.ts");
      const { writeNewFile } = await import("../../linkage/splink/writeNewFile.ts");
      const isFolder = await stat(from).then(
        (facts) => facts.isDirectory(),
        () => false,
      );
      const { settings, leftOut } = exportToSplink(await loadModel(isFolder ? join(from, "model.json") : from), {
        idColumn: flags.id,
      });
      await writeNewFile(flags.out, `${JSON.stringify(settings, null, 2)}\n`, flags.overwrite ?? false);
      const lines = leftOut.map((what) => `  ${what}`);
      context.out.write(
        [`${flags.out} is written. Splink cannot say, so that it is left out:`, ...lines, ""].join("\n"),
      );
    });
}
