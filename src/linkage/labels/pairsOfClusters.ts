// Pairs from labelled clusters: records of one cluster are the same person, records of two are not. Where there are many
// pairs, a sample of known size is drawn, the same for the same records.
import { createRandom } from "../../shared/random.ts";
import type { Label } from "./label.ts";

export interface ClusterMember {
  readonly record: number;
  readonly cluster: string;
  /** Row of the file, from 1. */
  readonly row: number;
}

const sameMax = 50_000;
const differentMax = 100_000;
const seed = 11;

/** All pairs inside clusters, up to 50,000, and all pairs across them, up to 100,000; more are drawn at random. */
export function pairsOfClusters(members: readonly ClusterMember[]): Label[] {
  const sorted = [...members].sort((a, b) => a.record - b.record);
  return [...pairsInside(sorted), ...pairsAcross(sorted)];
}

const labelOf = (a: ClusterMember, b: ClusterMember): Label => ({
  left: a.record,
  right: b.record,
  kind: a.cluster === b.cluster ? "same" : "different",
  weight: 1,
  rows: [Math.min(a.row, b.row), Math.max(a.row, b.row)],
});

function pairsInside(members: readonly ClusterMember[]): Label[] {
  const clusters = Map.groupBy(members, ({ cluster }) => cluster);
  const total = [...clusters.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const random = createRandom(seed);
  const share = Math.min(1, sameMax / Math.max(1, total));
  const labels: Label[] = [];
  for (const inside of clusters.values()) {
    for (let i = 0; i < inside.length; i += 1) {
      for (let j = i + 1; j < inside.length; j += 1) {
        if (share === 1 || random() < share) labels.push(labelOf(inside[i]!, inside[j]!));
      }
    }
  }
  return labels;
}

function pairsAcross(members: readonly ClusterMember[]): Label[] {
  const { length } = members;
  const labels: Label[] = [];
  const add = (i: number, j: number): void => {
    const [a, b] = [members[Math.min(i, j)]!, members[Math.max(i, j)]!];
    if (a.cluster !== b.cluster) labels.push(labelOf(a, b));
  };
  if ((length * (length - 1)) / 2 <= differentMax) {
    for (let i = 0; i < length; i += 1) for (let j = i + 1; j < length; j += 1) add(i, j);
    return labels;
  }
  const random = createRandom(seed + 1);
  for (let drawn = 0; drawn < differentMax; drawn += 1) {
    add(Math.floor(random() * length), Math.floor(random() * length));
  }
  return labels;
}
