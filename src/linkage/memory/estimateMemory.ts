// How much memory a run takes at most, before it starts: what each stage holds at once, from the size of the input alone.
// The figures a record follow from the arrays that the stages keep; those a process and a thread were measured.

/** What there is to link. */
export interface InputSize {
  readonly recordCount: number;
  readonly columnCount: number;
  /** Bytes of all values as text. */
  readonly textBytes: number;
}

/** Bytes at the peak of each stage. */
export interface MemoryEstimate {
  readonly read: number;
  readonly standardise: number;
  readonly score: number;
  readonly write: number;
}

const mebi = 2 ** 20;
/** The process without any records: code, compiled code, and a heap that is not swept at once. */
const processBytes = 300 * mebi;
/** A thread without any records: its heap, its code and the tables that remember comparisons. */
const threadBytes = 90 * mebi;

/** Share of the text that is distinct values, kept as bytes: names repeat, telephone numbers hardly do. */
const distinctShare = 0.6;
/** Distinct values of a column, a record. */
const distinctValues = 0.35;
/** Integers a distinct comparable value: offsets, letters, signature, counts of the records and of the model. */
const integersPerValue = 8;
/** Atoms of which rules make keys, and of which each record has a hash. */
const atomCount = 26;
/** Kept pairs a record, and bytes of each while they are put into order. */
const linksPerRecord = 1.6;
const bytesPerLink = 36;
/** Bytes a record that sorting the keys of one partition takes, on each thread. */
const sortBytes = 8;
/** What DuckDB holds of a file that it reads, beside the file's text, where it need not spill. */
const databaseShare = 1.6;

/** What DuckDB holds of any file, and of groups of rows while it makes Parquet of them. */
const readerBytes = 64 * mebi;
const parquetBytes = 200 * mebi;

/** The least that DuckDB reads large files with, spilling to disk. */
export const databaseBytesMin = 256 * mebi;

/** Bytes that `threads` threads need for an input. `databaseBytes`: what DuckDB may hold while it reads. */
export function estimateMemory(size: InputSize, threads: number, databaseBytes = databaseBytesMin): MemoryEstimate {
  const { recordCount, columnCount } = size;
  const table = tableBytes(size);
  const cells = recordCount * (columnCount + 2) * 4;
  const values = size.textBytes * distinctShare + recordCount * columnCount * distinctValues * integersPerValue * 4;
  const records = cells + values;
  const team = threads * threadBytes;
  const links = recordCount * linksPerRecord * bytesPerLink;
  const keys = recordCount * (atomCount * 4 + threads * sortBytes);
  const linked = processBytes + table + records + cells;
  return {
    read: processBytes + table + Math.min(databaseBytes, databaseBytesWanted(size)),
    standardise: processBytes + table + records * 1.4,
    score: linked + team + Math.max(keys, links),
    write: linked + team + parquetBytes + (links * 18) / bytesPerLink,
  };
}

/** Codes and values as read, with the identifiers and sources of the records. */
export function tableBytes({ recordCount, columnCount, textBytes }: InputSize): number {
  return recordCount * (columnCount * (1 + distinctValues) * 4 + 6) + textBytes * distinctShare;
}

/** What DuckDB takes for an input where nothing limits it. */
export function databaseBytesWanted({ textBytes }: InputSize): number {
  return readerBytes + textBytes * databaseShare;
}

export function peakOf(estimate: MemoryEstimate): number {
  return Math.max(...Object.values(estimate));
}
