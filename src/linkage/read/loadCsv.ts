// Loads a CSV file: one scan of our own decides what each row is, then DuckDB reads the file itself where it is clean,
// or else a rewritten copy in which every row is good. Values stay text: leading zeros survive.
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../shared/assert.ts";
import { NamesakeError } from "../../shared/errors.ts";
import { decodeText } from "./decodeText.ts";
import { type CsvDialect, detectDialect } from "./detectDialect.ts";
import { extractText, type TextEncoding } from "./extractText.ts";
import type { LoadedInput } from "./loadedInput.ts";
import { avoidGlob, columnsMax, type LoadTask, readHead } from "./loadTask.ts";
import { quoteText, requireGoingOn } from "./openDatabase.ts";
import { CsvScanner, type ScanResult } from "./scanCsv.ts";

const dialectBytes = 512 << 10;

/** @throws NamesakeError FILE_EMPTY, FILE_NOT_TABULAR (more rows rejected than read), TOO_MANY_COLUMNS */
export async function loadCsv(task: LoadTask, encoding: TextEncoding, known?: CsvDialect): Promise<LoadedInput> {
  const { dialect, endsWithCarriageReturn } = await findDialect(task, encoding, known);
  if (dialect.columnCount > columnsMax) {
    throw new NamesakeError(
      "TOO_MANY_COLUMNS",
      `${task.file} has ${dialect.columnCount}, at most ${columnsMax} are read`,
    );
  }
  const plan: CsvPlan = { dialect, encoding, endsWithCarriageReturn };
  const scan = (await loadAsItIs(task, plan)) ?? (await loadRewritten(task, plan));
  const { recordCount, rejects } = scan;
  const { file, source, table } = task;
  return { file, source, format: "csv", table, columnNames: dialect.columnNames, recordCount, rejects };
}

interface CsvPlan {
  readonly dialect: CsvDialect;
  readonly encoding: TextEncoding;
  readonly endsWithCarriageReturn: boolean;
}

function requireRows(task: LoadTask, scan: ScanResult): void {
  if (scan.recordCount === 0 && scan.rejects.length === 0) throw new NamesakeError("FILE_EMPTY", task.file);
  if (scan.rejects.length > scan.recordCount && (scan.rejects.length > 10 || scan.recordCount === 0)) {
    const first = scan.rejects[0];
    throw new NamesakeError("FILE_NOT_TABULAR", [
      `${task.file}: ${scan.rejects.length} rows are broken, ${scan.recordCount} are not`,
      `row ${first?.rowNumber} ${first?.reason}`,
    ]);
  }
}

async function findDialect(task: LoadTask, encoding: TextEncoding, known: CsvDialect | undefined) {
  if (known !== undefined) return { dialect: known, endsWithCarriageReturn: false };
  const head = await readHead(task.path, task.file, dialectBytes);
  const text = extractText(head, encoding);
  const endsWithCarriageReturn = !text.includes("\n") && text.includes("\r");
  const lines = endsWithCarriageReturn ? text.replaceAll("\r", "\n") : text;
  return { dialect: detectDialect(lines, head.length < dialectBytes), endsWithCarriageReturn };
}

/** Null where the file is not clean, or DuckDB sees other rows in it than the scanner. */
async function loadAsItIs(
  task: LoadTask,
  { dialect, encoding, endsWithCarriageReturn }: CsvPlan,
): Promise<ScanResult | null> {
  if (encoding !== "utf-8" || endsWithCarriageReturn) return null;
  const decoded = decodeText(task.path, encoding, { signal: task.database.signal });
  const scan = await scanBlocks(task, decoded.blocks, new CsvScanner(dialect, null), null);
  if (!scan.isClean || decoded.isChanged() || decoded.hasByteOrderMark()) return null;
  requireRows(task, scan);
  const lineEnd = scan.lineEnd;
  const isSame = await createTable(
    task,
    { path: await avoidGlob(task), dialect, hasHeader: dialect.hasHeader, lineEnd },
    scan,
  );
  return isSame ? scan : null;
}

