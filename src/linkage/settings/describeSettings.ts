// The plan of a finished run as a settings document: everything that was chosen from the data is written out, so that
// giving it back repeats the run. Values of records are not in it.
import { resolve } from "node:path";
import { blockingDefaults } from "../block/chooseRules.ts";
import type { ColumnProfile } from "../profile/columnProfile.ts";
import type { ReadInput } from "../read/readOptions.ts";
import { settingsVersion } from "./readSettings.ts";
import type { ResolvedSettings } from "./resolvedSettings.ts";

export interface SettingsFacts {
  readonly profiles: readonly ColumnProfile[];
  /** Atom names of each blocking rule used. */
  readonly rules: readonly (readonly string[])[];
  /** The identifier column used, null where row numbers served. */
  readonly idColumn: string | null;
  readonly inputs: readonly ReadInput[];
  /** The column that served as source, null where none did. */
  readonly sourcesBy: string | null;
}

/** The document for settings.json, in a fixed order of keys (docs/settings.md); keys with "$" are notes. */
export function describeSettings(resolved: ResolvedSettings, facts: SettingsFacts): object {
  const { read, training, favour, maxFalseMergeRate, linkProbability, reviewProbability } = resolved;
  return {
    version: settingsVersion,
    $inputs: facts.inputs.map(({ file, source, recordCount, format }) => ({
      file,
      path: file === "standard input" ? "-" : resolve(file),
      source,
      recordCount,
      format,
    })),
    input: {
      id: facts.idColumn,
      ...(read.sourceColumn === undefined ? {} : { source: read.sourceColumn }),
      sourcesBy: facts.sourcesBy,
      acrossOnly: resolved.acrossOnly,
      ...(read.columnNames === undefined ? {} : { columnNames: read.columnNames }),
    },
    columns: describeColumns(facts.profiles, read.truthColumn),
    blocking: { ...blockingDefaults, ...resolved.blocking, rules: facts.rules },
    training: { seed: training.seed, pairsMax: training.pairsMax },
    thresholds: { favour, maxFalseMergeRate, linkProbability, reviewProbability },
    clustering: { componentSizeMax: resolved.componentSizeMax, onePerSource: resolved.onePerSource },
    currentYear: resolved.currentYear,
  };
}

/** A column of truth stays out of matching also where the settings are given back without it being named. */
function describeColumns(profiles: readonly ColumnProfile[], truthColumn: string | undefined): object {
  const columns = profiles.map(({ name, type, dateOrder, confidence, reasons }): [string, object] => [
    name,
    { type, ...(dateOrder === null ? {} : { dateOrder }), confidence: Math.round(confidence * 1000) / 1000, reasons },
  ]);
  const truth: [string, object] | null =
    truthColumn === undefined
      ? null
      : [truthColumn, { type: "notForMatching", reasons: ["true clusters, for evaluation"] }];
  return Object.fromEntries(truth === null ? columns : [...columns, truth]);
}
