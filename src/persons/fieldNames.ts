// The names that fields of a record may have: columns of the loaded run, the names of its settings, and the model's own
// words where they name one column for certain. Each leads to one column, under which the value is stored.

import { type AccessContext, maySeeField } from "../governance/accessContext.ts";
import { listModelColumns } from "../linkage/live/modelNames.ts";
import type { Model } from "../linkage/model.ts";
import type { ColumnNames } from "../linkage/read/alignColumns.ts";
import { isMissing } from "../linkage/read/missingValue.ts";
import { nearestName } from "../linkage/settings/json/nearestName.ts";
import { NamesakeError } from "../shared/errors.ts";

/** What the run that was loaded knew of columns; kept in the store's setting "columns". */
export interface LoadedColumns {
  readonly columns: readonly string[];
  /** Per source, per column there, the column that its settings make of it. */
  readonly columnNames: ColumnNames;
}

const nearestMax = 3;

export class FieldNames {
  /** Columns in the order of the run. */
  readonly columns: readonly string[];
  readonly #columnOf = new Map<string, string>();
  readonly #ofSource: ColumnNames;

  constructor(model: Pick<Model, "fields" | "sourcesBy">, loaded: LoadedColumns) {
    const plans = model.fields.flatMap((field) => field.columns);
    this.columns = [...new Set([...loaded.columns, ...listModelColumns(model)])];
    this.#ofSource = loaded.columnNames;
    for (const column of this.columns) this.#columnOf.set(column, column);
    for (const { name, columns } of model.fields) {
      const [only] = columns;
      if (only !== undefined && columns.length === 1) this.#add(name, only.column);
    }
    for (const { type, column } of plans) {
      if (plans.filter((plan) => plan.type === type).length === 1) this.#add(snakeCase(type), column);
    }
  }

  /** All names that a record of any source may use and the context may see. */
  known(context?: Pick<AccessContext, "fields">): string[] {
    return [...this.#columnOf].filter(([, column]) => this.#maySee(context, column)).map(([name]) => name);
  }

  /** Column that a name means in records of the source; null where it is unknown. */
  columnOf(name: string, source: string): string | null {
    const ofSource = this.#ofSource[source];
    const renamed = ofSource !== undefined && Object.hasOwn(ofSource, name) ? ofSource[name] : undefined;
    return this.#columnOf.get(renamed ?? name) ?? null;
  }

  /**
   * The texts by column, missing ones left out: those that a bulk run takes for missing too.
   * @throws NamesakeError FIELD_UNKNOWN with the nearest names for each unknown one, TEXT_NOT_ALLOWED
   */
  resolve(
    context: AccessContext,
    fields: Readonly<Record<string, string | null>>,
    source: string,
  ): Record<string, string> {
    const found = new Map<string, string>();
    const mistakes: string[] = [];
    for (const [name, value] of Object.entries(fields)) {
      const column = this.columnOf(name, source);
      if (column === null || !this.#maySee(context, column)) mistakes.push(this.#describeUnknown(context, name));
      else if (value === null || isMissing(value)) continue;
      else if (!isAllowed(value)) throw new NamesakeError("TEXT_NOT_ALLOWED", `field ${JSON.stringify(column)}`);
      else if (found.has(column) && found.get(column) !== value)
        mistakes.push(`${JSON.stringify(name)}: another name of the same field has another value`);
      else found.set(column, value);
    }
    if (mistakes.length > 0) throw new NamesakeError("FIELD_UNKNOWN", mistakes.slice(0, mistakesMax));
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #describeUnknown(context: AccessContext, name: string): string {
    const shown = JSON.stringify(name.slice(0, 60).toWellFormed());
    const left = this.known(context);
    const nearest: string[] = [];
    for (let i = 0; i < nearestMax; i += 1) {
      const next = nearestName(name.slice(0, 200), left);
      if (next === null) break;
      nearest.push(next);
      left.splice(left.indexOf(next), 1);
    }
    return nearest.length === 0
      ? `${shown}; known: ${left.slice(0, 20).join(", ")}`
      : `${shown}; nearest: ${nearest.join(", ")}`;
  }

  #maySee(context: Pick<AccessContext, "fields"> | undefined, column: string): boolean {
    return context === undefined || maySeeField(context as AccessContext, column);
  }

  #add(name: string, column: string): void {
    if (!this.#columnOf.has(name)) this.#columnOf.set(name, column);
  }
}

const mistakesMax = 20;
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Databases hold no NUL, and half of a surrogate pair is no text. */
export const isAllowed = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();
