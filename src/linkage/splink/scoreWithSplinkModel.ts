// A whole run under a Splink model: records in; links with Splink's columns and connected components out, as Splink's
// predict and cluster_pairwise_predictions_at_threshold give them.
import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { identifyClusters } from "../cluster/clusterIdentifiers.ts";
import { findComponents } from "../cluster/components.ts";
import { numberClusters } from "../cluster/numberClusters.ts";
import type { LinkOptions } from "../linkOptions.ts";
import { readRecords } from "../read/readRecords.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { StageClock } from "../stageClock.ts";
import { withNewFolder } from "../write/replaceFolder.ts";
import { writeClusters } from "../write/writeClusters.ts";
import { writeLinks } from "../write/writeLinks.ts";
import { writeRejects } from "../write/writeRejects.ts";
import { bindModel } from "./bindModel.ts";
import { describeSplinkLinks } from "./describeSplinkLinks.ts";
import { loadSplinkModel } from "./loadSplinkModel.ts";
import { prepareSplinkRecords } from "./prepareSplinkRecords.ts";
import { type SplinkPairs, scoreSplinkPairs } from "./scoreSplinkPairs.ts";
import type { SplinkModel } from "./splinkModel.ts";

export interface SplinkRunOptions
  extends Pick<
    LinkOptions,
    "input" | "idColumn" | "sourceColumn" | "threads" | "memoryBytes" | "signal" | "onProgress"
  > {
  /** A Splink 4 or 5 model or settings file. */
  readonly model: string;
  /** Folder to write, complete or not at all. */
  readonly out: string;
  /** Match weight in bits from which a pair is kept and joins its records. Default 0: even odds. */
  readonly threshold?: number | undefined;
  readonly format?: "csv" | "parquet" | undefined;
  readonly overwrite?: boolean | undefined;
}

export interface SplinkRunSummary {
  readonly records: number;
  /** Candidate pairs per blocking rule, those of earlier rules included. */
  readonly pairCounts: readonly number[];
  readonly links: number;
  readonly clusters: number;
  /** Seconds a stage: read, prepare, score, write. */
  readonly seconds: Readonly<Record<string, number>>;
}

/**
 * Writes `out`/links, `out`/clusters and `out`/rejects.csv.
 * @throws NamesakeError MODEL_INVALID, COLUMN_NOT_FOUND (a column that the model uses), and those of reading and writing
 */
export async function scoreWithSplinkModel(options: SplinkRunOptions): Promise<SplinkRunSummary> {
  const { model } = await loadSplinkModel(options.model);
  const bound = bindModel(model);
  if (bound.mistakes.length > 0) throw new NamesakeError("MODEL_INVALID", bound.mistakes);
  const { signal, format = "csv" } = options;
  const floor = options.threshold ?? 0;
  const clock = new StageClock(options);
  await clock.start("read", "records");
  const { table, rejects } = await readRecords({
    ...options,
    idColumn: options.idColumn ?? model.idColumn,
    // Splink knows no text that stands for a missing value, and compares lists as such.
    isVerbatim: true,
  });
  await clock.start("prepare", "columns");
  const records = await prepareSplinkRecords(table, model, bound, options);
  await clock.start("score", "candidate pairs");
  const threads = options.threads ?? availableParallelism();
  const pairs = await scoreSplinkPairs(model, bound, records, { floor, threads, signal, onProgress: clock.advance });
  await clock.start("write", "files");
  const clusters = await withNewFolder(options.out, { overwrite: options.overwrite }, async (folder) => {
    await mkdir(folder, { recursive: true });
    const links = describeSplinkLinks(model, pairs);
    await writeLinks({ path: join(folder, `links.${format}`), format, table, links, signal });
    await writeRejects(join(folder, "rejects.csv"), rejects);
    return writeComponents(folder, format, table, pairs, signal);
  });
  clock.stop();
  const seconds = clock.secondsPerStage;
  return { records: table.recordCount, pairCounts: pairs.pairCounts, links: pairs.links.count, clusters, seconds };
}

async function writeComponents(
  folder: string,
  format: "csv" | "parquet",
  table: RecordTable,
  { links }: SplinkPairs,
  signal: AbortSignal | undefined,
): Promise<number> {
  const firstOf = Int32Array.from({ length: table.recordCount }, (_, record) => record);
  const components = findComponents(links, table.recordCount, Number.NEGATIVE_INFINITY);
  for (let i = 0; i < components.count; i += 1) {
    const members = components.members.subarray(components.offsets[i], components.offsets[i + 1]);
    for (const record of members) firstOf[record] = members[0]!;
  }
  const clusters = numberClusters(firstOf);
  const clusterIds = identifyClusters(clusters, table);
  const path = join(folder, `clusters.${format}`);
  await writeClusters({ path, format, table, clusterOf: clusters.clusterOf, clusterIds, signal });
  return clusters.count;
}

export type { SplinkModel };
