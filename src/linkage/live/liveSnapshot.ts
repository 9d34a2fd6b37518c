// What of an index goes into a snapshot: everything that took time to make, and what model it was made with.
import { createHash } from "node:crypto";
import type { Model } from "../model.ts";
import { hashModel } from "../settings/modelFormat.ts";
import { readField, writeField } from "./fieldSections.ts";
import type { LiveParts } from "./liveParts.ts";
import type { RowArrays } from "./rowStore.ts";
import { refuse, type Section, type SectionValues } from "./sectionFile.ts";

const version = 2;
const rowArrays = [
  "cells",
  "sourceOf",
  "firstOf",
  "rowOf",
  "nextOf",
  "keyStart",
  "keyCount",
  "keyRoom",
  "keys",
  "keyRules",
  "free",
] as const satisfies (keyof RowArrays)[];
const memoryArrays = ["counts", "starts", "rooms", "rows", "odds", "unused"] as const;
const poolArrays = ["poolingOf", "placeOf", "firstOf", "sizeOf", "isMoved", "last"] as const;
const postingArrays = ["rows", "keys", "pool", "free", "counts"] as const;

interface Facts {
  readonly version: number;
  readonly model: string;
  readonly sources: readonly string[];
}

/** Arrays of an index under names; they are those in use and must not change while they are written. */
export function* snapshotSections({ model, rows, fields, links, recordKeys, pools }: LiveParts): Generator<Section> {
  const facts: Facts = { version, model: fingerprint(model), sources: recordKeys.sources };
  yield ["facts", new TextEncoder().encode(JSON.stringify(facts))];
  const { ids, sourceOf } = recordKeys.freeze();
  yield ["record.ids.bytes", ids.bytes];
  yield ["record.ids.offsets", ids.offsets];
  yield ["record.sourceOf", sourceOf];
  const frozen = rows.freeze(recordKeys.count);
  for (const name of rowArrays) yield [`row.${name}`, frozen[name]];
  for (const [index, field] of fields.fields.entries()) yield* writeField(`field.${index}.`, field);
  const memory = links.memory.freeze();
  for (const name of memoryArrays) yield [`links.${name}`, memory[name]];
  const pooled = pools.freeze();
  for (const name of poolArrays) yield [`pools.${name}`, pooled[name]];
  for (const [rule, postings] of links.postings.entries()) {
    const arrays = postings.freeze();
    for (const name of postingArrays) yield [`rule.${rule}.${name}`, arrays[name]];
  }
}

/**
 * Fills an empty index.
 * @throws NamesakeError SNAPSHOT_INVALID where it was made with another model or is not whole
 */
export function restoreSections(parts: LiveParts, sections: ReadonlyMap<string, SectionValues>): void {
  const { model, rows, fields, links, recordKeys, pools } = parts;
  const find = <T extends SectionValues>(name: string): T => {
    const values = sections.get(name);
    if (values === undefined) throw refuse("a part is missing");
    return values as T;
  };
  const facts = JSON.parse(new TextDecoder().decode(find("facts"))) as Facts;
  if (facts.version !== version) throw refuse("it is of another version");
  if (facts.model !== fingerprint(model)) throw refuse("it was made with another model");
  recordKeys.load({
    sources: facts.sources,
    ids: { bytes: find("record.ids.bytes"), offsets: find("record.ids.offsets") },
    sourceOf: find("record.sourceOf"),
  });
  rows.load(Object.fromEntries(rowArrays.map((name) => [name, find(`row.${name}`)])) as unknown as RowArrays);
  fields.fields.forEach((field, index) => {
    readField(`field.${index}.`, field, sections);
  });
  const memory = Object.fromEntries(memoryArrays.map((name) => [name, find(`links.${name}`)]));
  links.memory.load(memory as unknown as ReturnType<typeof links.memory.freeze>);
  const pooled = Object.fromEntries(poolArrays.map((name) => [name, find(`pools.${name}`)]));
  pools.load(pooled as unknown as ReturnType<typeof pools.freeze>);
  links.postings.forEach((postings, rule) => {
    const arrays = Object.fromEntries(postingArrays.map((name) => [name, find(`rule.${rule}.${name}`)]));
    postings.load(arrays as unknown as ReturnType<typeof postings.freeze>);
  });
}

/** Tells models apart without a pass over their frequencies: their sizes and totals stand for these. */
function fingerprint(model: Model): string {
  const sizes = [...model.frequencies].map(([name, { total, counts }]) => [name, total, counts.size]).sort();
  return hashModel(model, createHash("sha256").update(JSON.stringify(sizes)).digest("hex"));
}
