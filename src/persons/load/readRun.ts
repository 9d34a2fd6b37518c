// A bulk run as its folder tells it: the model, the inputs read again, and the clusters where they can be taken as they are.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readRunInputs } from "../../linkage/explain/readRunInputs.ts";
import type { Progress } from "../../linkage/linkOptions.ts";
import { listModelColumns } from "../../linkage/live/modelNames.ts";
import type { Model } from "../../linkage/model.ts";
import { readDecisions } from "../../linkage/read/readDecisions.ts";
import { readRecords } from "../../linkage/read/readRecords.ts";
import type { RecordTable } from "../../linkage/read/recordTable.ts";
import { readJsonFile } from "../../linkage/settings/json/readJsonFile.ts";
import { loadModel } from "../../linkage/settings/loadModel.ts";
import { resolveSettings } from "../../linkage/settings/resolveSettings.ts";
import { obeyedDecisionsFile } from "../../linkage/write/writeDecisions.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { LoadedColumns } from "../fieldNames.ts";
import type { RunDecision } from "./loadDecisions.ts";

export interface RunFolder {
  readonly model: Model;
  readonly columns: LoadedColumns;
  /** Null where only the model was asked for. */
  readonly table: RecordTable | null;
  /** Per place of the table its cluster; null where they have to be derived. */
  readonly clusterOf: Int32Array | null;
  /** What the run obeyed, between places of the table. */
  readonly decisions: readonly RunDecision[];
}

export interface ReadRunOptions {
  readonly modelOnly: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** @throws NamesakeError RUN_INVALID, MODEL_INVALID, FILE_* where an input has moved */
export async function readRun(run: string, { modelOnly, ...options }: ReadRunOptions): Promise<RunFolder> {
  for (const name of ["model.json", "settings.json", "summary.json"]) await requireFile(join(run, name));
  const model = await loadModel(join(run, "model.json"));
  const { read } = await resolveSettings({ input: [], settings: join(run, "settings.json") });
  const columnNames = read.columnNames ?? {};
  const planned = listModelColumns(model);
  if (modelOnly)
    return { model, columns: { columns: planned, columnNames }, table: null, clusterOf: null, decisions: [] };
  const { table } = await readRecords({ ...defined(options), ...read, input: await readRunInputs(run) });
  const columns = { columns: table.columns.map(({ name }) => name), columnNames };
  const decisions = (await hasDecisions(run)) ? await readObeyed(run, table, options.signal) : [];
  // Rows without identifiers are ordered by number in a run, by text in an index.
  const clusterOf = table.idColumn === null ? null : await readClusters(run, table, options);
  return { model, columns, table, clusterOf, decisions };
}

/** @throws NamesakeError RUN_INVALID where the folder does not hold them, or not of the inputs as they are now */
async function readObeyed(run: string, table: RecordTable, signal: AbortSignal | undefined): Promise<RunDecision[]> {
  const path = join(run, obeyedDecisionsFile);
  if (!(await exists(path)))
    throw new NamesakeError("RUN_INVALID", `${path} is missing, the decisions that it obeyed: link again`);
  const { decisions, reasons, unknownRows } = await readDecisions(path, table, defined({ signal }));
  if (unknownRows.length > 0) throw new NamesakeError("RUN_INVALID", `${path} is not of the inputs as they are now`);
  return decisions.map((decision, index) => ({ ...decision, reason: reasons[index] ?? "" }));
}

async function requireFile(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isFile() !== true) throw new NamesakeError("RUN_INVALID", path);
}

async function hasDecisions(run: string): Promise<boolean> {
  const summary = (await readJsonFile(join(run, "summary.json"), "RUN_INVALID")) as { decisions?: unknown } | null;
  return summary?.decisions !== undefined && summary.decisions !== null;
}

/** Clusters by place of the table. @throws NamesakeError RUN_INVALID where they are not those of these records */
async function readClusters(run: string, table: RecordTable, options: object): Promise<Int32Array> {
  const path = (await exists(join(run, "clusters.csv"))) ? join(run, "clusters.csv") : join(run, "clusters.parquet");
  await requireFile(path);
  const hasSources = table.sources.length > 1;
  const { table: labels } = await readRecords({
    ...defined(options),
    input: path,
    idColumn: "record_id",
    ...(hasSources ? { sourceColumn: "source" } : {}),
  });
  const column = labels.columns.find(({ name }) => name === "cluster_id");
  const changed = new NamesakeError("RUN_INVALID", `${path} is not of the inputs as they are now`);
  if (column === undefined || labels.recordCount !== table.recordCount) throw changed;
  for (let place = 0; place < table.recordCount; place += 1) {
    const isSame =
      labels.recordIds.at(place) === table.recordIds.at(place) &&
      (!hasSources || sourceAt(labels, place) === sourceAt(table, place));
    if (!isSame) throw changed;
  }
  return column.codes;
}

const sourceAt = ({ sources, sourceOf }: RecordTable, place: number): string => sources[sourceOf[place] ?? 0] ?? "";

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** Without what is undefined. */
const defined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
