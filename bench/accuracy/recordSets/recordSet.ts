// Records with their truth in memory, as the benches make and change them before they are written as files and linked.

export interface RecordSet {
  readonly name: string;
  /** Attributes alone: identifier, source and truth stand beside. */
  readonly columns: readonly string[];
  /** Per record one value a column, "" where missing. */
  readonly rows: readonly (readonly string[])[];
  readonly ids: readonly string[];
  /** Per record its true cluster. */
  readonly truth: readonly string[];
  /** Per record its source, where the link is told of sources; else null. */
  readonly sources: readonly string[] | null;
  /** Only pairs of different sources count. */
  readonly acrossOnly: boolean;
}

/** Headers of the columns beside the attributes. */
export interface ServiceNames {
  readonly id: string;
  readonly source: string;
}

export const defaultServiceNames: ServiceNames = { id: "unique_id", source: "source_dataset" };

/** The records at these indexes, in that order. */
export function pickRecords(set: RecordSet, indexes: readonly number[]): RecordSet {
  const pick = <Item>(items: readonly Item[]): Item[] => indexes.map((index) => items[index] as Item);
  return {
    ...set,
    rows: pick(set.rows),
    ids: pick(set.ids),
    truth: pick(set.truth),
    sources: set.sources === null ? null : pick(set.sources),
  };
}

/** The set with these columns alone, in this order; unknown names are left out. */
export function keepColumns(set: RecordSet, names: readonly string[]): RecordSet {
  const places = names.map((name) => set.columns.indexOf(name)).filter((place) => place >= 0);
  return {
    ...set,
    columns: places.map((place) => set.columns[place] as string),
    rows: set.rows.map((row) => places.map((place) => row[place] as string)),
  };
}

/** The set with `change` applied to every value that is not missing. */
export function mapValues(set: RecordSet, change: (value: string, column: number) => string): RecordSet {
  return {
    ...set,
    rows: set.rows.map((row) => row.map((value, column) => (value === "" ? "" : change(value, column)))),
  };
}
