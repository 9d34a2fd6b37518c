// A misspelt column in the settings would silently change nothing; it is refused once the columns are known.
import { NamesakeError } from "../../shared/errors.ts";
import { nearestName } from "./json/nearestName.ts";
import type { ResolvedSettings } from "./resolvedSettings.ts";

/**
 * Checks that each column that the settings speak of is among `columnNames` (the attributes read), or was read as
 * identifier, source or truth.
 * @throws NamesakeError COLUMN_NOT_FOUND with every such column and the nearest known one
 */
export function requireKnownColumns(
  { read, profile, sourcesBy }: ResolvedSettings,
  columnNames: readonly string[],
  idColumn: string | null,
): void {
  const known = new Set<string | null | undefined>([...columnNames, idColumn, read.sourceColumn, read.truthColumn]);
  const named = new Set([...Object.keys(profile.types ?? {}), ...Object.keys(profile.dateOrders ?? {})]);
  const unknown = [...named].filter((name) => !known.has(name)).map((name) => ({ place: "columns", name }));
  if (sourcesBy != null && !columnNames.includes(sourcesBy))
    unknown.push({ place: "input.sourcesBy", name: sourcesBy });
  if (unknown.length === 0) return;
  const places = unknown.map(({ place, name }) => {
    const nearest = nearestName(name, columnNames);
    return `settings ${place} ${JSON.stringify(name)}: ${nearest === null ? "no such column" : `no such column; nearest: ${JSON.stringify(nearest)}`}`;
  });
  throw new NamesakeError("COLUMN_NOT_FOUND", places);
}