async function loadRewritten(
  task: LoadTask,
  { dialect, encoding, endsWithCarriageReturn }: CsvPlan,
): Promise<ScanResult> {
  const path = join(task.database.temporaryFolder, `${task.table}.csv`);
  const decoded = decodeText(task.path, encoding, { endsWithCarriageReturn, signal: task.database.signal });
  const handle = await open(path, "w");
  let scan: ScanResult;
  try {
    const writer = new RowWriter(handle);
    scan = await scanBlocks(task, decoded.blocks, new CsvScanner(dialect, (bytes) => writer.add(bytes)), writer);
  } finally {
    await handle.close();
  }
  requireRows(task, scan);
  const isSame = await createTable(task, { path, dialect, hasHeader: false, lineEnd: "\n" }, scan);
  assert(isSame, "DuckDB and the scanner see different rows in a rewritten file");
  await rm(path);
  return scan;
}

async function scanBlocks(
  task: LoadTask,
  blocks: AsyncGenerator<Buffer>,
  scanner: CsvScanner,
  writer: RowWriter | null,
): Promise<ScanResult> {
  let rest = Buffer.alloc(0);
  for await (const block of blocks) {
    requireGoingOn(task.database.signal);
    const whole: Buffer = rest.length === 0 ? block : Buffer.concat([rest, block]);
    rest = Buffer.from(whole.subarray(scanner.push(whole, false)));
    await writer?.flush();
  }
  while (rest.length > 0) {
    const used = scanner.push(rest, true);
    assert(used > 0, "the CSV scanner stands still at the end of a file");
    rest = rest.subarray(used);
  }
  await writer?.flush();
  return scanner.finish();
}

/** Gathers rows in memory and writes them out in large pieces. */
class RowWriter {
  readonly #handle: FileHandle;
  #bytes = Buffer.alloc(8 << 20);
  #length = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  add(bytes: Buffer): void {
    if (this.#length + bytes.length > this.#bytes.length) {
      const wider = Buffer.alloc((this.#length + bytes.length) * 2);
      this.#bytes.copy(wider, 0, 0, this.#length);
      this.#bytes = wider;
    }
    this.#length += bytes.copy(this.#bytes, this.#length);
  }

  async flush(): Promise<void> {
    for (let from = 0; from < this.#length; ) {
      from += (await this.#handle.write(this.#bytes, from, this.#length - from)).bytesWritten;
    }
    this.#length = 0;
  }
}

interface CsvSource {
  readonly path: string;
  readonly dialect: CsvDialect;
  readonly hasHeader: boolean;
  readonly lineEnd: ScanResult["lineEnd"];
}

/** False, and no table, where DuckDB does not see the rows that the scanner saw. */
async function createTable(task: LoadTask, from: CsvSource, scan: ScanResult): Promise<boolean> {
  const { connection, signal } = task.database;
  const columns = from.dialect.columnNames.map((_, i) => `'c${i}': 'VARCHAR'`).join(", ");
  const options = [
    "auto_detect = false",
    `header = ${from.hasHeader}`,
    `delim = ${quoteText(from.dialect.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    // Left to DuckDB where rows end in CRLF: told so, it loses rows.
    ...(from.lineEnd === "\r\n" ? [] : ["new_line = '\\n'"]),
    "compression = 'none'",
    "strict_mode = true",
    `columns = {${columns}}`,
  ];
  try {
    await connection.run(
      `CREATE TABLE ${task.table} AS SELECT * FROM read_csv(${quoteText(from.path)}, ${options.join(", ")})`,
    );
  } catch (error) {
    if (!signal?.aborted && /^Invalid Input Error/.test(String((error as Error).message))) return false;
    throw error;
  }
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${task.table}`);
  if (counted.getRows()[0]?.[0] === scan.recordCount) return true;
  await connection.run(`DROP TABLE ${task.table}`);
  return false;
}
