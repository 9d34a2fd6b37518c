// Finds out how a CSV file is written: delimiter, number of columns, header. Judged on its first rows by which delimiter
// splits most of them into the same number of fields.
import { knownColumnWords } from "./columnSynonyms.ts";
import { splitColumnName } from "./splitColumnName.ts";
import { splitRows } from "./splitRows.ts";

export interface CsvDialect {
  /** One ASCII character. */
  readonly delimiter: string;
  readonly columnCount: number;
  readonly hasHeader: boolean;
  /** Names from the header made unique, or column1 … */
  readonly columnNames: readonly string[];
  /** Rows before the header (a title), which are kept out. */
  readonly rowsBeforeHeader: number;
}

const delimiters = [",", "\t", ";", "|"];
const rowsLookedAt = 200;

/** `head`: the first text of the file; `isWhole` false where it is cut, so that its last row does not count. */
export function detectDialect(head: string, isWhole: boolean): CsvDialect {
  const tried = delimiters.map((delimiter) => {
    const rows = splitRows(head, delimiter, rowsLookedAt + 1).filter((row) => row.length > 1 || row[0]?.trim() !== "");
    if (!isWhole && rows.length > 1 && rows.length <= rowsLookedAt) rows.pop();
    return { delimiter, rows, ...findMode(rows) };
  });
  const regular = tried.filter((one) => one.mode > 1 && one.share >= 0.5);
  regular.sort((a, b) => Number(b.share >= 0.9) - Number(a.share >= 0.9) || b.mode - a.mode || b.share - a.share);
  const best = regular[0];
  if (best === undefined || isOneColumn(best))
    return describeRows("\u001f", splitRows(head, "\u001f", rowsLookedAt), 1);
  return describeRows(best.delimiter, best.rows, best.mode);
}

/** "name" above "Smith, Ann": a lone known name over rows of two parts is one column, not a title. */
function isOneColumn({ rows, mode }: { rows: readonly (readonly string[])[]; mode: number }): boolean {
  const first = rows[0] ?? [];
  return mode === 2 && first.length === 1 && isKnownName(first[0] ?? "");
}

function findMode(rows: readonly (readonly string[])[]): { mode: number; share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let mode = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > mode)) [mode, most] = [length, count];
  }
  return { mode, share: rows.length === 0 ? 0 : most / rows.length };
}

function describeRows(delimiter: string, rows: readonly (readonly string[])[], columnCount: number): CsvDialect {
  const shortest = columnCount > 2 ? columnCount - 1 : columnCount;
  const first = Math.max(
    0,
    rows.findIndex((row) => row.length >= shortest && row.length <= columnCount + 1),
  );
  const cells = rows[first] ?? [];
  const following = rows.slice(first + 1).filter((row) => row.length === columnCount);
  const hasHeader = isHeader(cells, following);
  const names = Array.from({ length: columnCount }, (_, i) => (hasHeader ? (cells[i] ?? "").trim() : ""));
  return { delimiter, columnCount, hasHeader, columnNames: makeUnique(names), rowsBeforeHeader: hasHeader ? first : 0 };
}

/** Empty names become column1, column2 … by place; repeated ones get _2, _3 … */
export function makeUnique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const base = name === "" ? `column${i + 1}` : name;
    let unique = base;
    for (let n = 2; taken.has(unique); n += 1) unique = `${base}_${n}`;
    taken.add(unique);
    return unique;
  });
}

function isKnownName(cell: string): boolean {
  const words = splitColumnName(cell);
  return words.length > 0 && words.length < 6 && words.some((word) => knownColumnWords.has(word));
}

const dataLike = /^[+-]?\d[\d.,/: ()-]*$|@.+\.|^\d{4}-\d{2}-\d{2}/;

/** Names known for columns speak for a header; numbers, dates, e-mails and values that come again below speak against. */
function isHeader(cells: readonly string[], following: readonly (readonly string[])[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length === 0) return false;
  const known = filled.filter(isKnownName).length;
  const data = filled.filter((cell) => dataLike.test(cell)).length;
  if (known * 2 >= filled.length) return true;
  const isOverData = (cell: string, i: number): boolean =>
    isKnownName(cell) && following.length > 0 && following.every((row) => dataLike.test(row[i]?.trim() ?? ""));
  if (cells.some(isOverData)) return true;
  if (data > 0) return known > data;
  const repeated = cells.filter((cell, i) => cell.trim() !== "" && following.some((row) => row[i] === cell)).length;
  return known > 0 || repeated === 0;
}
