// Checks a settings document against what is known (docs/settings.md). What it does not say is left undefined; every
// mistake is noted with its path.
import type { BlockingOptions } from "../block/chooseRules.ts";
import type { DateOrder } from "../profile/columnProfile.ts";
import { type SemanticType, semanticTypes } from "../profile/semanticType.ts";
import type { ColumnNames } from "../read/alignColumns.ts";
import type { JsonPlace } from "./json/jsonPlace.ts";
import type { Favour } from "./resolvedSettings.ts";

/** A settings file as understood; undefined where it is silent. */
export interface SettingsDocument {
  readonly idColumn: string | null | undefined;
  readonly sourceColumn: string | undefined;
  readonly acrossOnly: boolean | undefined;
  readonly columnNames: ColumnNames | undefined;
  readonly types: Readonly<Record<string, SemanticType>>;
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
  readonly blocking: Partial<BlockingOptions>;
  readonly blockingRules: readonly (readonly string[])[] | undefined;
  readonly seed: number | undefined;
  readonly pairsMax: number | undefined;
  readonly favour: Favour | undefined;
  readonly maxFalseMergeRate: number | undefined;
  readonly linkProbability: number | undefined;
  readonly reviewProbability: number | undefined;
  readonly componentSizeMax: number | undefined;
  readonly onePerSource: boolean | "auto" | undefined;
  /** Null: none; undefined: the data decides. */
  readonly sourcesBy: string | null | undefined;
  readonly currentYear: number | undefined;
}

export const settingsVersion = 1;
const sections = [
  "version",
  "input",
  "columns",
  "blocking",
  "training",
  "thresholds",
  "clustering",
  "currentYear",
] as const;
const dateOrderNames: readonly DateOrder[] = ["dayFirst", "monthFirst", "yearFirst"];
export const favourNames: readonly Favour[] = ["precision", "recall", "balance"];

/** Ranges that flags and the file share. */
export const limits = {
  seed: { min: 0, max: 2 ** 32 - 1, isWhole: true },
  probability: { above: 0, below: 1 },
} as const;

const blockingLimits = {
  allPairsMax: { min: 0, max: 100_000, isWhole: true },
  blockSizeMax: { min: 2, max: 1_000_000, isWhole: true },
  pairsPerRecordMax: { min: 1, max: 1_000_000 },
  pairsPerRecordOfRuleMax: { min: 1, max: 1_000_000 },
} as const satisfies Record<keyof BlockingOptions, object>;

const atomsMax = 3;

/** Reads the whole document; mistakes stand in `place.mistakes` then. */
export function readSettings(place: JsonPlace): SettingsDocument {
  const { version, input, columns, blocking, training, thresholds, clustering, currentYear } = place.fields(sections);
  const wanted = version.number({ min: 1, isWhole: true });
  if (wanted !== undefined && wanted > settingsVersion) {
    version.note(`${wanted} is newer than this version of namesake understands (${settingsVersion})`);
  }
  const { seed, pairsMax } = training.fields(["seed", "pairsMax"]);
  const { componentSizeMax, onePerSource } = clustering.fields(["componentSizeMax", "onePerSource"]);
  return {
    ...readInput(input),
    ...readColumns(columns),
    ...readBlocking(blocking),
    seed: seed.number(limits.seed),
    pairsMax: pairsMax.number({ min: 1000, max: 1_000_000_000, isWhole: true }),
    ...readThresholds(thresholds),
    componentSizeMax: componentSizeMax.number({ min: 2, max: 100_000, isWhole: true }),
    onePerSource: onePerSource.value === "auto" ? "auto" : readOnePerSource(onePerSource),
    currentYear: currentYear.number({ min: 1900, max: 2200, isWhole: true }),
  };
}

