// From columns to comparable records: what the columns are, which fields they make, and how sources write them.
import type { ColumnDrafter } from "./profile/columnDrafter.ts";
import type { ColumnProfile } from "./profile/columnProfile.ts";
import { profileColumns } from "./profile/profileColumns.ts";
import type { RecordTable } from "./read/recordTable.ts";
import type { ResolvedSettings } from "./settings/resolvedSettings.ts";
import { alignAges } from "./standardise/alignAges.ts";
import { type FieldPlan, planFields } from "./standardise/fieldPlan.ts";
import { findSourceColumn } from "./standardise/findSourceColumn.ts";
import { addWritings, findWritings } from "./standardise/findWritings.ts";
import { type SourcesBy, sourcesOf, tellApart } from "./standardise/sourcesBy.ts";
import { standardiseOnTeam } from "./standardise/standardiseOnTeam.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";
import type { Team } from "./team/team.ts";

export interface PlannedRecords {
  readonly profiles: readonly ColumnProfile[];
  readonly planned: readonly FieldPlan[];
  readonly standard: StandardRecords;
  /** The column that serves as source; null where there are sources, or nothing tells records apart. */
  readonly sourcesBy: SourcesBy | null;
}

interface Planning {
  readonly settings: ResolvedSettings;
  readonly drafter: ColumnDrafter;
  readonly team: Team;
  /** Told once, when columns are known and their values are about to be made comparable. */
  readonly onPlanned: () => Promise<void>;
}

/** @throws NamesakeError INTERRUPTED where the team's run was aborted */
export async function planRecords(table: RecordTable, planning: Planning): Promise<PlannedRecords> {
  const { acrossOnly, onePerSource, sourcesBy } = planning.settings;
  const named = table.columns.find(({ name }) => name === sourcesBy);
  if (table.sources.length < 2 && named !== undefined) {
    const given = sourcesOf(named);
    return planToldApart(tellApart(table, given), given, planning);
  }
  const plain = await planToldApart(table, null, planning);
  if (table.sources.length > 1 || acrossOnly || onePerSource === false || sourcesBy === null) return plain;
  const found = findSourceColumn(table, plain.standard);
  const again = { ...planning, onPlanned: () => Promise.resolve() };
  return found === null ? plain : planToldApart(tellApart(table, found), found, again);
}

async function planToldApart(
  table: RecordTable,
  sourcesBy: SourcesBy | null,
  { settings, drafter, team, onPlanned }: Planning,
): Promise<PlannedRecords> {
  const { profile, currentYear } = settings;
  const profiles = profileColumns(table, { ...profile, sourceColumn: sourcesBy?.column }, drafter);
  const aligned = alignAges(planFields(profiles, currentYear), table, currentYear);
  await onPlanned();
  const standard = await standardiseOnTeam(table, aligned, team);
  const writings = findWritings(standard);
  if (writings.size === 0) return { profiles, planned: aligned, standard, sourcesBy };
  const planned = addWritings(aligned, writings);
  return { profiles, planned, standard: await standardiseOnTeam(table, planned, team), sourcesBy };
}
