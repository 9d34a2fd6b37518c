// The names by which values may be given to a model: columns as in the source, and fields where these have one column.
import type { Model } from "../model.ts";
import { nearestName } from "../settings/json/nearestName.ts";
import { listPlannedColumns } from "../standardise/fieldPlan.ts";

type FieldsOfModel = Pick<Model, "fields" | "sourcesBy">;

/** Names of all columns that the model reads, each once: those of its fields in their order, and that which tells sources apart. */
export function listModelColumns({ fields, sourcesBy }: FieldsOfModel): string[] {
  const planned = listPlannedColumns(fields);
  return sourcesBy === null || planned.includes(sourcesBy.column) ? planned : [...planned, sourcesBy.column];
}

/**
 * The model's names as a lookup: every column by its own name, and each field of exactly one column by the field's
 * name, unless a column is called so.
 */
export function columnsByName(model: FieldsOfModel): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, columns } of model.fields) if (columns.length === 1) names.set(name, columns[0]?.column ?? name);
  for (const column of listModelColumns(model)) names.set(column, column);
  return names;
}

/** The known name nearest to one that the model does not know, or null where none is near. */
export function suggestName(model: FieldsOfModel, unknown: string): string | null {
  return nearestName(unknown, [...columnsByName(model).keys()]);
}
