// Whether the numbers of two records are of two series (findSeries.ts), by the fields of the records that say it.
import type { StandardRecords, TextField } from "../../standardise/standardRecords.ts";

export class NumberSeries {
  readonly #cells: Int32Array;
  readonly #stride: number;
  readonly #positions: readonly number[];

  /** Null where no field says the series of this one's numbers. */
  static of(records: StandardRecords, { seriesBy = [] }: TextField): NumberSeries | null {
    const positions = records.fields.flatMap((field) =>
      field.kind !== "name" && seriesBy.includes(field.name) ? [field.slot.position] : [],
    );
    return positions.length === 0 ? null : new NumberSeries(records, positions);
  }

  private constructor({ cells, stride }: StandardRecords, positions: readonly number[]) {
    this.#cells = cells;
    this.#stride = stride;
    this.#positions = positions;
  }

  /** True where both records say it and differ. */
  differ(left: number, right: number): boolean {
    for (const position of this.#positions) {
      const [a, b] = [this.#cells[left * this.#stride + position]!, this.#cells[right * this.#stride + position]!];
      if (a >= 0 && b >= 0 && a !== b) return true;
    }
    return false;
  }
}
