// namesake evaluate: clusters, of namesake or of any other tool, against the truth.
import { Command } from "commander";
import { NamesakeError } from "../../shared/errors.ts";
import type { CliContext } from "../cliContext.ts";
import { formatCount } from "../format/formatCount.ts";
import { formatEvaluation } from "../formatEvaluation.ts";
import { formatSubgroups } from "../formatSubgroups.ts";
import { omitUndefined } from "../parse/omitUndefined.ts";

interface EvaluateFlags {
  readonly clusters: string;
  readonly truth: string;
  readonly acrossOnly?: true;
  readonly records?: readonly string[];
  readonly id?: string;
  readonly source?: string;
  readonly json?: true;
}

const moreHelp = `
Both files (CSV, Parquet or NDJSON) hold record_id and cluster_id, or have them as their first two columns,
and may have a column source. Only records that the truth names are evaluated.
With --records, error rates are given by sex, age and origin of the name too, as far as the records tell.

Examples:
  namesake evaluate --clusters run1/clusters.csv --truth truth.csv
  namesake evaluate --clusters run1/clusters.csv --truth truth.csv --records people.csv
`;

/** The command, ready to be added to the program. */
export function evaluateCommand(context: CliContext): Command {
  return new Command("evaluate")
    .summary("measure clusters against the truth")
    .description("Measure clusters against true ones: precision, recall and more.")
    .requiredOption("--clusters <file>", "clusters found")
    .requiredOption("--truth <file>", "true clusters")
    .option("--across-only", "count only pairs of records of different sources")
    .option("--records <file...>", "the records, for error rates of groups of people")
    .option("--id <column>", "identifier of a record, as for link")
    .option("--source <column>", "column that names the source of each record, as for link")
    .option("--json", "print the measures as JSON")
    .addHelpText("after", moreHelp)
    .action((flags: EvaluateFlags) => runEvaluate(flags, context));
}

async function runEvaluate(flags: EvaluateFlags, context: CliContext): Promise<void> {
  const { readClusterFiles } = await import("../../linkage/evaluate/readClusterFiles.ts");
  const { evaluateClusters } = await import("../../linkage/evaluate/evaluateClusters.ts");
  const { acrossOnly = false } = flags;
  const { clusterOf, truthOf, sourceOf, truthAlone } = await readClusterFiles(flags, { signal: context.signal });
  if (acrossOnly && sourceOf === null) {
    throw new NamesakeError("COLUMN_NOT_FOUND", `${flags.clusters} has no column source, which --across-only needs`);
  }
  const options = sourceOf === null ? {} : { sourceOf, acrossOnly };
  const evaluation = evaluateClusters(clusterOf, truthOf, options);
  if (evaluation.records === 0) {
    throw new NamesakeError("TRUTH_INVALID", `${flags.truth} names no record of ${flags.clusters}`);
  }
  const subgroups =
    flags.records === undefined ? null : await subgroupsOf(flags.records, { ...flags, acrossOnly }, context);
  if (flags.json === true) {
    const more = subgroups === null ? {} : { subgroups };
    context.out.write(`${JSON.stringify({ ...evaluation, truthAlone, ...more }, null, 2)}\n`);
    return;
  }
  const unknown = clusterOf.length - evaluation.records;
  const notes = [
    ...(unknown > 0 ? [`Note: ${formatCount(unknown)} records have no known truth and are left out.`] : []),
    ...(truthAlone > 0 ? [`Note: ${formatCount(truthAlone)} records of the truth are not among the clusters.`] : []),
  ];
  const groups = formatSubgroups(subgroups ?? []);
  context.out.write(`${[...formatEvaluation(evaluation, { acrossOnly }), ...notes, ...groups].join("\n")}\n`);
}

async function subgroupsOf(
  input: readonly string[],
  { clusters, truth, acrossOnly, id, source }: Omit<EvaluateFlags, "acrossOnly"> & { readonly acrossOnly: boolean },
  { signal }: CliContext,
) {
  const { evaluateRecords } = await import("../../linkage/evaluate/subgroups/evaluateRecords.ts");
  const read = omitUndefined({ input, idColumn: id, sourceColumn: source, signal });
  return evaluateRecords({ clusters, truth, acrossOnly, read });
}
