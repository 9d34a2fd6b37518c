// Flags win over the settings file, the file over defaults; the result is one frozen plan. All mistakes are reported
// together, each with its path.
import { stat } from "node:fs/promises";
import { currentDay } from "../../shared/currentDay.ts";
import { NamesakeError } from "../../shared/errors.ts";
import type { LinkOptions } from "../linkOptions.ts";
import { freezeDeep } from "./json/freezeDeep.ts";
import { JsonPlace } from "./json/jsonPlace.ts";
import { readJsonFile } from "./json/readJsonFile.ts";
import { favourNames, limits, readSettings, type SettingsDocument } from "./readSettings.ts";
import { type Favour, type ResolvedSettings, settingsDefaults } from "./resolvedSettings.ts";

/**
 * The plan of a run. `options.truth` that names no existing file is taken for the name of a column.
 * @param today whose year serves where the settings fix none
 * @throws NamesakeError SETTINGS_INVALID with every mistake, and FILE_* for the settings file itself
 * @example const { training } = await resolveSettings({ input: "people.csv", seed: 7 });
 */
export async function resolveSettings(options: LinkOptions, today: Date = currentDay()): Promise<ResolvedSettings> {
  const { settings } = options;
  const content = typeof settings === "string" ? await readJsonFile(settings, "SETTINGS_INVALID") : (settings ?? {});
  const mistakes: string[] = [];
  const place = new JsonPlace(content, "", mistakes);
  if (place.isAbsent) place.note("must be an object in braces");
  const document = readSettings(place);
  const flags = readFlags(options, mistakes);
  if (mistakes.length > 0) throw new NamesakeError("SETTINGS_INVALID", mistakes);
  const truth = await resolveTruth(options.truth);
  return freezeDeep(merge(options, document, flags, truth, today.getUTCFullYear()));
}

interface Flags {
  readonly seed: number | undefined;
  readonly favour: Favour | undefined;
  readonly maxFalseMergeRate: number | undefined;
}

/** The command line has checked its flags already; callers of the library have not. */
function readFlags(options: LinkOptions, mistakes: string[]): Flags {
  const at = (value: unknown, name: string): JsonPlace => new JsonPlace(value, `option ${name}`, mistakes);
  return {
    seed: at(options.seed, "seed").number(limits.seed),
    favour: at(options.favour, "favour").oneOf(favourNames, "preference"),
    maxFalseMergeRate: at(options.maxFalseMergeRate, "maxFalseMergeRate").number(limits.probability),
  };
}

type Truth = { readonly file: string | null; readonly column: string | undefined };

async function resolveTruth(truth: string | undefined): Promise<Truth> {
  if (truth === undefined) return { file: null, column: undefined };
  const facts = await stat(truth).catch(() => null);
  const isFile = facts !== null && (!facts.isDirectory() || /[\\/]/.test(truth));
  return isFile ? { file: truth, column: undefined } : { file: null, column: truth };
}

function merge(
  options: LinkOptions,
  document: SettingsDocument,
  flags: Flags,
  truth: Truth,
  clockYear: number,
): ResolvedSettings {
  const currentYear = document.currentYear ?? clockYear;
  return {
    read: resolveRead(options, document, truth.column),
    truthFile: truth.file,
    profile: { types: document.types, dateOrders: document.dateOrders, currentYear },
    acrossOnly: options.acrossOnly ?? document.acrossOnly ?? false,
    blocking: document.blocking,
    blockingRules: document.blockingRules ?? null,
    training: {
      seed: flags.seed ?? document.seed ?? settingsDefaults.seed,
      pairsMax: document.pairsMax ?? settingsDefaults.pairsMax,
    },
    ...resolveThresholds(document, flags),
    componentSizeMax: document.componentSizeMax ?? settingsDefaults.componentSizeMax,
    onePerSource: document.onePerSource ?? settingsDefaults.onePerSource,
    ...(document.sourcesBy === undefined ? {} : { sourcesBy: document.sourcesBy }),
    currentYear,
  };
}

function resolveRead(options: LinkOptions, document: SettingsDocument, truthColumn: string | undefined) {
  const idColumn = options.idColumn === undefined ? document.idColumn : options.idColumn;
  const sourceColumn = options.sourceColumn ?? document.sourceColumn;
  return {
    ...(idColumn === undefined ? {} : { idColumn }),
    ...(sourceColumn === undefined ? {} : { sourceColumn }),
    ...(truthColumn === undefined ? {} : { truthColumn }),
    ...(document.columnNames === undefined ? {} : { columnNames: document.columnNames }),
  };
}

/** A flag that asks how to place the threshold sets aside a threshold that the file fixed. */
function resolveThresholds(document: SettingsDocument, flags: Flags) {
  const isAsked = flags.favour !== undefined || flags.maxFalseMergeRate !== undefined;
  return {
    favour: flags.favour ?? document.favour ?? settingsDefaults.favour,
    maxFalseMergeRate: flags.maxFalseMergeRate ?? document.maxFalseMergeRate ?? null,
    reviewProbability: document.reviewProbability ?? settingsDefaults.reviewProbability,
    linkProbability: isAsked ? null : (document.linkProbability ?? null),
  };
}
