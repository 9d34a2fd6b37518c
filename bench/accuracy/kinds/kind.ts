// A kind of file that the development sets are not: made by generators that share neither names nor errors with
// src/generate, so that what fits our own generator does not look like accuracy.
import type { Random } from "../../../src/generate/random/random.ts";
import type { RecordSet } from "../recordSets/recordSet.ts";

export interface Kind {
  readonly name: string;
  /** One sentence for the table's notes. */
  readonly description: string;
  readonly make: (random: Random, scale: number) => RecordSet;
}

/** Records as they are made, person by person, until they are turned into a set. */
export class SetBuilder {
  readonly #rows: { row: readonly string[]; person: number; source: string }[] = [];

  add(person: number, row: readonly string[], source = ""): void {
    this.#rows.push({ row, person, source });
  }

  get count(): number {
    return this.#rows.length;
  }

  /** In random order; identifiers say nothing of person or order of making. */
  finish(
    random: Random,
    options: {
      readonly name: string;
      readonly columns: readonly string[];
      readonly hasSources?: boolean;
      readonly acrossOnly?: boolean;
    },
  ): RecordSet {
    const shuffled = this.#rows
      .map((made) => ({ ...made, id: random.bits() * 4096 + random.below(4096) }))
      .sort((a, b) => a.id - b.id);
    return {
      name: options.name,
      columns: options.columns,
      rows: shuffled.map(({ row }) => row),
      ids: shuffled.map(({ id }, i) => `${id.toString(36).padStart(9, "0")}${i % 10}`),
      truth: shuffled.map(({ person }) => `p${person}`),
      sources: options.hasSources === true ? shuffled.map(({ source }) => source) : null,
      acrossOnly: options.acrossOnly ?? false,
    };
  }
}
