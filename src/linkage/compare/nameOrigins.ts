// Origins of names: given names, surnames and codes such as a nationality come from the same few cultures, so that strangers
// who share one share the others more often than by chance. What share of a value's people is of which origin stands in the
// frozen frequencies, in percent; in memory a value is one integer. Sexes are told of given names in the same way: strangers
// who share a given name share the sex.
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import type { FrequencyTable, FrequencyTables, SlotCounts } from "./frequencies.ts";

/** Most origins that a model tells apart. */
const originsMax = 16;
/** Origins kept of a value, the commonest; the rest is spread as in all records. */
const originsOfValue = 3;
const percents = 101;
const entryRoom = originsMax * percents;
/** What the totals of the tables sum to: an origin's is its share of all records. */
const totalOfOrigins = 1_000_000;
/** Shares of a value that differ less from those of all records say nothing. */
const differenceMin = 0.005;

/** What people are told apart by. Each kind is independent of the other. */
export const originKinds = ["origin", "sex"] as const;
export type OriginKind = (typeof originKinds)[number];

/** The slot whose values have origins: "name.given", "name.surname", the name of a field of codes or of the sex. */
const tableName = (slot: string, kind: OriginKind, origin: number): string => `${slot}.${kind}${origin + 1}`;

/** Of the tables that are made for a slot together. */
export const firstTable = (slot: string, kind: OriginKind): string => tableName(slot, kind, 0);

/** Names among aligned frequencies: of a slot's packed origins, and of the shares of all records. */
export const originSlot = (slot: string, kind: OriginKind = "origin"): string => `${slot}.${kind}s`;
export const originShares = (kind: OriginKind = "origin"): string => originSlot("name", kind);

/**
 * Tables to freeze, one an origin; values that say nothing are left out.
 * @param shares of all records, by origin @param own of each value, by code · origins + origin @param keyOf text by code
 */
export function createOriginTables(
  slot: string,
  kind: OriginKind,
  shares: Float64Array,
  own: Float64Array,
  keyOf: (code: number) => string,
): [string, FrequencyTable][] {
  const { length: count } = shares;
  const percentsOf = Array.from({ length: count }, () => new Map<string, number>());
  for (let at = 0; at < own.length; at += count) {
    const row = own.subarray(at, at + count);
    if (row.every((share, origin) => Math.abs(share - shares[origin]!) < differenceMin)) continue;
    const order = Array.from(row.keys()).sort((a, b) => row[b]! - row[a]! || a - b);
    for (const origin of order.slice(0, originsOfValue)) {
      const percent = Math.floor(row[origin]! * 100);
      if (percent > 0) percentsOf[origin]!.set(keyOf(at / count), percent);
    }
  }
  return percentsOf.map((counts, origin) => {
    const total = Math.max(100, Math.round(shares[origin]! * totalOfOrigins));
    return [tableName(slot, kind, origin), { total, counts }];
  });
}

const listTables = (tables: FrequencyTables, slot: string, kind: OriginKind): FrequencyTable[] =>
  Array.from({ length: originsMax }, (_, origin) => tables.get(tableName(slot, kind, origin))).filter(
    (table) => table !== undefined,
  );

/** By first table of a slot: an index aligns a few values at a time with the same tables, over and over. */
const packedTables = new WeakMap<FrequencyTable, ReadonlyMap<string, number>>();

function packTables(tables: FrequencyTables, slot: string, kind: OriginKind): ReadonlyMap<string, number> | null {
  const first = tables.get(firstTable(slot, kind));
  if (first === undefined) return null;
  const known = packedTables.get(first);
  if (known !== undefined) return known;
  const packed = new Map<string, number>();
  listTables(tables, slot, kind).forEach(({ counts }, origin) => {
    for (const [value, percent] of counts) {
      packed.set(value, (packed.get(value) ?? 0) * entryRoom + origin * percents + percent);
    }
  });
  packedTables.set(first, packed);
  return packed;
}

/** Packed origins by code of a dictionary, 0 where nothing is known; null where the model has none for the slot. */
export function alignOrigins(
  tables: FrequencyTables,
  slot: string,
  kind: OriginKind,
  size: number,
  keyOf: (code: number) => string,
): SlotCounts | null {
  const packed = packTables(tables, slot, kind);
  if (packed === null) return null;
  const counts = sharedUint32(size);
  for (let code = 0; code < size; code += 1) counts[code] = packed.get(keyOf(code)) ?? 0;
  return { counts, total: totalOfOrigins };
}

/** By origin its share of all records; null where the model tells none. */
export function alignOriginShares(tables: FrequencyTables, kind: OriginKind): SlotCounts | null {
  const totals = listTables(tables, "name.given", kind).map(({ total }) => total);
  if (totals.length === 0) return null;
  const counts = sharedUint32(totals.length);
  counts.set(totals);
  return { counts, total: totals.reduce((sum, total) => sum + total, 0) };
}

/** Works out dependence from packed origins. */
export class NameOrigins {
  readonly count: number;
  /** Of all records, by origin. */
  readonly shares: Float64Array;
  readonly #inverse: Float64Array;
  readonly #own: Float64Array;
  readonly #product: Float64Array;

  constructor({ counts, total }: SlotCounts) {
    this.count = counts.length;
    this.shares = Float64Array.from(counts, (count) => count / total);
    this.#inverse = this.shares.map((share) => 1 / share);
    this.#own = new Float64Array(this.count);
    this.#product = new Float64Array(this.count);
  }

  /** Writes a value's shares by origin. */
  unpack(packed: number, into: Float64Array): void {
    let rest = 1;
    into.fill(0);
    for (let entries = packed; entries > 0; entries = Math.floor(entries / entryRoom)) {
      const entry = entries % entryRoom;
      const share = (entry % percents) / 100;
      into[Math.floor(entry / percents)] = share;
      rest -= share;
    }
    for (let k = 0; k < this.count; k += 1) into[k]! += rest * this.shares[k]!;
  }

  /**
   * How much more often strangers share all these values than if the values were independent, as a natural log; 0 at least:
   * that values seldom stand together is no ground to link more. The first `end` of `packed`, 0 where nothing is known.
   */
  logDependence(packed: Uint32Array, end: number): number {
    let known = 0;
    for (let i = 0; i < end; i += 1) if (packed[i] !== 0) known += 1;
    if (known < 2) return 0;
    const product = this.#product;
    product.set(this.shares);
    for (let i = 0; i < end; i += 1) {
      if (packed[i] === 0) continue;
      this.unpack(packed[i]!, this.#own);
      for (let k = 0; k < this.count; k += 1) product[k]! *= this.#own[k]! * this.#inverse[k]!;
    }
    let sum = 0;
    for (let k = 0; k < this.count; k += 1) sum += product[k]!;
    return sum <= 1 ? 0 : Math.log(sum);
  }
}
