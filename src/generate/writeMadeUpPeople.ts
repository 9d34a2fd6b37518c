// Writes made-up people to a folder: records.csv, truth.csv and README.md, streamed and shuffled, complete or not at all.
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { withNewFolder } from "../linkage/write/replaceFolder.ts";
import { NamesakeError } from "../shared/errors.ts";
import { describeMadeUpPeople } from "./describeMadeUpPeople.ts";
import type { GenerateOptions } from "./generateOptions.ts";
import { emptyCounts, type GenerateCounts, generateFromPlan } from "./generatePeople.ts";
import { Random } from "./random/random.ts";
import type { MadeUpRecord } from "./records/columns.ts";
import { type GeneratePlan, resolveGeneratePlan } from "./resolveGeneratePlan.ts";
import { RowShuffler } from "./rowShuffler.ts";

export interface GenerateProgress {
  readonly stage: "generate" | "write";
  readonly done: number;
  readonly total: number;
  readonly unit: "records";
}

export interface WriteMadeUpPeopleOptions extends GenerateOptions {
  /** The folder to write. */
  readonly out: string;
  /** Replace the folder where it exists. */
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GenerateProgress) => void;
}

const recordsPerStep = 5000;
const shuffleStream = 6;

function csvValue(text: string): string {
  return text.includes(",") || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row with the cluster identifier before it, up to the first comma. */
function toRow(record: MadeUpRecord, fields: GeneratePlan["fields"]): string {
  let row = `${record.cluster_id},${record.unique_id},${record.source}`;
  for (const field of fields) row += `,${csvValue(record[field])}`;
  return row;
}

async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

async function makeRows(
  plan: GeneratePlan,
  shuffler: RowShuffler,
  options: WriteMadeUpPeopleOptions,
): Promise<GenerateCounts> {
  const counts = emptyCounts();
  const total = plan.records;
  for (const record of generateFromPlan(plan, counts)) {
    shuffler.push(toRow(record, plan.fields));
    if (counts.records % recordsPerStep !== recordsPerStep - 1) continue;
    options.onProgress?.({ stage: "generate", done: counts.records + 1, total, unit: "records" });
    await setImmediate();
    if (options.signal?.aborted) throw new NamesakeError("INTERRUPTED", "generate");
  }
  options.onProgress?.({ stage: "generate", done: total, total, unit: "records" });
  return counts;
}

async function writeRows(
  folder: string,
  plan: GeneratePlan,
  shuffler: RowShuffler,
  options: WriteMadeUpPeopleOptions,
): Promise<void> {
  const records = createWriteStream(join(folder, "records.csv"), { highWaterMark: 1 << 20 });
  const truth = createWriteStream(join(folder, "truth.csv"), { highWaterMark: 1 << 20 });
  const closed = Promise.all([finished(records), finished(truth)]);
  closed.catch(() => {});
  let done = 0;
  try {
    await write(records, `unique_id,source,${plan.fields.join(",")}\n`);
    await write(truth, "unique_id,cluster_id\n");
    for (const rows of shuffler.drain()) {
      for (let from = 0; from < rows.length; from += recordsPerStep) {
        if (options.signal?.aborted) throw new NamesakeError("INTERRUPTED", "generate");
        let recordText = "";
        let truthText = "";
        for (const row of rows.slice(from, from + recordsPerStep)) {
          const comma = row.indexOf(",");
          recordText += `${row.slice(comma + 1)}\n`;
          truthText += `${row.slice(comma + 1, row.indexOf(",", comma + 1))},${row.slice(0, comma)}\n`;
        }
        await write(records, recordText);
        await write(truth, truthText);
        done += Math.min(recordsPerStep, rows.length - from);
        options.onProgress?.({ stage: "write", done, total: plan.records, unit: "records" });
      }
    }
    records.end();
    truth.end();
    await closed;
  } finally {
    records.destroy();
    truth.destroy();
  }
}

/**
 * Makes people and writes records.csv, truth.csv and README.md into the folder `out`. The same options give the same
 * bytes. A million records take about half a gigabyte; more records take little more.
 * @returns what was made.
 * @throws NamesakeError USAGE (options), OUTPUT_EXISTS, OUTPUT_UNWRITABLE, INTERRUPTED; then nothing is left at `out`.
 */
export async function writeMadeUpPeople(options: WriteMadeUpPeopleOptions): Promise<GenerateCounts> {
  const { out, overwrite = false, signal: _signal, onProgress: _onProgress, ...generate } = options;
  const plan = resolveGeneratePlan(generate);
  let counts = emptyCounts();
  await withNewFolder(out, { overwrite }, async (folder) => {
    const shuffler = new RowShuffler(folder, plan.records, new Random(plan.seed, shuffleStream));
    try {
      counts = await makeRows(plan, shuffler, options);
      await writeRows(folder, plan, shuffler, options);
    } finally {
      shuffler.close();
    }
    await writeFile(join(folder, "README.md"), describeMadeUpPeople(plan, counts));
  });
  return counts;
}
