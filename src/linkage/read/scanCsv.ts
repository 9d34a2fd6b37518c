// One pass over a CSV file's bytes before DuckDB reads it: every row is counted, rows with the wrong number of fields or
// broken quotes are rejected one by one, and the file is either found clean (DuckDB reads it as it is) or written anew.
// So a stray quote can cost one row, never half a file. The inner loop is long because it looks at every byte once.
import type { CsvDialect } from "./detectDialect.ts";

export interface RowReject {
  /** Number of the row among the rows after the header, from 1, rejected ones counted. 0: before the header. */
  readonly rowNumber: number;
  /** Why, without values. */
  readonly reason: string;
}

export interface ScanResult {
  readonly recordCount: number;
  readonly rejects: readonly RowReject[];
  /** False where DuckDB must read the rewritten rows and not the file itself. */
  readonly isClean: boolean;
  /** How the file's own rows end; rewritten ones end in LF. */
  readonly lineEnd: "\n" | "\r\n";
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
/** A row of more bytes is rejected, a quoted value over more lines taken for an unclosed quote. */
export const rowBytesMax = 1 << 20;
const linesMax = 1000;

type Outcome = "row" | "incomplete" | "unclosed" | "misquoted" | "tooLong";

/**
 * Scans blocks that end at line ends (any cut is allowed). With `write`, good rows after the header are handed on in
 * RFC 4180 form, LF line ends, without the header.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #dialect: CsvDialect;
  readonly #write: ((bytes: Buffer) => void) | null;
  readonly #rejects: RowReject[] = [];
  #recordCount = 0;
  #rowNumber = 0;
  #rowsSeen = 0;
  #isClean = true;
  #skipsLine = false;
  #breaksInQuotes = false;
  #windowsEnds = 0;
  #unixEnds = 0;
  // Of the row just parsed:
  #next = 0;
  #end = 0;
  #fieldCount = 0;
  #isIrregular = false;
  #lineCount = 0;

  constructor(dialect: CsvDialect, write: ((bytes: Buffer) => void) | null) {
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#write = write;
    if (dialect.rowsBeforeHeader > 0) this.#isClean = false;
  }

  /** Scans `block`; returns how many bytes were used up. The rest must stand before the next block. */
  push(block: Buffer, isLast: boolean): number {
    let from = 0;
    while (from < block.length) {
      if (this.#skipsLine) {
        const found = block.indexOf(lineFeed, from);
        if (found < 0) return block.length;
        this.#skipsLine = false;
        from = found + 1;
        continue;
      }
      const outcome = this.#parseRow(block, from, isLast);
      if (outcome === "incomplete") return from;
      if (outcome === "row") {
        this.#takeRow(block, from);
        from = this.#next;
      } else {
        from = this.#rejectLine(block, from, outcome);
      }
    }
    return from;
  }

