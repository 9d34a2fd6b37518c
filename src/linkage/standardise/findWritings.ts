// Codes and places that one source writes otherwise than another: Host and مجتمع مضيف, M and married, BY and Bayern, Vienna and Wien.
// Records that share what hardly anybody else has (a document's number, a telephone, a whole name with its birth date) show which of
// one source's values stands where the other has another. Values that both sources use are what they are.
import type { FieldPlan } from "./fieldPlan.ts";
import { bornNameKey, identifierKeys, pairsSharing } from "./sharedKeys.ts";
import type { Field, StandardRecords, TextField } from "./standardRecords.ts";

/** Per text of a field the one that stands for all its writings. */
export type Writings = Readonly<Record<string, string>>;

const isWritten = (field: Field): field is TextField => field.kind === "code" || field.kind === "town";

/** Values of a field, and sources, that are looked at. */
const valuesMax = 20_000;
const sourcesMax = 100;
/** A source that has a value less than this much as often as another does not use it. */
const unusedMax = 0.05;
/** Pairs that must show two values to be one, in one pair of sources and by one kind of key. */
const pairsMin = 5;
/** Of the pairs with a value, the share that has the other: of the value that is more often, and of the other. */
const shareMin = 0.6;
const backMin = 0.4;
/** How much more often they stand together than their shares say; of common values how much of what is not the other is left. */
const liftMin = 1.5;
const missedMax = 0.5;

/** By the name of a field the writings of its values; fields without any are left out. */
export function findWritings(records: StandardRecords): ReadonlyMap<string, Writings> {
  const found = new Map<string, Writings>();
  const fields = records.fields.filter(isWritten).filter(({ dictionary }) => dictionary.strings.count <= valuesMax);
  if (records.sourceCount < 2 || records.sourceCount > sourcesMax || fields.length === 0) return found;
  const born = bornNameKey(records);
  const keys = [...identifierKeys(records), ...(born === null ? [] : [born])];
  const meetings = keys.map(pairsSharing);
  for (const field of fields) {
    const used = countUses(records, field);
    const pairs = meetings.flatMap((pairs) => pairsWritten(records, field, { pairs, used }));
    if (pairs.length > 0) found.set(field.name, standingFor(field, pairs));
  }
  return found;
}

/** Plans of fields with the writings of their values. */
export const addWritings = (plans: readonly FieldPlan[], found: ReadonlyMap<string, Writings>): FieldPlan[] =>
  plans.map((plan) => {
    const writings = found.get(plan.name);
    return writings === undefined
      ? plan
      : { ...plan, columns: plan.columns.map((column) => ({ ...column, writings })) };
  });

/** Per source the share of its records with a value that has each. */
function countUses({ cells, stride, recordCount, sourceOf, sourceCount }: StandardRecords, field: TextField) {
  const size = field.dictionary.strings.count;
  const shares = Array.from({ length: sourceCount }, () => new Float64Array(size));
  const totals = new Float64Array(sourceCount);
  for (let record = 0; record < recordCount; record += 1) {
    const value = cells[record * stride + field.slot.position]!;
    if (value < 0) continue;
    shares[sourceOf[record]!]![value]! += 1;
    totals[sourceOf[record]!]! += 1;
  }
  shares.forEach((own, source) => {
    for (let value = 0; value < size; value += 1) own[value]! /= Math.max(1, totals[source]!);
  });
  return shares;
}

interface Shown {
  readonly pairs: readonly number[];
  readonly used: readonly Float64Array[];
}

/** Values that stand for each other between two sources, by code. */
function pairsWritten(
  { cells, stride, sourceOf, sourceCount }: StandardRecords,
  field: TextField,
  { pairs, used }: Shown,
): [number, number][] {
  /** By pair of sources, the lower first: pairs of values, the values of each, and all. */
  const tallies = new Map<number, Tally>();
  for (let i = 0; i < pairs.length; i += 2) {
    if (sourceOf[pairs[i]!] === sourceOf[pairs[i + 1]!]) continue;
    const inOrder = sourceOf[pairs[i]!]! < sourceOf[pairs[i + 1]!]!;
    const [left, right] = inOrder ? [pairs[i]!, pairs[i + 1]!] : [pairs[i + 1]!, pairs[i]!];
    const [a, b] = [cells[left * stride + field.slot.position]!, cells[right * stride + field.slot.position]!];
    if (a < 0 || b < 0) continue;
    const sources = sourceOf[left]! * sourceCount + sourceOf[right]!;
    const tally = tallies.get(sources) ?? { together: new Map(), left: new Map(), right: new Map(), all: 0 };
    tallies.set(sources, tally);
    const key = a * field.dictionary.strings.count + b;
    tally.together.set(key, (tally.together.get(key) ?? 0) + 1);
    tally.left.set(a, (tally.left.get(a) ?? 0) + 1);
    tally.right.set(b, (tally.right.get(b) ?? 0) + 1);
    tally.all += 1;
  }
  return [...tallies].flatMap(([sources, { together, left, right, all }]) => {
    const [one, other] = [used[Math.floor(sources / sourceCount)]!, used[sources % sourceCount]!];
    return [...together].flatMap(([key, count]): [number, number][] => {
      const [a, b] = [Math.floor(key / field.dictionary.strings.count), key % field.dictionary.strings.count];
      if (a === b || count < pairsMin) return [];
      if (other[a]! > unusedMax * one[a]! || one[b]! > unusedMax * other[b]!) return [];
      const shares = [count / left.get(a)!, count / right.get(b)!];
      if (Math.max(...shares) < shareMin || Math.min(...shares) < backMin) return [];
      const lift = (count * all) / (left.get(a)! * right.get(b)!);
      const isTold = [right.get(b)! / all, left.get(a)! / all].every(
        (usual, side) => 1 - shares[side]! < (1 - usual) * missedMax,
      );
      return lift >= liftMin || isTold ? [[a, b]] : [];
    });
  });
}

interface Tally {
  readonly together: Map<number, number>;
  readonly left: Map<number, number>;
  readonly right: Map<number, number>;
  all: number;
}

/** Of values that stand for each other the commonest, the first by its text of equally common ones, stands for all. */
function standingFor({ slot, dictionary: { strings } }: TextField, pairs: readonly [number, number][]): Writings {
  const groups = new Map<number, Set<number>>();
  for (const pair of pairs) {
    const joined = new Set(pair.flatMap((value) => [...(groups.get(value) ?? [value])]));
    for (const value of joined) groups.set(value, joined);
  }
  const first = (a: number, b: number): number =>
    slot.counts[b]! - slot.counts[a]! || (strings.at(a) < strings.at(b) ? -1 : 1);
  const entries = [...groups].flatMap(([value, group]): [string, string][] => {
    const [standing = value] = [...group].sort(first);
    return standing === value ? [] : [[strings.at(value), strings.at(standing)]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
