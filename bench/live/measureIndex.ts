// Times of single calls of the live index, with their spread.
import type { LiveIndex } from "../../src/linkage/live/liveIndex.ts";
import type { FieldValues } from "../../src/linkage/live/standardBatch.ts";

/** Microseconds. */
export interface Figures {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
}

const batchSize = 64;

/** Standardising one by one and many at once, matching at the component floor, candidates alone. */
export function measureQuestions(index: LiveIndex, asked: readonly FieldValues[]): Record<string, Figures | number> {
  const floor = index.model.thresholds.review;
  const warm = asked.slice(0, asked.length >> 2);
  const rest = asked.slice(warm.length);
  let found = 0;
  const ask = (values: FieldValues): void => {
    found += index.match(index.standardise([values]), 0, { floor, limit: 10 }).length;
  };
  for (const values of warm) ask(values);
  found = 0;
  const standardise = time(rest, (values) => index.standardise([values]));
  const many: number[] = [];
  for (let from = 0; from + batchSize <= rest.length; from += batchSize) {
    const part = rest.slice(from, from + batchSize);
    const start = performance.now();
    index.standardise(part);
    many.push(((performance.now() - start) * 1000) / batchSize);
  }
  const batch = index.standardise(rest);
  const match = time(rest, (_, at) => index.match(batch, at, { floor, limit: 10 }));
  const whole = time(rest, ask);
  return {
    "standardise 1": standardise,
    "standardise 64, each": describe(many),
    match,
    "standardise 1 and match": whole,
    matchesFound: found,
  };
}

/** New records: put alone, then put with the clusters that it touches. */
export function measureWrites(index: LiveIndex, added: readonly FieldValues[]): Record<string, Figures> {
  const batch = index.standardise(added);
  const half = added.length >> 1;
  const key = (at: number) => ({ source: "bench", id: String(at) });
  const put = time(added.slice(0, half), (_, at) => index.put(key(at), batch, at));
  const resolve = time(added.slice(half), (_, i) => {
    const { touched } = index.put(key(half + i), batch, half + i);
    index.clustersOf(touched);
  });
  const third = index.standardise(added);
  const blocks: number[] = [];
  for (let from = 0; from + 256 <= added.length; from += 256) {
    const start = performance.now();
    const touched = new Set<number>();
    for (let at = from; at < from + 256; at += 1) {
      for (const record of index.put({ source: "bench2", id: String(at) }, third, at).touched) touched.add(record);
    }
    index.clustersOf(touched);
    blocks.push(((performance.now() - start) * 1000) / 256);
  }
  const remove = time(added.slice(0, half), (_, at) => index.remove(index.numberOf(key(at))));
  return { "put alone": put, "put and clusters": resolve, "put and clusters by 256, each": describe(blocks), remove };
}

function time<T>(items: readonly T[], call: (item: T, at: number) => void): Figures {
  const times = items.map((item, at) => {
    const start = performance.now();
    call(item, at);
    return (performance.now() - start) * 1000;
  });
  return describe(times);
}

function describe(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  return { mean: Math.round(mean * 10) / 10, p50: at(0.5), p99: at(0.99) };
}
