// When moments were, remembered: a moment that was read is committed and never changes.
import type { Moment, PersonStore } from "../../store/personStore.ts";

type Times = Map<Moment, string>;

const known = new WeakMap<PersonStore, Times>();

/** Moments remembered of a store. */
const momentsMax = 65_536;

/** ISO 8601 times of moments, in their order; the store is asked for those alone that are not known yet. */
export async function timesOfMoments(store: PersonStore, moments: readonly Moment[]): Promise<string[]> {
  const times = known.get(store) ?? new Map();
  known.set(store, times);
  const unknown = [...new Set(moments)].filter((moment) => !times.has(moment));
  if (unknown.length > 0) await remember(store, times, unknown);
  return moments.map((moment) => times.get(moment) ?? "");
}

async function remember(store: PersonStore, times: Times, moments: readonly Moment[]): Promise<void> {
  const found = await store.timesOf(moments);
  if (times.size + moments.length > momentsMax) times.clear();
  moments.forEach((moment, index) => {
    times.set(moment, found[index] ?? "");
  });
}
