// A finished run: what was found, and the folder it can be written to.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedStrings } from "../shared/packedStrings.ts";
import { version } from "../shared/version.ts";
import type { MeasuredRule } from "./block/chooseRules.ts";
import { identifyClusters } from "./cluster/clusterIdentifiers.ts";
import type { LinkedClusters } from "./cluster/clusterLinks.ts";
import type { Clusters } from "./cluster/numberClusters.ts";
import type { AlignedFrequencies, PairComparer } from "./compare/pairComparer.ts";
import type { RunEvaluation } from "./evaluate/evaluateRun.ts";
import type { LabelFindings } from "./labels/labelFindings.ts";
import type { Summary, WriteOptions } from "./linkOptions.ts";
import type { Model } from "./model.ts";
import type { ColumnProfile } from "./profile/columnProfile.ts";
import type { ResolvedDecisions } from "./read/readDecisions.ts";
import type { ReadResult } from "./read/readOptions.ts";
import { collectReportData } from "./report/collectReportData.ts";
import { renderReport } from "./report/renderReport.ts";
import { keepDecisions } from "./review/keepDecisions.ts";
import type { ScoredPairs } from "./score/scorePool.ts";
import { describeSettings } from "./settings/describeSettings.ts";
import type { ResolvedSettings } from "./settings/resolvedSettings.ts";
import { writeModel } from "./settings/writeModel.ts";
import type { StageClock } from "./stageClock.ts";
import type { CollapsedRecords } from "./standardise/collapseIdentical.ts";
import { summariseRun } from "./summariseRun.ts";
import type { Team } from "./team/team.ts";
import { ClusterContradictions } from "./write/clusterContradictions.ts";
import { withNewFolder } from "./write/replaceFolder.ts";
import { writeRunLinks } from "./write/runLinks.ts";
import { writeClusters } from "./write/writeClusters.ts";
import { obeyedDecisionsFile, writeDecisions } from "./write/writeDecisions.ts";
import { writeRejects } from "./write/writeRejects.ts";
import { writeScoredLinks } from "./write/writeScoredLinks.ts";

/** Everything that the stages found; the report and the summary are functions of it. */
export interface RunFacts {
  readonly read: ReadResult;
  readonly profiles: readonly ColumnProfile[];
  readonly collapsed: CollapsedRecords;
  readonly comparer: PairComparer;
  /** What the comparer compares with. */
  readonly frequencies: AlignedFrequencies;
  readonly measured: readonly MeasuredRule[];
  readonly model: Model;
  /** Of rows (collapsed.records). */
  readonly scored: ScoredPairs;
  /** Of rows: where the first record of each is. */
  readonly rowClusters: Clusters;
  /** Of records (read.table). */
  readonly clusters: LinkedClusters;
  /** Null where none were given. */
  readonly decisions: ResolvedDecisions | null;
  /** What labels taught; null where none were given. */
  readonly labels: LabelFindings | null;
  readonly evaluation: RunEvaluation | null;
  readonly settings: ResolvedSettings;
  readonly clock: StageClock;
  readonly threads: number;
  /** Memory of the whole run in bytes, where it was given. */
  readonly memoryBytes: number | undefined;
  readonly signal: AbortSignal | undefined;
}

export class LinkRun {
  readonly facts: RunFacts;
  /** One identifier a cluster; `clusterOf` gives the index. */
  readonly clusterIds: PackedStrings;
  #summary: Summary;

  constructor(facts: RunFacts) {
    this.facts = facts;
    this.clusterIds = identifyClusters(facts.clusters, facts.read.table);
    this.#summary = summariseRun(facts, "");
  }

  get summary(): Summary {
    return this.#summary;
  }

  get model(): Model {
    return this.facts.model;
  }

  /** Every record once, in canonical order: by source, then identifier. */
  *clusters(): IterableIterator<{ source: string; recordId: string; clusterId: string }> {
    const { table } = this.facts.read;
    for (let record = 0; record < table.recordCount; record += 1) {
      yield {
        source: table.sources[table.sourceOf[record] ?? 0] ?? "",
        recordId: table.recordIds.at(record),
        clusterId: this.clusterIds.at(this.facts.clusters.clusterOf[record] ?? 0),
      };
    }
  }

  /**
   * Writes the run's folder, completely or not at all, and gives the summary as written there.
   * @param team threads that are there already and have no other work; without them, a run of many links starts its own
   * @throws NamesakeError OUTPUT_EXISTS, OUTPUT_UNWRITABLE, INTERRUPTED
   */
  async write(options: WriteOptions, team: Team | null = null): Promise<Summary> {
    const { clock } = this.facts;
    return withNewFolder(options.out, { overwrite: options.overwrite }, async (folder) => {
      await clock.start("write", "files");
      await mkdir(folder, { recursive: true });
      await keepDecisions(options.out, folder);
      const format = options.format ?? "parquet";
      const texts = Promise.withResolvers<void>();
      const path = join(folder, `links.${format}`);
      const contradicted = new ClusterContradictions(this.facts.rowClusters);
      const links = writeScoredLinks(this.facts, {
        path,
        format,
        team,
        onRowsTaken: texts.resolve,
        onDescribed: (pairs, described) => contradicted.add(pairs, described),
      });
      const linksDescribed = Promise.race([texts.promise, links.catch(() => undefined)]).then(() => contradicted.bits);
      const [hash] = await settleAll([this.#writeOthers(folder, options, linksDescribed), links]);
      clock.stop();
      this.#summary = { ...summariseRun(this.facts, hash), version };
      await writeJson(join(folder, "summary.json"), this.#summary);
      return this.#summary;
    });
  }

  /**
   * All but links and summary; gives the model's hash. The report, for which this thread is busy long, is made when the links
   * need it no more.
   * @param linksDescribed what the links of each cluster of rows contradict each other in
   */
  async #writeOthers(folder: string, options: WriteOptions, linksDescribed: Promise<Uint32Array>): Promise<string> {
    const { facts } = this;
    const { clock, signal } = facts;
    const { table, rejects } = facts.read;
    const format = options.format ?? "csv";
    const path = join(folder, `clusters.${format}`);
    const { clusterOf } = facts.clusters;
    await writeClusters({ path, format, table, clusterOf, clusterIds: this.clusterIds, signal });
    await writeRejects(join(folder, "rejects.csv"), rejects);
    if (facts.decisions !== null) await writeDecisions(join(folder, obeyedDecisionsFile), facts.decisions, table);
    const { hash } = await writeModel(facts.model, folder);
    await writeRunLinks(folder, facts.scored.links, { modelHash: hash, rowOf: facts.collapsed.rowOf });
    await writeJson(join(folder, "settings.json"), this.#describeSettings());
    const contradicted = await linksDescribed;
    await clock.start("report", "files");
    const summary = summariseRun(facts, hash);
    const data = await collectReportData(facts, summary, this.clusterIds, contradicted);
    const report = renderReport(data, { examples: options.examples ?? true });
    await writeFile(join(folder, "report.html"), report);
    // What is left of the links is written meanwhile.
    await clock.start("write", "files");
    return hash;
  }

  #describeSettings(): object {
    const { settings, profiles, model, read } = this.facts;
    const { rules } = model.blocking;
    const { idColumn } = read.table;
    const sourcesBy = model.sourcesBy?.column ?? null;
    return describeSettings(settings, { profiles, rules, idColumn, inputs: read.inputs, sourcesBy });
  }
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Waits for all, also where one fails: nothing goes on beside what happens then. @throws the first failure in order */
async function settleAll<T extends readonly unknown[]>(
  promises: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return Promise.all(promises) as unknown as Promise<T>;
}
