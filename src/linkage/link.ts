// Records in, clusters out: the stages in order. Everything a stage needs is handed to it; nothing is global.
import { NamesakeError } from "../shared/errors.ts";
import { blockingDefaults } from "./block/chooseRules.ts";
import { collectFrequencies, type FrequencyTables } from "./compare/frequencies.ts";
import { alignFrequencies, PairComparer } from "./compare/pairComparer.ts";
import { addSeries, findSeries } from "./compare/told/findSeries.ts";
import { addTold, findTold } from "./compare/told/findTold.ts";
import { countBeside } from "./compare/told/toldValues.ts";
import { addSubgroups, evaluateRun } from "./evaluate/evaluateRun.ts";
import { groupRecords } from "./evaluate/subgroups/groupRecords.ts";
import { chooseOutcome } from "./labels/chooseOutcome.ts";
import { readLabels } from "./labels/readLabels.ts";
import type { LinkOptions, Summary, WriteOptions } from "./linkOptions.ts";
import { LinkRun } from "./linkRun.ts";
import { planRun } from "./memory/planRun.ts";
import type { Model } from "./model.ts";
import { type PlannedRecords, planRecords } from "./planRecords.ts";
import { ColumnDrafter } from "./profile/columnDrafter.ts";
import { profileColumns } from "./profile/profileColumns.ts";
import { readDecisions } from "./read/readDecisions.ts";
import type { ReadResult } from "./read/readOptions.ts";
import { readRecords } from "./read/readRecords.ts";
import type { RecordTable } from "./read/recordTable.ts";
import { scoreAndCluster } from "./scoreAndCluster.ts";
import { loadModel } from "./settings/loadModel.ts";
import { requireKnownColumns } from "./settings/requireKnownColumns.ts";
import type { ResolvedSettings } from "./settings/resolvedSettings.ts";
import { resolveSettings } from "./settings/resolveSettings.ts";
import { StageClock } from "./stageClock.ts";
import { collapseIdentical } from "./standardise/collapseIdentical.ts";
import type { FieldPlan } from "./standardise/fieldPlan.ts";
import { type Spellings, withSpellings } from "./standardise/nicknameLists.ts";
import { completeTable, fitToModel } from "./standardise/standardiseForModel.ts";
import { standardiseOnTeam } from "./standardise/standardiseOnTeam.ts";
import type { StandardRecords } from "./standardise/standardRecords.ts";
import { createTeam } from "./team/createTeam.ts";
import type { Team } from "./team/team.ts";
import { buildModel } from "./train/buildModel.ts";
import { compareLabels } from "./train/labelledPairs.ts";
import { openTraining } from "./train/openTraining.ts";
import { holdFalseMerges } from "./train/placeThresholds.ts";
import { requireFree } from "./write/replaceFolder.ts";

/**
 * Links records of people: finds which are the same person, without labels or settings.
 *
 * @returns the finished run; nothing is written before `run.write({ out })`
 * @throws NamesakeError for every expected failure (docs/errors.md), INTERRUPTED when `signal` is aborted
 * @example
 * const run = await link({ input: "people.csv" });
 * console.log(run.summary.clusters);
 * await run.write({ out: "run1" });
 */
export async function link(options: LinkOptions): Promise<LinkRun> {
  return withLinked(options, async (run) => run);
}

/**
 * Links records and writes the run's folder: what `link` and then `run.write` do, with the threads of the one for the other.
 * @throws NamesakeError as these two do
 */
export async function linkToFolder(options: LinkOptions, output: WriteOptions): Promise<Summary> {
  await requireFree(output.out, output);
  return withLinked(options, (run, team) => run.write(output, team));
}

/** What `use` makes of the finished run, while the threads are there. */
async function withLinked<T>(options: LinkOptions, use: (run: LinkRun, team: Team) => Promise<T>): Promise<T> {
  const clock = new StageClock(options);
  const settings = await resolveSettings(options);
  const given = options.model === undefined ? null : await loadGiven(options.model, settings.maxFalseMergeRate);
  if (given !== null && options.labels !== undefined) {
    throw new NamesakeError("LABELS_INVALID", "labels and a model cannot be given together");
  }

  await clock.start("read", "records");
  const { threads, databaseBytes } = await planRun(options);
  const drafter = new ColumnDrafter(settings.profile);
  const start = (recordCount: number): Team =>
    createTeam(recordCount < parallelRecordsMin ? 1 : threads, options.signal);
  let started: Team | null = null;
  try {
    const read = await readRecords({
      ...options,
      ...settings.read,
      acrossOnly: settings.acrossOnly,
      databaseBytes,
      onLoaded: (recordCount) => {
        started = start(recordCount);
      },
      onColumn: (column) => drafter.add(column),
    });
    const team = started ?? start(read.table.recordCount);
    started = team;
    return await use(await linkRead(options, { clock, settings, given, threads, read, drafter, team }), team);
  } finally {
    await (started as Team | null)?.close();
  }
}

/** Records below which one thread is done before a second has started. */
const parallelRecordsMin = 2000;

interface ReadRun {
  readonly clock: StageClock;
  readonly settings: ResolvedSettings;
  readonly given: Model | null;
  readonly threads: number;
  readonly read: ReadResult;
  readonly drafter: ColumnDrafter;
  readonly team: Team;
}

