// How large an input is, from the sizes of its files and the beginning of each: enough to plan memory, before any is taken.
import { stat } from "node:fs/promises";
import { detectDialect } from "../read/detectDialect.ts";
import { detectFormat } from "../read/detectFormat.ts";
import { extractText } from "../read/extractText.ts";
import { findFiles } from "../read/findFiles.ts";
import { readHead } from "../read/loadTask.ts";
import type { InputSize } from "./estimateMemory.ts";

const headBytes = 64 << 10;
/** What a byte of a compressed file stands for, gzip and Parquet alike, and the shape taken for granted inside. */
const inflation = 5;
const presumed = { rowBytes: 100, columnCount: 16 };

/**
 * All files together; columns are those of the file that has most. Standard input counts nothing: nobody knows.
 * @throws NamesakeError FILE_NOT_FOUND, FILE_IS_DIRECTORY, FILE_UNREADABLE
 */
export async function measureInput(named: readonly string[]): Promise<InputSize> {
  const sizes = await Promise.all((await findFiles(named)).map(({ path }) => measureFile(path)));
  return {
    recordCount: sizes.reduce((sum, { recordCount }) => sum + recordCount, 0),
    columnCount: sizes.reduce((most, { columnCount }) => Math.max(most, columnCount), 0),
    textBytes: sizes.reduce((sum, { textBytes }) => sum + textBytes, 0),
  };
}

async function measureFile(path: string): Promise<InputSize> {
  if (path === "-") return { recordCount: 0, columnCount: 0, textBytes: 0 };
  const { size } = await stat(path);
  const head = await readHead(path, path, headBytes);
  const format = detectFormat(head);
  if (format.kind === "gzip" || format.kind === "parquet") {
    const textBytes = size * inflation;
    const { rowBytes, columnCount } = presumed;
    return { recordCount: Math.ceil(textBytes / rowBytes), columnCount, textBytes };
  }
  if (format.kind === "empty" || format.kind === "binary") return { recordCount: 0, columnCount: 0, textBytes: 0 };
  const text = extractText(head, format.encoding);
  const lines = Math.max(1, text.split(/\r\n|\r|\n/).length - 1);
  const isWhole = head.length < headBytes;
  const columnCount =
    format.kind === "csv" ? detectDialect(text, isWhole).columnCount : new Set(text.match(/"[^"]+"(?=\s*:)/g)).size;
  return { recordCount: Math.ceil((size / head.length) * lines), columnCount, textBytes: size };
}
