// Finds records of a table by source and identifier, by bisection: records are in canonical order already.
import { compareUtf8 } from "./compareUtf8.ts";
import type { RecordTable } from "./recordTable.ts";

export class RecordFinder {
  readonly #table: RecordTable;
  /** Per source its first record, and one past the last record of all. */
  readonly #starts: readonly number[];

  constructor(table: RecordTable) {
    this.#table = table;
    const starts = table.sources.map(() => table.recordCount);
    for (let record = table.recordCount - 1; record >= 0; record -= 1) starts[table.sourceOf[record]!] = record;
    // A source without records starts where the next one does.
    for (let source = starts.length - 2; source >= 0; source -= 1) {
      starts[source] = Math.min(starts[source]!, starts[source + 1]!);
    }
    this.#starts = [...starts, table.recordCount];
  }

  /** Index of the record; null where there is none; "ambiguous" where no source is named and several have it. */
  find(source: string | null, id: string): number | null | "ambiguous" {
    const { sources } = this.#table;
    const named = source === null ? sources.map((_, index) => index) : [sources.indexOf(source)];
    const found = named.flatMap((index) => (index < 0 ? [] : (this.#findIn(index, id) ?? [])));
    return found.length > 1 ? "ambiguous" : (found[0] ?? null);
  }

  #findIn(source: number, id: string): number | null {
    const { recordIds, idColumn } = this.#table;
    const compare = idColumn === null ? (a: string, b: string) => Number(a) - Number(b) : compareUtf8;
    let low = this.#starts[source]!;
    let high = this.#starts[source + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(recordIds.at(middle), id) < 0) low = middle + 1;
      else high = middle;
    }
    return low < this.#starts[source + 1]! && recordIds.at(low) === id ? low : null;
  }
}
