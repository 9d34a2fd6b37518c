// npm run bench:live: what one question, one new record and a start cost with the live index, on made-up people. Needs the
// folder of a finished run and its file; several of each compare what a question costs at each size (growth of the index).
// Figures are read, compared within one run and kept; nothing here is a test.
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { generatePeople } from "../../src/generate/generatePeople.ts";
import { LiveIndex } from "../../src/linkage/live/liveIndex.ts";
import { listModelColumns } from "../../src/linkage/live/modelNames.ts";
import type { FieldValues } from "../../src/linkage/live/standardBatch.ts";
import type { Model } from "../../src/linkage/model.ts";
import { readRecords } from "../../src/linkage/read/readRecords.ts";
import type { RecordTable } from "../../src/linkage/read/recordTable.ts";
import { loadModel } from "../../src/linkage/settings/loadModel.ts";
import { standardiseForModel } from "../../src/linkage/standardise/standardiseForModel.ts";
import { createRandom } from "../../src/shared/random.ts";
import { saveResults } from "../saveResults.ts";
import { type Figures, measureQuestions, measureWrites } from "./measureIndex.ts";

const { values: options } = parseArgs({
  options: {
    file: { type: "string", multiple: true, default: [] },
    run: { type: "string", multiple: true, default: [] },
    questions: { type: "string", default: "4000" },
    writes: { type: "string", default: "4000" },
  },
});

const seconds = (from: number): number => Math.round(performance.now() - from) / 1000;
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

if (options.file.length > 1) await compareSizes(options.file, options.run);
else await run(options.file[0] ?? "", options.run[0] ?? "");

/** Files from few records to many, each with the run that linked it; the last column is the median beside the first file's. */
async function compareSizes(files: readonly string[], folders: readonly string[]): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  let first = Number.NaN;
  for (const [at, file] of files.entries()) {
    const figures: Record<string, Figures | number> = {};
    const model = await loadModel(join(folders[at] ?? "", "model.json"));
    const { index, table } = await fill(model, file, figures);
    const asked = drawQuestions(model, table, Number(options.questions));
    const whole = measureQuestions(index, asked)["standardise 1 and match"] as Figures;
    // The median: the mean of single calls tells as much of what else the machine does.
    if (at === 0) first = whole.p50;
    rows[`${index.count.toLocaleString("en")} records`] = {
      ...whole,
      ratio: Math.round((whole.p50 / first) * 100) / 100,
    };
  }
  console.table(rows);
  console.error(`Kept in ${saveResults("live-sizes", rows)}`);
}

async function run(file: string, folder: string): Promise<void> {
  const figures: Record<string, Figures | number> = {};
  const model = await loadModel(join(folder, "model.json"));
  const { index, table } = await fill(model, file, figures);
  const asked = drawQuestions(model, table, Number(options.questions));
  const path = join(tmpdir(), `namesake-live-${process.pid}`);
  try {
    let start = performance.now();
    await pipeline(index.snapshot(), createWriteStream(path));
    figures.snapshotWriteSeconds = seconds(start);
    figures.snapshotMegabytes = megabytes(statSync(path).size);
    start = performance.now();
    const restored = await LiveIndex.restoreFrom(model, createReadStream(path, { highWaterMark: 1 << 22 }));
    figures.snapshotRestoreSeconds = seconds(start);
    figures.recordsRestored = restored.count;
  } finally {
    await rm(path, { force: true });
  }
  Object.assign(figures, measureQuestions(index, asked));
  Object.assign(figures, measureWrites(index, asked.slice(0, Number(options.writes))));
  console.table(Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value === "number")));
  console.table(Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value !== "number")));
  console.error(`Kept in ${saveResults("live", figures)}`);
}

async function fill(model: Model, file: string, figures: Record<string, Figures | number>) {
  const { table } = await readRecords({ input: file, sourceColumn: "source", idColumn: "unique_id" });
  const records = standardiseForModel(table, model);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const index = LiveIndex.fromRecords(model, table, records);
  figures.records = index.count;
  figures.fromRecordsSeconds = seconds(start);
  globalThis.gc?.();
  figures.indexMegabytes = megabytes(process.memoryUsage.rss() - before);
  figures.bytesPerRecord = Math.round((process.memoryUsage.rss() - before) / index.count);
  return { index, table };
}

/** Half are records of the file with an error, half are people that nobody knows. */
function drawQuestions(model: Model, table: RecordTable, count: number): FieldValues[] {
  const random = createRandom(7);
  const columns = listModelColumns(model);
  const known = Array.from({ length: count >> 1 }, (): FieldValues => {
    const record = Math.floor(random() * table.recordCount);
    const entries = table.columns.map(({ name, codes, values }) => {
      const code = codes[record] ?? -1;
      return [name, code < 0 ? null : values.at(code)] as const;
    });
    const drawn = Object.fromEntries(entries);
    const wrong = columns[Math.floor(random() * columns.length)] ?? "";
    const text = drawn[wrong] ?? "";
    const at = Math.floor(random() * text.length);
    return { ...drawn, [wrong]: text === "" ? null : text.slice(0, at) + text.slice(at + 1) };
  });
  const strangers = [...generatePeople({ records: count - known.length, seed: 99 })];
  return known.flatMap((record, i) => [record, { ...strangers[i] }]);
}
