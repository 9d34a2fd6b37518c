// Frequencies as strangers meet them. A person's name or e-mail address is met as often as the person has records; counted
// so, it looks as common as one that as many strangers share, and agreement on it weighs too little the more records people
// have. Which records are one person's, the pairs that training looked at say, value by value.

import { sharedFloat64 } from "../../shared/sharedArrays.ts";
import { type Comparison, type ComparisonKindName, nameKinds } from "../compare/comparison.ts";
import { discountTable, type FrequencyTables, namedSlots } from "../compare/frequencies.ts";
import type { ScoringModel } from "../score/scoringModel.ts";
import type { Slot, StandardRecords } from "../standardise/standardRecords.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

/** Kinds whose values are mostly one person's. Places are left as they are: families share them. */
const ownKinds: ReadonlySet<ComparisonKindName> = new Set(["date", "email", "phone", "document"]);

/** Of one comparison's values the records that are the person's own. */
export interface OwnRecords {
  /** Place of the comparison. */
  readonly comparison: number;
  /** Name of the slot's frequency table. */
  readonly table: string;
  readonly slot: Slot;
  /** Per code the other records of the person, of those with the value; below the slot's count. */
  readonly own: Uint32Array;
}

/** What training found out about pairs. */
export interface Findings {
  readonly model: ScoringModel;
  /** Per training pair the probability of being one person. */
  readonly probabilities: Float64Array;
}

/**
 * The person's own records among those that share a value, value by value where all records were looked at; of a sample
 * the average: of few of a person's records pairs are too seldom.
 * @param records those of the pairs, a sample of `all`
 * @param familyNames names that families share too, which have many records, so that these are left as they are
 * @param otherRecords other records of a record's person, on average over all records; at least 0
 */
export function countOwnRecords(
  pairs: TrainingPairs,
  { model, probabilities }: Findings,
  {
    records,
    all,
    otherRecords,
    familyNames,
  }: {
    records: StandardRecords;
    all: StandardRecords;
    otherRecords: number;
    familyNames: ReadonlySet<ComparisonKindName>;
  },
): OwnRecords[] {
  const isAll = records.recordCount === all.recordCount;
  return model.comparisons.flatMap((comparison, index) => {
    const isOwn =
      ownKinds.has(comparison.kind) || (nameKinds.has(comparison.kind) && !familyNames.has(comparison.kind));
    const found = isOwn ? findSlot(records, comparison) : null;
    if (found === null) return [];
    const { counts } = found.slot;
    const average = otherRecords * (comparison.m[0] ?? 0);
    const expected = isAll ? expectOwn(pairs, probabilities, { records, slot: found.slot, index }) : null;
    const own = Uint32Array.from(counts, (count, code) =>
      Math.min(Math.max(0, count - 1), Math.round(expected === null ? average : expected[code]!)),
    );
    return own.some((count) => count > 0) ? [{ ...found, comparison: index, own }] : [];
  });
}

function findSlot(
  { fields }: StandardRecords,
  { kind, field: name }: Comparison,
): { table: string; slot: Slot } | null {
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return null;
  const table = kind === "givenName" ? "name.given" : kind === "surname" ? "name.surname" : name;
  const slot = namedSlots(field).find((candidate) => candidate.name === table)?.slot ?? null;
  return slot === null ? null : { table, slot };
}

/** Per code the other records of its person that share the value, on average over the records that have it. */
function expectOwn(
  pairs: TrainingPairs,
  probabilities: Float64Array,
  { records, slot, index }: { records: StandardRecords; slot: Slot; index: number },
): Float64Array {
  const own = new Float64Array(slot.counts.length);
  forEachAgreement(pairs, { records, slot, index }, (pair, code) => {
    own[code]! += (2 * pairs.weights[pair]! * probabilities[pair]!) / slot.counts[code]!;
  });
  return own;
}

/** Visits the pairs that agree exactly and in place. */
function forEachAgreement(
  pairs: TrainingPairs,
  { records: { cells, stride }, slot, index }: { records: StandardRecords; slot: Slot; index: number },
  visit: (pair: number, code: number) => void,
): void {
  const { count, comparisonCount, levels, left, right } = pairs;
  const { position } = slot;
  for (let pair = 0, at = index; pair < count; pair += 1, at += comparisonCount) {
    if (levels[at] !== 1) continue;
    const code = cells[left[pair]! * stride + position]!;
    if (code >= 0 && code === cells[right[pair]! * stride + position]) visit(pair, code);
  }
}

/** Tables less the person's own records; the very tables given where there are none. */
export function discountOwnRecords(tables: FrequencyTables, owned: readonly OwnRecords[]): FrequencyTables {
  if (owned.length === 0) return tables;
  const discounted = new Map(tables);
  for (const { table: name, own } of owned) {
    const table = tables.get(name);
    if (table !== undefined) discounted.set(name, discountTable(table, own));
  }
  return discounted;
}

/**
 * The pairs with what agreement weighs by these counts; `pairs` as they were compared, with all records counted.
 * @param logUAdjust where that is to stand, as long as that of the pairs; in shared memory
 */
export function weighBesideOwnRecords(
  pairs: TrainingPairs,
  records: StandardRecords,
  owned: readonly OwnRecords[],
  logUAdjust = sharedFloat64(pairs.logUAdjust.length),
): TrainingPairs {
  logUAdjust.set(pairs.logUAdjust);
  for (const { comparison: index, slot, own } of owned) {
    const gains = Float64Array.from(slot.counts, (count, code) => Math.log(Math.max(1, count - own[code]!) / count));
    forEachAgreement(pairs, { records, slot, index }, (pair, code) => {
      logUAdjust[pair * pairs.comparisonCount + index]! += gains[code]!;
    });
  }
  return { ...pairs, logUAdjust };
}
