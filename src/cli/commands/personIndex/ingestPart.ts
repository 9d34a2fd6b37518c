// namesake index ingest: files into the index, one record after another, by the same door as the API.
import { Command } from "commander";
import { NamesakeError } from "../../../shared/errors.ts";
import type { CliContext } from "../../cliContext.ts";
import { createProgressView } from "../../createProgressView.ts";
import { formatCount } from "../../format/formatCount.ts";
import { operatorContext } from "../../operatorContext.ts";
import { readRecordInputs } from "../../readRecordInputs.ts";
import { storeOption } from "./storeOption.ts";

interface IngestFlags {
  readonly store: string;
  readonly id?: string;
  readonly source?: string;
  readonly json?: true;
}

const sliceSize = 512;
const shownMax = 10;

const moreHelp = `
Repeating an ingest changes nothing: a record that is known with the same content is left as it is.

Example:
  namesake index ingest arrivals.csv --id passenger_id --source carrier --store sqlite:persons.db
`;

export function ingestPart(context: CliContext): Command {
  return new Command("ingest")
    .summary("put files of records into the index")
    .description("Store the records of files and resolve each to its person, as the API does.")
    .argument("<file...>", "files of records, as for link")
    .addOption(storeOption())
    .option("--id <column>", "identifier of a record (default: the column that looks like one, else row numbers)")
    .option("--source <column|name>", "column that names the source of each record, or the name of the source of all")
    .option("--json", "print what was done as JSON")
    .addHelpText("after", moreHelp)
    .action((files: string[], flags: IngestFlags) => runIngest(files, flags, context));
}

interface Tally {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

async function runIngest(files: string[], flags: IngestFlags, context: CliContext): Promise<void> {
  const { openStore } = await import("../../../store/openStore.ts");
  const { openPersonService } = await import("../../../persons/openPersonService.ts");
  const view = createProgressView(context);
  const { signal } = context;
  const store = await openStore({ store: flags.store, role: "index" });
  try {
    const service = await openPersonService({ store, onProgress: view.show });
    try {
      const knownFields = service.knownFields();
      const inputs = await readRecordInputs({ files, idColumn: flags.id, source: flags.source, knownFields, signal });
      const tally: Tally = { created: 0, changed: 0, unchanged: 0, refused: 0 };
      let done = 0;
      const refusals: string[] = [];
      for (const slice of inputs.slices(sliceSize)) {
        if (signal.aborted) throw new NamesakeError("INTERRUPTED", `after ${done} records, which are stored`);
        for (const answer of await service.putRecords(operatorContext("index ingest"), slice)) {
          done += 1;
          if (answer instanceof NamesakeError) {
            tally.refused += 1;
            if (refusals.length < shownMax) refusals.push(`record ${done}: ${answer.code} ${answer.message}`);
          } else tally[answer.outcome] += 1;
        }
        view.show({ stage: "ingest", done, total: inputs.count, unit: "records" });
      }
      view.finish();
      const rejected = inputs.rejects.length;
      const { persons } = service.status();
      const outcome = { records: inputs.count, rejected, ...tally, leftOut: inputs.leftOut, persons };
      if (flags.json === true) context.out.write(`${JSON.stringify(outcome, null, 2)}\n`);
      else context.out.write(`${describeIngest(outcome, refusals).join("\n")}\n`);
    } finally {
      await service.close();
    }
  } finally {
    view.finish();
    await store.close();
  }
}

function describeIngest(
  outcome: Tally & { records: number; rejected: number; leftOut: readonly string[]; persons: number },
  refusals: readonly string[],
): string[] {
  const { records, rejected, created, changed, unchanged, refused, leftOut, persons } = outcome;
  return [
    ...(leftOut.length > 0 ? [`Note: the index does not know these columns, left out: ${leftOut.join(", ")}`] : []),
    ...refusals,
    ...(refused > refusals.length ? [`and ${formatCount(refused - refusals.length)} more refused`] : []),
    `${formatCount(records)} records: ${formatCount(created)} new, ${formatCount(changed)} changed, ` +
      `${formatCount(unchanged)} known already, ${formatCount(refused)} refused, ${formatCount(rejected)} unreadable`,
    `${formatCount(persons)} persons`,
  ];
}
