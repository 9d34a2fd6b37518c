// Reads labels from a file or from memory and finds the records that they name. A label on a record that is not in the
// input teaches nothing; one that cannot be understood stops the run, for it was meant.
import { createHash } from "node:crypto";
import { NamesakeError } from "../../shared/errors.ts";
import type { RecordClusterLabel, RecordLabel } from "../linkOptions.ts";
import { RecordFinder } from "../read/findRecord.ts";
import type { DatabaseOptions } from "../read/openDatabase.ts";
import type { RecordTable } from "../read/recordTable.ts";
import type { Label, ResolvedLabels } from "./label.ts";
import { loadLabels } from "./loadLabels.ts";
import { pairsOfClusters } from "./pairsOfClusters.ts";

type Text = string | null;

export interface PairLabelRow {
  readonly kind: Text;
  readonly leftSource: Text;
  readonly leftId: Text;
  readonly rightSource: Text;
  readonly rightId: Text;
  readonly weight: Text;
}

export interface ClusterLabelRow {
  readonly source: Text;
  readonly id: Text;
  readonly cluster: Text;
}

export type LabelRows = { readonly pairs: readonly PairLabelRow[] } | { readonly clusters: readonly ClusterLabelRow[] };

const mistakesShownMax = 20;
const weightMax = 1000;

/**
 * Labels on pairs of records of `table`.
 * @param given a file (CSV, Parquet, NDJSON) of pairs or of clusters, or a list of the one or the other
 * @throws NamesakeError LABELS_INVALID, naming rows from 1, and FILE_* for the file itself
 */
export async function readLabels(
  given: string | readonly RecordLabel[] | readonly RecordClusterLabel[],
  table: RecordTable,
  options: DatabaseOptions = {},
): Promise<ResolvedLabels> {
  const origin = typeof given === "string" ? given : "labels";
  const rows = typeof given === "string" ? await loadLabels(given, options) : rowsOf(given);
  const finder = new RecordFinder(table);
  const mistakes: string[] = [];
  const found =
    "pairs" in rows ? resolvePairs(rows.pairs, finder, mistakes) : resolveClusters(rows.clusters, finder, mistakes);
  if (mistakes.length > 0) throw new NamesakeError("LABELS_INVALID", [origin, ...mistakes.slice(0, mistakesShownMax)]);
  const { labels, disputedCount } = settle(found.labels);
  return {
    labels,
    origin,
    isOfClusters: "clusters" in rows,
    unknownCount: found.unknownCount,
    disputedCount,
    hash: hashLabels(labels, table),
  };
}

function rowsOf(given: readonly RecordLabel[] | readonly RecordClusterLabel[]): LabelRows {
  const [first] = given;
  if (first !== undefined && "cluster" in first) {
    const labels = given as readonly RecordClusterLabel[];
    return {
      clusters: labels.map(({ record, cluster }) => ({ source: record.source ?? null, id: record.id, cluster })),
    };
  }
  return {
    pairs: (given as readonly RecordLabel[]).map(({ kind, left, right, weight }) => ({
      kind,
      leftSource: left.source ?? null,
      leftId: left.id,
      rightSource: right.source ?? null,
      rightId: right.id,
      weight: weight === undefined ? null : String(weight),
    })),
  };
}

interface FoundLabels {
  readonly labels: readonly Label[];
  readonly unknownCount: number;
}

const ambiguous = "an identifier stands in several sources: name the source";

function resolvePairs(rows: readonly PairLabelRow[], finder: RecordFinder, mistakes: string[]): FoundLabels {
  const labels: Label[] = [];
  let unknownCount = 0;
  rows.forEach((row, index) => {
    const refuse = (why: string) => mistakes.push(`row ${index + 1}: ${why}`);
    const kind = row.kind?.trim().toLowerCase();
    const weight = row.weight === null ? 1 : Number(row.weight);
    const left = row.leftId === null ? null : finder.find(row.leftSource, row.leftId);
    const right = row.rightId === null ? null : finder.find(row.rightSource, row.rightId);
    if (kind !== "same" && kind !== "different") refuse("kind is neither same nor different");
    else if (!(weight > 0 && weight <= weightMax)) refuse(`weight is not a number above 0 and up to ${weightMax}`);
    else if (row.leftId === null || row.rightId === null) refuse("an identifier is missing");
    else if (left === "ambiguous" || right === "ambiguous") refuse(ambiguous);
    else if (left === null || right === null) unknownCount += 1;
    else if (left === right) refuse("both identifiers name one record");
    else labels.push({ left: Math.min(left, right), right: Math.max(left, right), kind, weight, rows: [index + 1] });
  });
  return { labels, unknownCount };
}

function resolveClusters(rows: readonly ClusterLabelRow[], finder: RecordFinder, mistakes: string[]): FoundLabels {
  const members: { record: number; cluster: string; row: number }[] = [];
  const clusterOf = new Map<number, string>();
  let unknownCount = 0;
  rows.forEach(({ source, id, cluster }, index) => {
    const refuse = (why: string) => mistakes.push(`row ${index + 1}: ${why}`);
    const record = id === null ? null : finder.find(source, id);
    if (id === null || cluster === null) refuse("the record or the cluster is missing");
    else if (record === "ambiguous") refuse(ambiguous);
    else if (record === null) unknownCount += 1;
    else if ((clusterOf.get(record) ?? cluster) !== cluster) refuse("puts a record into a second cluster");
    else if (!clusterOf.has(record)) {
      clusterOf.set(record, cluster);
      members.push({ record, cluster, row: index + 1 });
    }
  });
  return { labels: pairsOfClusters(members), unknownCount };
}

/** Each pair once, in the order of records; pairs that are called both are nobody's knowledge. */
function settle(found: readonly Label[]): { labels: Label[]; disputedCount: number } {
  const ofPair = new Map<string, Label | null>();
  for (const label of found) {
    const key = `${label.left} ${label.right}`;
    const before = ofPair.get(key);
    if (before === undefined) ofPair.set(key, label);
    else if (before !== null && before.kind !== label.kind) ofPair.set(key, null);
  }
  const labels = [...ofPair.values()].filter((label) => label !== null);
  labels.sort((a, b) => a.left - b.left || a.right - b.right);
  return { labels, disputedCount: ofPair.size - labels.length };
}

/** By the names of the records, so that other rows of the input or another order of labels change nothing. */
function hashLabels(labels: readonly Label[], table: RecordTable): string {
  const name = (record: number): string[] => [
    table.sources[table.sourceOf[record] ?? 0] ?? "",
    table.recordIds.at(record),
  ];
  const hash = createHash("sha256");
  for (const { left, right, kind, weight } of labels)
    hash.update(JSON.stringify([kind, name(left), name(right), weight]));
  return hash.digest("hex").slice(0, 16);
}
