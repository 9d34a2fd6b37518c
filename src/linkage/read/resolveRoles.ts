// Finds the columns that the user named (identifier, source, truth) among the aligned ones; a column may be called by
// its name in any of the files.
import { NamesakeError } from "../../shared/errors.ts";
import type { AlignedColumn, NamedColumns } from "./alignColumns.ts";
import type { ColumnRoles } from "./assembleTable.ts";
import { splitColumnName } from "./splitColumnName.ts";

/** @throws NamesakeError COLUMN_NOT_FOUND with the columns that there are */
export function resolveRoles(
  roles: ColumnRoles,
  inputs: readonly NamedColumns[],
  columns: readonly AlignedColumn[],
): ColumnRoles {
  const wrong: string[] = [];
  const resolve = (role: string, name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    const found = findColumn(name, inputs, columns);
    if (found === undefined) wrong.push(`${role} column "${name}"`);
    return found;
  };
  const resolved: ColumnRoles = {
    idColumn: roles.idColumn === null ? null : resolve("identifier", roles.idColumn),
    sourceColumn: resolve("source", roles.sourceColumn),
    truthColumn: resolve("truth", roles.truthColumn),
  };
  if (wrong.length > 0) {
    const names = columns.slice(0, 100).map((column) => column.name);
    throw new NamesakeError("COLUMN_NOT_FOUND", [...wrong, `the columns are ${names.join(", ")}`]);
  }
  return resolved;
}

function findColumn(
  name: string,
  inputs: readonly NamedColumns[],
  columns: readonly AlignedColumn[],
): string | undefined {
  const exact = columns.find((column) => column.name === name);
  const original = columns.find((column) => column.indexes.some((index, i) => inputs[i]?.columnNames[index] === name));
  if (exact !== undefined || original !== undefined) return (exact ?? original)?.name;
  const plain = splitColumnName(name).join("");
  const similar = columns.filter((column) => splitColumnName(column.name).join("") === plain);
  return plain !== "" && similar.length === 1 ? similar[0]?.name : undefined;
}
