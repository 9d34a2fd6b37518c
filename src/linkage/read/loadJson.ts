// Loads NDJSON (one object a line) or one JSON array of objects: flattened in JavaScript into a CSV file of ours, so that
// rejects and row numbers are as exact as for CSV. Nested objects become columns a.b, arrays are joined by "; ".
import { open } from "node:fs/promises";
import { join } from "node:path";
import { NamesakeError } from "../../shared/errors.ts";
import { decodeText } from "./decodeText.ts";
import type { TextEncoding } from "./extractText.ts";
import { flattenJson } from "./flattenJson.ts";
import { loadCsv } from "./loadCsv.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { columnsMax, type LoadTask } from "./loadTask.ts";
import { NameCollector } from "./nameCollector.ts";
import { requireGoingOn } from "./openDatabase.ts";
import { type RowReject, rowBytesMax } from "./scanCsv.ts";

/** A JSON array is held in memory whole, and therefore bounded. */
const arrayBytesMax = 512 << 20;

type Row = Map<string, string>;

/** @throws NamesakeError FILE_NOT_TABULAR, FILE_EMPTY, TOO_MANY_COLUMNS */
export async function loadJson(
  task: LoadTask,
  encoding: TextEncoding,
  kind: "ndjson" | "jsonArray",
): Promise<LoadedInput> {
  const rows = (): AsyncGenerator<Row | string> =>
    kind === "ndjson" ? readLines(task, encoding) : readArray(task, encoding);
  const collector = new NameCollector();
  const rejects: RowReject[] = [];
  let rowNumber = 0;
  let recordCount = 0;
  for await (const row of rows()) {
    rowNumber += 1;
    if (typeof row === "string") rejects.push({ rowNumber, reason: row });
    else {
      recordCount += 1;
      collector.add(row.keys());
      if (collector.count > columnsMax)
        throw new NamesakeError("TOO_MANY_COLUMNS", `${task.file} has more than ${columnsMax}`);
    }
  }
  if (recordCount === 0 || collector.count === 0)
    throw new NamesakeError(rejects.length > 0 ? "FILE_NOT_TABULAR" : "FILE_EMPTY", task.file);
  if (rejects.length > recordCount && rejects.length > 10) {
    throw new NamesakeError(
      "FILE_NOT_TABULAR",
      `${task.file}: ${rejects.length} lines are broken, ${recordCount} are not`,
    );
  }
  const path = join(task.database.temporaryFolder, `${task.table}.flat.csv`);
  const columnNames = collector.finish();
  await writeRows(path, columnNames, rows());
  const dialect = {
    delimiter: ",",
    columnCount: columnNames.length,
    hasHeader: false,
    columnNames,
    rowsBeforeHeader: 0,
  };
  const loaded = await loadCsv({ ...task, path }, "utf-8", dialect);
  return { ...loaded, format: "ndjson", rejects };
}

async function writeRows(path: string, names: readonly string[], rows: AsyncGenerator<Row | string>): Promise<void> {
  const handle = await open(path, "w");
  try {
    let text = "";
    for await (const row of rows) {
      if (typeof row === "string") continue;
      const fields = names.map((name) => `"${(row.get(name) ?? "").replaceAll('"', '""')}"`);
      text += `${fields.join(",")}\n`;
      if (text.length > 1 << 20) {
        await handle.write(text);
        text = "";
      }
    }
    if (text !== "") await handle.write(text);
  } finally {
    await handle.close();
  }
}

async function* readLines(task: LoadTask, encoding: TextEncoding): AsyncGenerator<Row | string> {
  for await (const block of decodeText(task.path, encoding, { signal: task.database.signal }).blocks) {
    requireGoingOn(task.database.signal);
    for (const line of block.toString("utf8").split("\n")) {
      if (line.length > rowBytesMax / 2) yield `is longer than ${rowBytesMax / 2} characters`;
      else if (line.trim() !== "") yield parseLine(line);
    }
  }
}

async function* readArray(task: LoadTask, encoding: TextEncoding): AsyncGenerator<Row | string> {
  const blocks: Buffer[] = [];
  let length = 0;
  for await (const block of decodeText(task.path, encoding, { signal: task.database.signal }).blocks) {
    length += block.length;
    if (length > arrayBytesMax)
      throw new NamesakeError("FILE_NOT_TABULAR", `${task.file} is one large JSON array: write one object a line`);
    blocks.push(Buffer.from(block));
  }
  let items: unknown;
  try {
    items = JSON.parse(Buffer.concat(blocks).toString("utf8"));
  } catch {
    throw new NamesakeError("FILE_NOT_TABULAR", `${task.file} is not valid JSON`);
  }
  for (const item of Array.isArray(items) ? items : []) yield flattenItem(item);
}

function parseLine(line: string): Row | string {
  try {
    return flattenItem(longNumber.test(line) ? JSON.parse(line, keepDigits) : JSON.parse(line));
  } catch {
    return "is not valid JSON";
  }
}

function flattenItem(item: unknown): Row | string {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return "is not a JSON object";
  const row = flattenJson(item as Record<string, unknown>);
  return row.size === 0 ? "has no values" : row;
}

const longNumber = /\d{16}/;

/** Numbers beyond 15 digits keep their digits (a long customer number is not a quantity). */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === "number" && context?.source !== undefined && context.source.length > 15) return context.source;
  return value;
}