/** All that comes after reading, while the threads are there. */
async function linkRead(options: LinkOptions, run: ReadRun): Promise<LinkRun> {
  const { clock, settings, given, threads, read, drafter, team } = run;
  const { table } = read;
  const columnNames = table.columns.map(({ name }) => name);
  requireKnownColumns(settings, columnNames, table.idColumn);
  const decisions = options.decisions === undefined ? null : await readDecisions(options.decisions, table, options);
  const labels = options.labels === undefined ? null : await readLabels(options.labels, table, options);

  await clock.start("profile", "columns");
  const { profiles, planned, standard, sourcesBy } =
    given === null
      ? await planRecords(table, { settings, drafter, team, onPlanned: () => clock.start("standardise", "records") })
      : await fitRecords(table, given, run);
  const told = given === null ? findTold(standard) : new Map<string, string>();
  const series = given === null ? findSeries(standard) : new Map<string, string[]>();
  const plans = addSeries(addTold(planned, told), series);
  const all = { ...standard, fields: addSeries(addTold(standard.fields, told), series) };
  if (table.recordCount > 1 && !hasColumnOf(plans, table)) {
    throw new NamesakeError(
      "COLUMNS_NOT_USABLE",
      table.columns.map(({ name }) => name),
    );
  }
  const acrossOnly = settings.acrossOnly || (given?.acrossOnly ?? false);

  await clock.start("train", "rounds");
  const blocking = { ...blockingDefaults, ...settings.blocking };
  // Whether sources matter, training finds out: until then their records are told apart.
  const rows = given !== null || all.sourceCount > 1 ? all : collapseIdentical(all).records;
  const source =
    given === null
      ? { opened: await openTraining({ all, rows, counted: countValues(all) }, blocking, team) }
      : { opened: null, given };
  const { frequencies } = source.opened ?? source.given;
  const aligned = alignFrequencies(all, frequencies);
  const labelled = labels === null ? null : compareLabels(labels, new PairComparer(all, aligned));
  const built =
    source.opened === null
      ? { model: source.given, taught: null, atoms: undefined }
      : await buildModel(
          { records: rows, aligned, plans, frequencies, acrossOnly, sourcesBy, blocking, settings, labels: labelled },
          source.opened,
        );

  const ruled = decisions?.decisions ?? [];
  const { atoms } = built;
  const spelt = given === null ? withSpellings(all, spellingsOf(built.model.fields)) : all;
  const { recordIds } = table;
  const signal = options.signal;
  const task = { all: spelt, recordIds, atoms, isGiven: given !== null, decisions: ruled, team, clock, signal };
  const alignedFor = (model: Model) =>
    model.frequencies === frequencies
      ? aligned
      : alignFrequencies(all, model.frequencies, { tables: frequencies, aligned });
  const plain = await scoreAndCluster(built.model, { ...task, aligned: alignedFor(built.model) });
  const taught =
    built.taught === null
      ? null
      : {
          ...built.taught,
          outcome: await scoreAndCluster(built.taught.model, {
            ...task,
            aligned: alignedFor(built.taught.model),
            decisions: [],
          }),
        };
  const choice =
    labels === null || labelled === null ? null : chooseOutcome({ labels, labelled, decisions: ruled, plain, taught });
  const { collapsed, comparer, frequencies: compared, measured, scored, model, clusters } = choice?.outcome ?? plain;

  await clock.start("evaluate", "records");
  const evaluated = await evaluateRun(settings.truthFile, table, clusters, acrossOnly);
  const evaluation =
    evaluated === null
      ? null
      : addSubgroups(evaluated, clusters, groupRecords(table, profiles, all, settings.currentYear), {
          acrossSources: acrossOnly ? table.sourceOf : null,
        });
  clock.stop();
  return new LinkRun({
    read,
    profiles,
    collapsed,
    comparer,
    frequencies: compared,
    measured,
    model,
    scored,
    rowClusters: clusters.rows,
    clusters,
    decisions,
    labels: choice?.findings ?? null,
    evaluation,
    settings,
    clock,
    threads,
    memoryBytes: options.memoryBytes,
    signal: options.signal,
  });
}

/** Records as a given model has them. */
async function fitRecords(
  table: RecordTable,
  given: Model,
  { clock, settings, drafter, team }: ReadRun,
): Promise<PlannedRecords> {
  const { fields: planned, sourcesBy } = given;
  const profiles = profileColumns(table, { ...settings.profile, sourceColumn: sourcesBy?.column }, drafter);
  await clock.start("standardise", "records");
  const standard = fitToModel(await standardiseOnTeam(completeTable(table, given), planned, team), given);
  return { profiles, planned, standard, sourcesBy };
}

const countValues = (all: StandardRecords): FrequencyTables =>
  new Map([...collectFrequencies(all), ...countBeside(all)]);

/** What training has learnt of names. */
const spellingsOf = (plans: readonly FieldPlan[]): readonly Spellings[] =>
  plans.find(({ kind }) => kind === "name")?.spellings ?? [];

function hasColumnOf(plans: readonly FieldPlan[], table: RecordTable): boolean {
  const names = new Set(table.columns.map(({ name }) => name));
  return plans.some(({ columns }) => columns.some(({ column }) => names.has(column)));
}

async function loadGiven(path: string, maxFalseMergeRate: number | null): Promise<Model> {
  const model = await loadModel(path);
  return { ...model, thresholds: holdFalseMerges(model.thresholds, maxFalseMergeRate) };
}
