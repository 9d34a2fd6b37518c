// namesake index load: a bulk run's model, records and clusters become an index, or the new state of one.
import { Command, Option } from "commander";
import type { CliContext } from "../../cliContext.ts";
import { createProgressView } from "../../createProgressView.ts";
import { formatCount } from "../../format/formatCount.ts";
import { storeOption } from "./storeOption.ts";

interface LoadFlags {
  readonly run: string;
  readonly store: string;
  readonly modelOnly?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** Bulk runs compare all pairs of small files, which is more than an index of many records can do for each arrival. */
const allPairsNote =
  "The model compares every two records, for its file was small: each record that comes is compared with all others. For " +
  "an index of more than some 20,000 records link a larger file, or with the setting blocking.allPairsMax = 0.\n";

export function loadPart(context: CliContext): Command {
  return new Command("load")
    .summary("make an index from a bulk run, or bring one up to it")
    .description(
      "Load a run's model, records and clusters. In an index that has records already, persons keep their identifiers.",
    )
    .requiredOption("--run <dir>", "folder that namesake link wrote")
    .addOption(storeOption())
    .option("--model-only", "load the model alone: an empty index, or the same records under a new model")
    .addOption(new Option("--dry-run", "say how many persons would merge, split and stay; change nothing"))
    .option("--json", "print what was done as JSON")
    .action((flags: LoadFlags) => runLoad(flags, context));
}

async function runLoad(flags: LoadFlags, context: CliContext): Promise<void> {
  const { openStore } = await import("../../../store/openStore.ts");
  const { loadRun } = await import("../../../persons/loadRun.ts");
  const { requireRun } = await import("../../../linkage/explain/requireRun.ts");
  const view = createProgressView(context);
  // Before a store is made for it.
  await requireRun(flags.run);
  const store = await openStore({ store: flags.store, role: "index", create: flags.dryRun !== true });
  try {
    const outcome = await loadRun({
      run: flags.run,
      store,
      modelOnly: flags.modelOnly === true,
      dryRun: flags.dryRun === true,
      onProgress: view.show,
      signal: context.signal,
    });
    view.finish();
    if (flags.json === true) {
      context.out.write(`${JSON.stringify(outcome, null, 2)}\n`);
      return;
    }
    const { records, persons, created, merged, split, stayed, keptWithdrawn, comparesAllPairs } = outcome;
    const would = flags.dryRun === true ? "would be " : "";
    context.out.write(
      `${formatCount(records)} records, ${formatCount(persons)} persons\n` +
        `${formatCount(created)} ${would}created, ${formatCount(stayed)} stay, ${formatCount(merged)} ${would}merged, ` +
        `${formatCount(split)} ${would}split\n` +
        (keptWithdrawn === 0
          ? ""
          : `${formatCount(keptWithdrawn)} withdrawn records stay so: the run holds nothing new of them\n`),
    );
    if (comparesAllPairs) context.error.write(allPairsNote);
  } finally {
    view.finish();
    await store.close();
  }
}
