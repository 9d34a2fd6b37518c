// What the tests of the live index share: made-up records, models of several shapes, and what a bulk run finds with one.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { link } from "../../../src/linkage/link.ts";
import type { RecordDecision } from "../../../src/linkage/linkOptions.ts";
import type { LinkRun } from "../../../src/linkage/linkRun.ts";
import { LiveIndex } from "../../../src/linkage/live/liveIndex.ts";
import { listModelColumns } from "../../../src/linkage/live/modelNames.ts";
import type { RecordKey } from "../../../src/linkage/live/recordKeys.ts";
import type { FieldValues } from "../../../src/linkage/live/standardBatch.ts";
import type { Model } from "../../../src/linkage/model.ts";
import { type LinkList, LinkListBuilder } from "../../../src/linkage/score/linkList.ts";
import { writeModel } from "../../../src/linkage/settings/writeModel.ts";
import { inventOrigins } from "../inventOrigins.ts";
import { inventSpellings } from "../inventSpellings.ts";
import { type MadeUpRow, madeUpRecords, withoutColumns } from "../madeUpRecords.ts";

export interface World {
  readonly rows: readonly MadeUpRow[];
  /** Compares all pairs. */
  readonly small: Model;
  /** By rules, with a low ceiling, so that keys become too common and stop keys exist. */
  readonly byRules: Model;
  /** Only records of different sources; hardly ever two of one in a cluster. */
  readonly onePerSource: Model;
  /** Components of more than three rows are cut. */
  readonly cut: Model;
  /** Links between records and clusters that a bulk run over `rows` finds. */
  bulk(model: Model, rows: readonly MadeUpRow[], decisions?: readonly RecordDecision[]): Promise<BulkOutcome>;
  close(): Promise<void>;
}

/** Keys are "source/identifier". */
export interface Outcome {
  /** Log odds by "left right", the canonically smaller left. */
  readonly links: ReadonlyMap<string, number>;
  /** Members of each cluster in canonical order, by first member. */
  readonly clusters: readonly string[];
}

export interface BulkOutcome extends Outcome {
  /** As the run has them: between rows. */
  readonly rowLinks: LinkList;
  /** Cluster of each record, in canonical order. */
  readonly clusterOf: Int32Array;
}

