// Puts columns of several files that certainly mean the same into one: as the settings say, then by the same name, then
// by the same name but for case, accents and punctuation, then by well-known synonyms. What is not certain stays apart.
import { NamesakeError } from "../../shared/errors.ts";
import { synonymClass } from "./columnSynonyms.ts";
import { splitColumnName } from "./splitColumnName.ts";

export interface NamedColumns {
  readonly source: string;
  readonly columnNames: readonly string[];
}

export interface AlignedColumn {
  readonly name: string;
  /** Per input the index of its column, or −1. */
  readonly indexes: readonly number[];
}

export interface Alignment {
  readonly columns: readonly AlignedColumn[];
  /** What was aligned and what was not, as sentences. */
  readonly sentences: readonly string[];
}

/** Per input name, per column in its file, the name to use. */
export type ColumnNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Growing {
  name: string;
  readonly indexes: number[];
}

/** @throws NamesakeError COLUMN_NOT_FOUND where `columnNames` names an input or a column that is not there */
export function alignColumns(inputs: readonly NamedColumns[], columnNames: ColumnNames = {}): Alignment {
  requireKnown(inputs, columnNames);
  const columns: Growing[] = [];
  inputs.forEach((input, position) => {
    const wanted = new Map(Object.entries(columnNames[input.source] ?? {}));
    const left = new Set(input.columnNames.keys());
    const join = (column: Growing, index: number): void => {
      column.indexes[position] = index;
      left.delete(index);
    };
    const start = (name: string, index: number): Growing => {
      const column = { name, indexes: inputs.map(() => -1) };
      columns.push(column);
      join(column, index);
      return column;
    };
    for (const index of [...left]) {
      const name = wanted.get(input.columnNames[index] as string);
      if (name === undefined) continue;
      const column = columns.find((one) => one.name === name && one.indexes[position] === -1);
      if (column === undefined) start(name, index);
      else join(column, index);
    }
    for (const key of [exactKey, plainKey, meaningKey]) matchByKey(columns, input, position, left, key, join);
    for (const index of [...left]) start(input.columnNames[index] as string, index);
  });
  const unique = makeNamesDistinct(columns);
  return { columns: unique, sentences: inputs.length < 2 ? [] : describe(inputs, unique) };
}

const exactKey = (name: string): string | null => name;
const plainKey = (name: string): string | null => splitColumnName(name).join("") || null;
const meaningKey = (name: string): string | null => {
  const meaning = synonymClass.get(splitColumnName(name).join(""));
  return meaning === undefined ? null : String(meaning);
};

/** Joins a column where exactly one on either side has the key. */
function matchByKey(
  columns: readonly Growing[],
  input: NamedColumns,
  position: number,
  left: ReadonlySet<number>,
  key: (name: string) => string | null,
  join: (column: Growing, index: number) => void,
): void {
  const here = groupBy([...left], (index) => key(input.columnNames[index] as string));
  const free = columns.filter((column) => column.indexes[position] === -1);
  const there = groupBy(free, (column) => key(column.name));
  for (const [shared, indexes] of here) {
    const candidates = there.get(shared) ?? [];
    if (indexes.length === 1 && candidates.length === 1) join(candidates[0] as Growing, indexes[0] as number);
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const shared = key(item);
    if (shared === null) continue;
    const group = groups.get(shared);
    if (group === undefined) groups.set(shared, [item]);
    else group.push(item);
  }
  return groups;
}

function requireKnown(inputs: readonly NamedColumns[], columnNames: ColumnNames): void {
  const wrong: string[] = [];
  for (const [source, renamed] of Object.entries(columnNames)) {
    const input = inputs.find((one) => one.source === source);
    if (input === undefined) wrong.push(`no input is called "${source}"`);
    for (const name of Object.keys(renamed)) {
      if (input !== undefined && !input.columnNames.includes(name)) wrong.push(`"${source}" has no column "${name}"`);
    }
  }
  if (wrong.length > 0) throw new NamesakeError("COLUMN_NOT_FOUND", wrong);
}

function makeNamesDistinct(columns: readonly Growing[]): AlignedColumn[] {
  const taken = new Set<string>();
  return columns.map(({ name, indexes }) => {
    let distinct = name;
    for (let n = 2; taken.has(distinct); n += 1) distinct = `${name}_${n}`;
    taken.add(distinct);
    return { name: distinct, indexes };
  });
}

function describe(inputs: readonly NamedColumns[], columns: readonly AlignedColumn[]): string[] {
  const sentences: string[] = [];
  const same = columns.filter((column) =>
    column.indexes.every((index, i) => index >= 0 && inputs[i]?.columnNames[index] === column.name),
  );
  if (same.length > 0)
    sentences.push(`Columns of one name in all inputs: ${same.map((column) => column.name).join(", ")}.`);
  for (const column of columns) {
    if (same.includes(column)) continue;
    const parts = column.indexes.flatMap((index, i) =>
      index < 0 ? [] : [`"${inputs[i]?.columnNames[index]}" of ${inputs[i]?.source}`],
    );
    if (parts.length > 1) sentences.push(`Column "${column.name}" holds ${parts.join(", ")}.`);
    else
      sentences.push(
        `Column "${column.name}" is only in ${inputs[column.indexes.findIndex((index) => index >= 0)]?.source}.`,
      );
  }
  return sentences;
}
