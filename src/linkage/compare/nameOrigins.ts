// Origins of names: given names and surnames come from the same few cultures, so that strangers who share a surname share a
// given name of its origin more often than other strangers do. What share of a name's people is of which origin stands in the
// frozen frequencies, in percent; in memory a name is one integer.
import { sharedUint32 } from "../../shared/sharedArrays.ts";
import type { FrequencyTable, FrequencyTables, SlotCounts } from "./frequencies.ts";

/** Most origins that a model tells apart. */
export const originsMax = 16;
/** Origins kept of a name, the commonest; the rest is spread as in all records. */
const originsOfName = 3;
const percents = 101;
const entryRoom = originsMax * percents;
/** What the totals of the tables sum to: an origin's is its share of all records. */
const totalOfOrigins = 1_000_000;

export type NamePart = "given" | "surname";

const tableName = (part: NamePart, origin: number): string => `name.${part}.origin${origin + 1}`;

/** Slot of a part's packed origins, and of the shares of all records, among aligned frequencies. */
export const originSlot = (part: NamePart): string => `name.${part}.origins`;
export const originShares = "name.origins";

/**
 * Tables to freeze. `sharesOf`: row `code` · count + origin; names whose shares are those of all records say nothing and are
 * left out.
 * @param names texts by code
 */
export function createOriginTables(
  { count, shares, ...sharesOf }: { count: number; shares: Float64Array } & Record<NamePart, Float64Array>,
  names: { readonly count: number; at(code: number): string },
): Map<string, FrequencyTable> {
  const tables = new Map<string, FrequencyTable>();
  for (const part of ["given", "surname"] as const) {
    const counts = Array.from({ length: count }, () => new Map<string, number>());
    for (let code = 0; code < names.count; code += 1) {
      const own = sharesOf[part].subarray(code * count, (code + 1) * count);
      if (own.every((share, origin) => Math.abs(share - shares[origin]!) < 0.005)) continue;
      const order = Array.from(own.keys()).sort((a, b) => own[b]! - own[a]! || a - b);
      for (const origin of order.slice(0, originsOfName)) {
        const percent = Math.floor(own[origin]! * 100);
        if (percent > 0) counts[origin]!.set(names.at(code), percent);
      }
    }
    counts.forEach((table, origin) => {
      const total = Math.max(100, Math.round(shares[origin]! * totalOfOrigins));
      tables.set(tableName(part, origin), { total, counts: table });
    });
  }
  return tables;
}

/** Slots of the tables' origins by the codes of a dictionary; none where the model tells no origins. */
export function alignOrigins(
  tables: FrequencyTables,
  names: { readonly count: number; at(code: number): string },
): Record<string, SlotCounts> {
  const listed = (part: NamePart): FrequencyTable[] =>
    Array.from({ length: originsMax }, (_, origin) => tables.get(tableName(part, origin))).filter(
      (table) => table !== undefined,
    );
  const givenTables = listed("given");
  if (givenTables.length === 0) return {};
  const slots: Record<string, SlotCounts> = {};
  for (const part of ["given", "surname"] as const) {
    const packed = new Map<string, number>();
    listed(part).forEach(({ counts }, origin) => {
      for (const [name, percent] of counts) {
        packed.set(name, (packed.get(name) ?? 0) * entryRoom + origin * percents + percent);
      }
    });
    const counts = sharedUint32(names.count);
    for (let code = 0; code < names.count; code += 1) counts[code] = packed.get(names.at(code)) ?? 0;
    slots[originSlot(part)] = { counts, total: totalOfOrigins };
  }
  const totals = sharedUint32(givenTables.length);
  givenTables.forEach(({ total }, origin) => {
    totals[origin] = total;
  });
  return { ...slots, [originShares]: { counts: totals, total: totals.reduce((sum, total) => sum + total, 0) } };
}

export class NameOrigins {
  readonly #given: Uint32Array;
  readonly #surname: Uint32Array;
  /** 1 over the share of all records, by origin. */
  readonly #inverse: Float64Array;
  readonly #own = new Float64Array(originsMax);

  constructor(given: SlotCounts, surname: SlotCounts, shares: SlotCounts) {
    this.#given = given.counts;
    this.#surname = surname.counts;
    this.#inverse = Float64Array.from(shares.counts, (total) => shares.total / total);
  }

  /** Null where the slots hold none. */
  static from(slots: Readonly<Record<string, SlotCounts>>): NameOrigins | null {
    const [given, surname, shares] = [slots[originSlot("given")], slots[originSlot("surname")], slots[originShares]];
    return given === undefined || surname === undefined || shares === undefined
      ? null
      : new NameOrigins(given, surname, shares);
  }

  get count(): number {
    return this.#inverse.length;
  }

  /** Share of all records. */
  shareOf(origin: number): number {
    return 1 / this.#inverse[origin]!;
  }

  /** Writes the shares of a name's people by origin. */
  sharesOf(part: NamePart, code: number, into: Float64Array): void {
    let rest = 1;
    into.fill(0);
    const packed = (part === "given" ? this.#given : this.#surname)[code] ?? 0;
    for (let entry = packed; entry > 0; entry = Math.floor(entry / entryRoom)) {
      const percent = ((entry % entryRoom) % percents) / 100;
      into[Math.floor((entry % entryRoom) / percents)] = percent;
      rest -= percent;
    }
    for (let k = 0; k < into.length; k += 1) into[k]! += rest * this.shareOf(k);
  }

  /**
   * How much more often strangers share these two names than if given name and surname were independent, as a natural log;
   * 0 at least: that names seldom stand together is no ground to link more.
   */
  logDependence(given: number, surname: number): number {
    let left = this.#given[given] ?? 0;
    let right = this.#surname[surname] ?? 0;
    if (left === 0 || right === 0) return 0;
    // Shares are the rest, spread as in all records, and what is above that in single origins.
    const own = this.#own;
    let leftRest = 1;
    for (let entry = left; entry > 0; entry = Math.floor(entry / entryRoom)) {
      const percent = ((entry % entryRoom) % percents) / 100;
      own[Math.floor((entry % entryRoom) / percents)] = percent;
      leftRest -= percent;
    }
    let rightRest = 1;
    let together = 0;
    for (; right > 0; right = Math.floor(right / entryRoom)) {
      const origin = Math.floor((right % entryRoom) / percents);
      const percent = ((right % entryRoom) % percents) / 100;
      rightRest -= percent;
      together += own[origin]! * percent * this.#inverse[origin]!;
    }
    for (; left > 0; left = Math.floor(left / entryRoom)) own[Math.floor((left % entryRoom) / percents)] = 0;
    const sum = together + leftRest * (1 - rightRest) + rightRest * (1 - leftRest) + leftRest * rightRest;
    return sum <= 1 ? 0 : Math.log(sum);
  }
}
