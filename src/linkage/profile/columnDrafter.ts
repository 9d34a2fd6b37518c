// First guesses of columns, made as soon as each column is coded: they take this thread while DuckDB works on the next ones.
import type { RawColumn } from "../read/rawRecords.ts";
import type { Column } from "../read/recordTable.ts";
import type { ColumnDraft } from "./columnDraft.ts";
import { draftColumn } from "./draftColumn.ts";
import type { SemanticType } from "./semanticType.ts";

export class ColumnDrafter {
  readonly #types: Readonly<Record<string, SemanticType>>;
  readonly #currentYear: number;
  readonly #drafts = new Map<RawColumn["values"], ColumnDraft>();

  /** `types`: those that the user sets, by column name. */
  constructor({
    types = {},
    currentYear = new Date().getFullYear(),
  }: {
    readonly types?: Readonly<Record<string, SemanticType>>;
    readonly currentYear?: number;
  }) {
    this.#types = types;
    this.#currentYear = currentYear;
  }

  /** Drafts the column, in whatever order its records are, unless it looks like the identifier, which nobody asks about. */
  add(column: RawColumn): void {
    if (column.values.count < column.codes.length) this.#drafts.set(column.values, this.#draft(column));
  }

  /** The draft of a column of the finished table. */
  of(column: Column): ColumnDraft {
    const draft = this.#drafts.get(column.values);
    return draft === undefined ? this.#draft(column) : { ...draft, summary: { ...draft.summary, column } };
  }

  #draft(column: Column): ColumnDraft {
    // An own property only: a column may be called "constructor".
    const fixed = Object.hasOwn(this.#types, column.name) ? this.#types[column.name] : undefined;
    return draftColumn(column, fixed, this.#currentYear);
  }
}