function readInput(place: JsonPlace) {
  const names = ["id", "source", "sourcesBy", "acrossOnly", "columnNames"] as const;
  const { id, source, sourcesBy, acrossOnly, columnNames } = place.fields(names);
  return {
    idColumn: id.value === null ? null : readName(id),
    sourceColumn: readName(source),
    sourcesBy: sourcesBy.value === null ? null : readName(sourcesBy),
    acrossOnly: acrossOnly.isTrue(),
    columnNames: columnNames.isAbsent ? undefined : readColumnNames(columnNames),
  };
}

function readName(place: JsonPlace): string | undefined {
  const name = place.text();
  if (name === "") place.note("must name a column");
  return name;
}

function readColumnNames(place: JsonPlace): ColumnNames {
  const sources = place.entries({ hasNotes: true }).map(([source, renamed]) => {
    const names = renamed.entries();
    return [source, Object.fromEntries(names.map(([column, name]) => [column, readName(name.required()) ?? ""]))];
  });
  return Object.fromEntries(sources);
}

/** `reasons` and `confidence` stand in a settings file that a run wrote; they inform a person and are not read. */
function readColumns(place: JsonPlace): Pick<SettingsDocument, "types" | "dateOrders"> {
  const types: [string, SemanticType][] = [];
  const dateOrders: [string, DateOrder][] = [];
  for (const [name, column] of place.entries({ hasNotes: true })) {
    const fields = column.fields(["type", "dateOrder", "reasons", "confidence"]);
    const type = fields.type.oneOf(semanticTypes, "type");
    const dateOrder = fields.dateOrder.oneOf(dateOrderNames, "date order");
    if (type !== undefined) types.push([name, type]);
    if (dateOrder !== undefined) dateOrders.push([name, dateOrder]);
    if (dateOrder !== undefined && type !== undefined && type !== "birthDate") {
      fields.dateOrder.note(`is for columns of type birthDate, not ${type}`);
    }
  }
  return { types: Object.fromEntries(types), dateOrders: Object.fromEntries(dateOrders) };
}

function readBlocking(place: JsonPlace): Pick<SettingsDocument, "blocking" | "blockingRules"> {
  const names = Object.keys(blockingLimits) as (keyof BlockingOptions)[];
  const fields = place.fields([...names, "rules"]);
  const numbers = names.flatMap((name): [string, number][] => {
    const value = fields[name].number(blockingLimits[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const rules = fields.rules.items();
  if (rules?.length === 0) fields.rules.note("must hold at least one rule; leave it out to have rules chosen");
  const blockingRules = rules?.map((rule) => {
    const atoms = rule.required().texts() ?? [];
    if (atoms.length > atomsMax) rule.note(`holds more than ${atomsMax} keys`);
    if (new Set(atoms).size < atoms.length) rule.note("holds a key twice");
    return atoms;
  });
  return { blocking: Object.fromEntries(numbers) as Partial<BlockingOptions>, blockingRules };
}

function readThresholds(place: JsonPlace) {
  const fields = place.fields(["favour", "maxFalseMergeRate", "linkProbability", "reviewProbability"]);
  const maxFalseMergeRate = fields.maxFalseMergeRate.number(limits.probability);
  const linkProbability = fields.linkProbability.number(limits.probability);
  const reviewProbability = fields.reviewProbability.number(limits.probability);
  if (maxFalseMergeRate !== undefined && linkProbability !== undefined) {
    fields.maxFalseMergeRate.note("and linkProbability both set the link threshold; keep one");
  }
  if (linkProbability !== undefined && reviewProbability !== undefined && reviewProbability > linkProbability) {
    fields.reviewProbability.note("must not be above linkProbability");
  }
  const favour = fields.favour.oneOf(favourNames, "preference");
  return { favour, maxFalseMergeRate, linkProbability, reviewProbability };
}

function readOnePerSource(place: JsonPlace): boolean | undefined {
  if (place.isAbsent || typeof place.value === "boolean") return place.isTrue();
  place.note('must be true, false or "auto"');
  return undefined;
}