  finish(): ScanResult {
    const isUniform = this.#windowsEnds === 0 || (this.#unixEnds === 0 && !this.#breaksInQuotes);
    const isClean = this.#isClean && isUniform;
    const lineEnd = this.#windowsEnds > 0 ? "\r\n" : "\n";
    return { recordCount: this.#recordCount, rejects: this.#rejects, isClean, lineEnd };
  }

  #parseRow(block: Buffer, from: number, isLast: boolean): Outcome {
    const delimiter = this.#delimiter;
    const length = block.length;
    let at = from;
    let fieldCount = 0;
    let lineCount = 1;
    this.#isIrregular = false;
    for (;;) {
      fieldCount += 1;
      if (at < length && block[at] === quote) {
        at += 1;
        for (;;) {
          while (at < length && block[at] !== quote) {
            const byte = block[at]!;
            if (byte === lineFeed) lineCount += 1;
            else if (byte === carriageReturn) this.#breaksInQuotes = true;
            at += 1;
          }
          if (at >= length) {
            if (isLast || at - from > rowBytesMax) return "unclosed";
            return lineCount > linesMax ? "unclosed" : "incomplete";
          }
          if (lineCount > linesMax || at - from > rowBytesMax) return "unclosed";
          if (at + 1 >= length && !isLast) return "incomplete";
          if (block[at + 1] !== quote) break;
          at += 2;
        }
        at += 1;
        while (at < length && block[at] === space && delimiter !== space) {
          this.#isIrregular = true;
          at += 1;
        }
        if (at < length) {
          const after = block[at]!;
          const endsRow =
            after === lineFeed || (after === carriageReturn && (at + 1 >= length || block[at + 1] === lineFeed));
          if (after !== delimiter && !endsRow) return lineCount > 1 ? "unclosed" : "misquoted";
        }
      } else {
        for (; at < length; at += 1) {
          const byte = block[at]!;
          if (byte === delimiter || byte === lineFeed) break;
          if (byte === quote) this.#isIrregular = true;
          else if (byte === carriageReturn) {
            if (at + 1 < length ? block[at + 1] === lineFeed : true) break;
            this.#isIrregular = true;
          }
        }
      }
      if (at < length && block[at] === delimiter) {
        at += 1;
        continue;
      }
      break;
    }
    if (at - from > rowBytesMax) return "tooLong";
    if (!isLast && (at >= length || (block[at] === carriageReturn && at + 1 >= length))) return "incomplete";
    this.#end = at;
    this.#fieldCount = fieldCount;
    this.#lineCount = lineCount;
    if (at < length && block[at] === carriageReturn) {
      at += 1;
      if (at < length) this.#windowsEnds += 1;
      else this.#isClean = false;
    } else if (at < length) this.#unixEnds += 1;
    this.#next = Math.min(length, at + 1);
    if (lineCount > 2 && this.#swallowsRows(block, from)) return "unclosed";
    return "row";
  }

  /** A quoted value whose inner lines mostly look like whole rows is an unclosed quote that met another one by chance. */
  #swallowsRows(block: Buffer, from: number): boolean {
    if (this.#dialect.columnCount < 3) return false;
    let rowLike = 0;
    let lineStart = block.indexOf(lineFeed, from) + 1;
    for (let line = 2; line < this.#lineCount; line += 1) {
      const lineEnd = block.indexOf(lineFeed, lineStart);
      let delimiters = 0;
      for (let i = lineStart; i < lineEnd; i += 1) if (block[i] === this.#delimiter) delimiters += 1;
      if (delimiters === this.#dialect.columnCount - 1) rowLike += 1;
      lineStart = lineEnd + 1;
    }
    return rowLike * 2 > this.#lineCount - 2;
  }

  #takeRow(block: Buffer, from: number): void {
    const { columnCount, hasHeader, rowsBeforeHeader } = this.#dialect;
    if (isBlank(block, from, this.#end)) {
      this.#isClean = false;
      return;
    }
    this.#rowsSeen += 1;
    if (this.#rowsSeen <= rowsBeforeHeader) {
      this.#rejects.push({ rowNumber: 0, reason: "stands before the header" });
      return;
    }
    if (hasHeader && this.#rowsSeen === rowsBeforeHeader + 1) {
      if (this.#isIrregular || this.#lineCount > 1 || this.#fieldCount !== columnCount) this.#isClean = false;
      return;
    }
    this.#rowNumber += 1;
    if (this.#fieldCount !== columnCount) {
      this.#isClean = false;
      this.#reject(`has ${this.#fieldCount} fields instead of ${columnCount}`);
      return;
    }
    this.#recordCount += 1;
    if (this.#lineCount > 1) this.#breaksInQuotes = true;
    if (this.#isIrregular) this.#isClean = false;
    if (this.#write === null) return;
    this.#write(
      this.#isIrregular
        ? quoteFields(block.subarray(from, this.#end), this.#delimiter)
        : block.subarray(from, this.#end),
    );
    this.#write(newLine);
  }

  #reject(reason: string): void {
    this.#rejects.push({ rowNumber: this.#rowNumber, reason });
  }

  /** Rejects the line at `from` alone and goes on with the next. */
  #rejectLine(block: Buffer, from: number, outcome: Outcome): number {
    this.#isClean = false;
    this.#rowsSeen += 1;
    this.#rowNumber += 1;
    if (outcome === "unclosed") this.#reject("has a quote that is not closed");
    else if (outcome === "misquoted") this.#reject("has text after a closing quote");
    else this.#reject(`is longer than ${rowBytesMax} bytes`);
    const found = block.indexOf(lineFeed, from);
    if (found >= 0) return found + 1;
    this.#skipsLine = true;
    return block.length;
  }
}

const newLine = Buffer.from("\n");

function isBlank(block: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (block[i] !== space && block[i] !== carriageReturn) return false;
  return true;
}

/** Rewrites one row so that every field that needs quotes has them; quoted fields lose white space after the quote. */
function quoteFields(row: Buffer, delimiter: number): Buffer {
  const fields: Buffer[] = [];
  for (let at = 0; at <= row.length; at += 1) {
    const from = at;
    if (row[at] === quote) {
      at += 1;
      while (row[at] !== quote || row[at + 1] === quote) at += row[at] === quote ? 2 : 1;
      fields.push(row.subarray(from, at + 1));
      while (at < row.length && row[at] !== delimiter) at += 1;
    } else {
      while (at < row.length && row[at] !== delimiter) at += 1;
      const field = row.subarray(from, at);
      const isPlain = !field.includes(quote) && !field.includes(carriageReturn);
      fields.push(isPlain ? field : Buffer.from(`"${field.toString("utf8").replaceAll('"', '""')}"`));
    }
  }
  const separator = Buffer.from([delimiter]);
  return Buffer.concat(fields.flatMap((field, i) => (i === 0 ? [field] : [separator, field])));
}