export async function createWorld(options: { records?: number; seed?: number } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "namesake-test-"));
  const made = madeUpRecords({ records: options.records ?? 240, seed: options.seed ?? 5, errorRate: 2, sources: 3 });
  const rows = withCopies(withoutColumns(made, "cluster_id"));
  const input = { idColumn: "unique_id", sourceColumn: "source", threads: 1 };
  const { model: trained } = await link({ ...input, input: rows });
  const small = {
    ...trained,
    fields: inventSpellings(trained.fields, trained.frequencies),
    frequencies: inventOrigins(trained.frequencies),
  };
  const byRules = withStopKeys(
    {
      ...small,
      blocking: { ...rulesOf(small), blockSizeMax: 3, blockSizeCeiling: 4 },
    },
    rows,
  );
  const onePerSource: Model = {
    ...byRules,
    clustering: { ...small.clustering, isOnePerSource: true, withinRatio: 0.001 },
  };
  const cut: Model = {
    ...byRules,
    thresholds: { ...small.thresholds, component: -7 },
    clustering: { ...small.clustering, componentSizeMax: 3 },
  };
  let count = 0;
  return {
    rows,
    small,
    byRules,
    onePerSource,
    cut,
    bulk: async (model, some, decisions) => {
      if (some.length === 0)
        return {
          links: new Map(),
          clusters: [],
          rowLinks: new LinkListBuilder().finish(),
          clusterOf: new Int32Array(0),
        };
      count += 1;
      const own = join(folder, String(count));
      await mkdir(own);
      await writeModel(model, own);
      const given = decisions === undefined ? {} : { decisions };
      return describeRun(await link({ ...input, ...given, input: some, model: join(own, "model.json") }));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Each ninth record comes twice more: once from its own source, once from another. */
function withCopies(rows: readonly MadeUpRow[]): MadeUpRow[] {
  return rows.flatMap((row, i) => {
    if (i % 9 !== 0) return [row];
    const id = row.unique_id ?? "";
    const elsewhere = rows[(i + 1) % rows.length]?.source ?? "";
    return [row, { ...row, unique_id: `${id}-a` }, { ...row, unique_id: `${id}-b`, source: elsewhere }];
  });
}

function rulesOf(model: Model): Pick<Model["blocking"], "rules" | "stopKeys"> {
  const document = model.fields.find(({ kind }) => kind === "document")?.name ?? "national_id";
  const rules = [["surname sound", "birth_date year"], ["given_name"], ["birth_date"], ["address word"], ["any name"]];
  return { rules: [...rules, [document]], stopKeys: rules.concat([[]]).map(() => new Uint32Array(0)) };
}

/** The keys of a few of the rows become stop keys of every other rule. */
function withStopKeys(model: Model, rows: readonly MadeUpRow[]): Model {
  const { keys } = new LiveIndex(model).standardise(rows.slice(0, 9).map((row) => valuesOf(model, row)));
  const stopKeys = model.blocking.rules.map((_, rule) => {
    const own = keys.keys.subarray(0, keys.offsets.at(-1)).filter((_key, i) => keys.rules[i] === rule);
    return rule % 2 === 0 ? new Uint32Array(new Set(own)).sort() : new Uint32Array(0);
  });
  return { ...model, blocking: { ...model.blocking, stopKeys } };
}

export const keyOf = (row: MadeUpRow): RecordKey => ({ source: row.source ?? "", id: row.unique_id ?? "" });
export const nameKey = ({ source, id }: RecordKey): string => `${source}/${id}`;

export function valuesOf(model: Model, row: MadeUpRow): FieldValues {
  return Object.fromEntries(listModelColumns(model).map((column) => [column, row[column] ?? null]));
}

function describeRun(run: LinkRun): BulkOutcome {
  const { scored, collapsed, read, clusters } = run.facts;
  const { table } = read;
  const name = (record: number): string =>
    nameKey({ source: table.sources[table.sourceOf[record] ?? 0] ?? "", id: table.recordIds.at(record) });
  const recordsOf = new Map<number, number[]>();
  collapsed.rowOf.forEach((row, record) => {
    recordsOf.set(row, [...(recordsOf.get(row) ?? []), record]);
  });
  const links = new Map<string, number>();
  for (let i = 0; i < scored.links.count; i += 1) {
    for (const a of recordsOf.get(scored.links.left[i] ?? -1) ?? []) {
      for (const b of recordsOf.get(scored.links.right[i] ?? -1) ?? []) {
        links.set(`${name(Math.min(a, b))} ${name(Math.max(a, b))}`, scored.links.logOdds[i] ?? 0);
      }
    }
  }
  const members = new Map<string, string[]>();
  for (const { source, recordId, clusterId } of run.clusters()) {
    members.set(clusterId, [...(members.get(clusterId) ?? []), `${source}/${recordId}`]);
  }
  return {
    links,
    clusters: [...members.values()].map((keys) => keys.join(" ")).sort(),
    rowLinks: scored.links,
    clusterOf: clusters.clusterOf,
  };
}

/** What the index holds now. Links of identical records are left out: bulk runs have none. */
export function describeIndex(index: LiveIndex, decisions: readonly RecordDecision[] = []): Outcome {
  const present = [...Array(index.count).keys()].filter((record) => index.isPresent(record));
  const name = (record: number): string => nameKey(index.keyOf(record));
  const links = new Map<string, number>();
  for (const record of present) {
    for (const { other, logOdds } of index.linksOf(record)) {
      if (index.compareOrder(record, other) > 0) continue;
      if (index.parts.rows.rowOf(record) === index.parts.rows.rowOf(other)) continue;
      links.set(`${name(record)} ${name(other)}`, logOdds);
    }
  }
  const others = (kind: RecordDecision["kind"]) => (record: number) =>
    decisions.flatMap((decision) => {
      const [left, right] = [numberOf(index, decision.left), numberOf(index, decision.right)];
      if (decision.kind !== kind) return [];
      return left === record ? [right] : right === record ? [left] : [];
    });
  const clusters = index.clustersOf(present, { sameOf: others("same"), differentOf: others("different") });
  return { links, clusters: clusters.map((members) => members.map(name).join(" ")).sort() };
}

const numberOf = (index: LiveIndex, { source, id }: RecordDecision["left"]): number =>
  index.numberOf({ source: source ?? "", id });

/** An index fed with rows in the order given. */
export function feed(model: Model, rows: readonly MadeUpRow[]): LiveIndex {
  const index = new LiveIndex(model);
  const batch = index.standardise(rows.map((row) => valuesOf(model, row)));
  rows.forEach((row, at) => {
    index.put(keyOf(row), batch, at);
  });
  return index;
}

export function bytesOf(index: LiveIndex): Buffer {
  return Buffer.concat([...index.snapshot()].map((chunk) => Buffer.from(chunk)));
}
