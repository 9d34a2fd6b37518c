// namesake index ingest: files into the index, one record after another, by the same door as the API.
import { stat } from "node:fs/promises";
import { Command } from "commander";
import type { Reject } from "../../../linkage/read/readOptions.ts";
import type { PersonService } from "../../../persons/personService.ts";
import { NamesakeError } from "../../../shared/errors.ts";
import type { CliContext } from "../../cliContext.ts";
import { createProgressView, type ProgressView } from "../../createProgressView.ts";
import { formatCount } from "../../format/formatCount.ts";
import { operatorContext } from "../../operatorContext.ts";
import type { RecordInputs } from "../../readRecordInputs.ts";
import { storeOption } from "./storeOption.ts";
import type { Refusal } from "./writeIngestRejects.ts";

interface IngestFlags {
  readonly store: string;
  readonly id?: string;
  readonly source?: string;
  readonly rejects?: string;
  readonly overwrite?: true;
  readonly json?: true;
}

const sliceSize = 2048;
/** Nobody waits for one answer here. */
const batchMax = 512;
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
    .option("--rejects <file>", "write what could not be taken as CSV: source, row number, reason, record")
    .option("--overwrite", "replace the file of --rejects where it exists")
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

interface Outcome extends Tally {
  readonly records: number;
  readonly rejected: number;
  readonly leftOut: readonly string[];
  readonly persons: number;
}

async function runIngest(files: string[], flags: IngestFlags, context: CliContext): Promise<void> {
  const { openStore } = await import("../../../store/openStore.ts");
  const { openPersonService } = await import("../../../persons/openPersonService.ts");
  if (flags.rejects !== undefined && flags.overwrite !== true) await requireAbsent(flags.rejects);
  const view = createProgressView(context);
  const store = await openStore({ store: flags.store, role: "index" });
  try {
    const service = await openPersonService({ store, onProgress: view.show, batchMax });
    try {
      await ingestFiles(files, { service, view, flags, context });
    } finally {
      await service.close();
    }
  } finally {
    view.finish();
    await store.close();
  }
}

interface Ingest {
  readonly service: PersonService;
  readonly view: ProgressView;
  readonly flags: IngestFlags;
  readonly context: CliContext;
}

async function ingestFiles(files: string[], { service, view, flags, context }: Ingest): Promise<void> {
  const { signal } = context;
  const { readRecordInputs } = await import("../../readRecordInputs.ts");
  const knownFields = service.knownFields();
  const inputs = await readRecordInputs({ files, idColumn: flags.id, source: flags.source, knownFields, signal });
  const { tally, refusals } = await putAll(inputs, { service, view, flags, context });
  view.finish();
  if (flags.rejects !== undefined) {
    const { writeIngestRejects } = await import("./writeIngestRejects.ts");
    await writeIngestRejects(flags.rejects, inputs.rejects, refusals);
  }
  const { persons } = service.status();
  const { count: records, rejects, leftOut } = inputs;
  const outcome: Outcome = { records, rejected: rejects.length, ...tally, leftOut, persons };
  if (flags.json === true) context.out.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else context.out.write(`${describeIngest(outcome, rejects, refusals).join("\n")}\n`);
}

/** Slices go in one after the other, so that what is refused stands in the order of records. */
async function putAll(
  inputs: RecordInputs,
  { service, view, context: { signal } }: Ingest,
): Promise<{ tally: Tally; refusals: Refusal[] }> {
  const tally: Tally = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const refusals: Refusal[] = [];
  let done = 0;
  for (const slice of inputs.slices(sliceSize)) {
    if (signal.aborted) throw new NamesakeError("INTERRUPTED", `after ${done} records, which are stored`);
    const answers = await service.putRecords(operatorContext("index ingest"), slice);
    answers.forEach((answer, index) => {
      if (!(answer instanceof NamesakeError)) {
        tally[answer.outcome] += 1;
        return;
      }
      tally.refused += 1;
      const { source = "", id = "" } = slice[index] ?? {};
      refusals.push({ source, id, reason: `${answer.code} ${answer.message}` });
    });
    done += slice.length;
    view.show({ stage: "ingest", done, total: inputs.count, unit: "records" });
  }
  return { tally, refusals };
}

async function requireAbsent(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) !== null) throw new NamesakeError("OUTPUT_EXISTS", path);
}

function describeIngest(outcome: Outcome, rejects: readonly Reject[], refusals: readonly Refusal[]): string[] {
  const { records, rejected, created, changed, unchanged, refused, leftOut, persons } = outcome;
  const shown = [
    ...rejects.map(({ source, rowNumber, reason }) => `${source}, row ${formatCount(rowNumber)}: ${reason}`),
    ...refusals.map(({ source, reason }) => `${source}, a record: ${reason}`),
  ];
  const more = shown.length - shownMax;
  return [
    ...(leftOut.length > 0 ? [`Note: the index does not know these columns, left out: ${leftOut.join(", ")}`] : []),
    ...shown.slice(0, shownMax).map((line) => `Not taken: ${line}`),
    ...(more > 0 ? [`and ${formatCount(more)} more; --rejects FILE writes all of them`] : []),
    `${formatCount(records)} records: ${formatCount(created)} new, ${formatCount(changed)} changed, ` +
      `${formatCount(unchanged)} known already, ${formatCount(refused)} refused, ${formatCount(rejected)} unreadable`,
    `${formatCount(persons)} persons`,
  ];
}
