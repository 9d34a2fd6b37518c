// The rows that have most of what is asked. Lists of rows are read from what they can add most downwards, and only until a
// row in none of those read can no longer be among the best: of common names that is a small part of all that fits.
// Exact: the answer is that of scoring every row (the plain way, which the tests hold this to).
import type { SlotIndex } from "./slotIndex.ts";
import type { Fits } from "./valueMatch.ts";

export interface SlotFits {
  readonly index: SlotIndex;
  /** Of words or of values, as the slot is looked through. */
  readonly fits: Fits;
}

/** A term with where it may stand and the bits that finding it tells. */
export interface RankedTerm {
  readonly slots: readonly SlotFits[];
  readonly bits: number;
}

export interface RankOptions {
  /** Most rows in the answer. */
  readonly limit: number;
  /** Rows for which it is false do not exist. */
  readonly accepts: (row: number) => boolean;
  /** Cell of a row at a position. */
  readonly cell: (row: number, position: number) => number;
}

/** What a find of some likeness adds to a row: bits in 65,536ths, so that sums do not depend on their order. At most 2^25. */
export const gainOf = (similarity: number, bits: number): number => Math.round(similarity * bits * 65536);

/** The best that a term finds in a row, as `gainOf`. */
export function bestGain({ slots, bits }: RankedTerm, row: number, cell: RankOptions["cell"]): number {
  let best = 0;
  for (const { index, fits } of slots) {
    const similarity = index.fitOf(cell(row, index.slot.slot.position), fits)?.similarity ?? 0;
    if (similarity > best) best = similarity;
  }
  return gainOf(best, bits);
}

/** Words or values of one slot that add the same for one term. */
interface Group {
  readonly term: number;
  readonly index: SlotIndex;
  readonly gain: number;
  readonly codes: number[];
  rows: number;
}

/** Terms ranked together: each has a bit in an integer. */
export const rankedTermsMax = 31;
const bucketBits = 12;
/** Looking a row's values up costs as much as reading so many rows of a list. */
const lookUpCost = 25;

export class RowRanker {
  /** A bit a row: whether it gained anything. So few bytes stay near the processor, which places of all rows do not. */
  #hasGained = new Uint32Array(0);
  /** By row its place among those that gained anything. */
  #placeOf = new Int32Array(0);
  /** By place the row, what it gained, and a bit for each term that was found in it. */
  #touched = new Int32Array(0);
  #gained = new Int32Array(0);
  #found = new Int32Array(0);
  #touchedCount = 0;
  #most = 0;
  readonly #counts = new Uint32Array(1 << bucketBits);

  /**
   * Rows that gained anything, most first, equal ones by row.
   * @param terms at most `rankedTermsMax`
   * @param rowsMax above every row
   */
  rank(terms: readonly RankedTerm[], rowsMax: number, options: RankOptions): number[] {
    if (this.#placeOf.length < rowsMax) {
      this.#placeOf = new Int32Array(Math.ceil(rowsMax * 1.25));
      this.#hasGained = new Uint32Array((this.#placeOf.length >>> 5) + 1);
    }
    const groups = listGroups(terms);
    const open = Int32Array.from(terms, (_, term) => groups.find((group) => group.term === term)?.gain ?? 0);
    const nextGain = listNextGains(groups, terms.length);
    let floor = 0;
    let rowsLeft = groups.reduce((sum, { rows }) => sum + rows, 0);
    let unchecked = 0;
    groups.every((group, place) => {
      this.#take(group);
      unchecked += group.rows;
      rowsLeft -= group.rows;
      open[group.term] = nextGain[place]!;
      const openSum = open.reduce((sum, gain) => sum + gain, 0);
      if (openSum >= this.#most || unchecked * 4 < this.#touchedCount) return true;
      unchecked = 0;
      floor = this.#findFloor(options);
      return openSum >= floor || this.#countPossible(open, floor) * lookUpCost > rowsLeft;
    });
    const best = this.#pickBest(terms, open, floor, options);
    this.#clear();
    return best;
  }

  /** Adds what a group's rows gain; of one term a row gains once, and groups come best first. */
  #take({ term, index, gain, codes, rows }: Group): void {
    this.#reserve(this.#touchedCount + rows);
    const add = (piece: Int32Array, count: number): void => this.#add(piece, count, 1 << term, gain);
    for (const code of codes) index.eachPiece(code, add);
  }

  #reserve(places: number): void {
    if (this.#touched.length >= places) return;
    const widen = (own: Int32Array): Int32Array<ArrayBuffer> => {
      const wider = new Int32Array(Math.ceil(places * 1.5));
      wider.set(own.subarray(0, this.#touchedCount));
      return wider;
    };
    this.#touched = widen(this.#touched);
    this.#gained = widen(this.#gained);
    this.#found = widen(this.#found);
  }

  #add(rows: Int32Array, count: number, bit: number, gain: number): void {
    const [hasGained, placeOf] = [this.#hasGained, this.#placeOf];
    const [touched, gained, found] = [this.#touched, this.#gained, this.#found];
    let most = Math.max(this.#most, count > 0 ? gain : 0);
    let end = this.#touchedCount;
    for (let i = 0; i < count; i += 1) {
      const row = rows[i]!;
      const word = hasGained[row >>> 5]!;
      const rowBit = 1 << (row & 31);
      if ((word & rowBit) === 0) {
        hasGained[row >>> 5] = word | rowBit;
        placeOf[row] = end;
        touched[end] = row;
        gained[end] = gain;
        found[end] = bit;
        end += 1;
        continue;
      }
      const place = placeOf[row]!;
      if ((found[place]! & bit) === 0) {
        const sum = gained[place]! + gain;
        gained[place] = sum;
        found[place]! |= bit;
        if (sum > most) most = sum;
      }
    }
    this.#most = most;
    this.#touchedCount = end;
  }

  /** At least `limit` accepted rows have gained this much already, or it is 0. */
  #findFloor({ limit, accepts }: RankOptions): number {
    const { length: buckets } = this.#counts;
    const shift = Math.max(0, 32 - Math.clz32(this.#most) - bucketBits);
    this.#countGains(shift);
    let bucket = buckets;
    for (let wanted = limit; wanted <= this.#touchedCount; wanted *= 4) {
      let inside = 0;
      for (bucket = buckets; bucket > 0 && inside < wanted; bucket -= 1) inside += this.#counts[bucket - 1]!;
      const floor = bucket << shift;
      if (this.#hasAccepted(floor, limit, accepts)) return floor;
    }
    return 0;
  }

  /** Rows by what they gained, in steps of 2^shift. */
  #countGains(shift: number): void {
    const [gained, counts, end] = [this.#gained, this.#counts, this.#touchedCount];
    counts.fill(0);
    for (let place = 0; place < end; place += 1) counts[gained[place]! >> shift]! += 1;
  }

  #hasAccepted(floor: number, wanted: number, accepts: RankOptions["accepts"]): boolean {
    const [gained, touched, end] = [this.#gained, this.#touched, this.#touchedCount];
    let accepted = 0;
    for (let place = 0; place < end && accepted < wanted; place += 1) {
      if (gained[place]! >= floor && accepts(touched[place]!)) accepted += 1;
    }
    return accepted >= wanted;
  }

  /** Rows that have not been found in all terms and may reach `floor` with what is open. */
  #countPossible(open: Int32Array, floor: number): number {
    const [gained, found, end] = [this.#gained, this.#found, this.#touchedCount];
    const openSum = open.reduce((sum, gain) => sum + gain, 0);
    let count = 0;
    for (let place = 0; place < end; place += 1) {
      if (gained[place]! + openSum < floor) continue;
      const left = openTo(open, found[place]!);
      if (left > 0 && gained[place]! + left >= floor) count += 1;
    }
    return count;
  }

  /** The best rows of those that reach `floor` or may do so with what is open. */
  #pickBest(terms: readonly RankedTerm[], open: Int32Array, floor: number, options: RankOptions): number[] {
    const { limit, accepts, cell } = options;
    const [gained, found, end] = [this.#gained, this.#found, this.#touchedCount];
    const openSum = open.reduce((sum, gain) => sum + gain, 0);
    const best = new BestRows(limit);
    for (let place = 0; place < end; place += 1) {
      let gain = gained[place]!;
      const least = Math.max(floor, best.floor);
      if (gain + openSum < least) continue;
      const left = openTo(open, found[place]!);
      if (gain + left < least) continue;
      const row = this.#touched[place]!;
      for (let term = 0; left > 0 && term < terms.length; term += 1) {
        if (open[term]! > 0 && (found[place]! & (1 << term)) === 0) gain += bestGain(terms[term]!, row, cell);
      }
      if (best.takes(row, gain) && accepts(row)) best.add(row, gain);
    }
    return best.finish();
  }

  #clear(): void {
    const [hasGained, touched, end] = [this.#hasGained, this.#touched, this.#touchedCount];
    for (let place = 0; place < end; place += 1) hasGained[touched[place]! >>> 5] = 0;
    this.#touchedCount = 0;
    this.#most = 0;
  }
}

/** What terms that were not found in a row up to now can add to it at most. */
function openTo(open: Int32Array, found: number): number {
  let sum = 0;
  for (let term = 0; term < open.length; term += 1) if ((found & (1 << term)) === 0) sum += open[term]!;
  return sum;
}

/** Groups of all terms, those that add most first. */
function listGroups(terms: readonly RankedTerm[]): Group[] {
  const groups: Group[] = [];
  terms.forEach(({ slots, bits }, term) => {
    for (const { index, fits } of slots) {
      const ofGain = new Map<number, Group>();
      for (const [code, { similarity }] of fits) {
        const rows = index.size(code);
        const gain = gainOf(similarity, bits);
        if (rows === 0 || gain === 0) continue;
        const group = ofGain.get(gain) ?? { term, index, gain, codes: [], rows: 0 };
        group.codes.push(code);
        group.rows += rows;
        ofGain.set(gain, group);
      }
      groups.push(...ofGain.values());
    }
  });
  return groups.sort((a, b) => b.gain - a.gain || a.rows - b.rows);
}

/** Per group what the next one of its term adds; 0 after the last. */
function listNextGains(groups: readonly Group[], termCount: number): Int32Array {
  const next = new Int32Array(groups.length);
  const ofTerm = new Int32Array(termCount);
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const { term, gain } = groups[place]!;
    next[place] = ofTerm[term]!;
    ofTerm[term] = gain;
  }
  return next;
}

/** The rows of most gain so far; it holds up to twice as many as wanted before it sorts and cuts. */
class BestRows {
  readonly #limit: number;
  #rows: { readonly row: number; readonly gain: number }[] = [];
  #last: { readonly row: number; readonly gain: number } | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Rows of less are no longer taken. */
  get floor(): number {
    return this.#last?.gain ?? 0;
  }

  takes(row: number, gain: number): boolean {
    const last = this.#last;
    return last === null || gain > last.gain || (gain === last.gain && row < last.row);
  }

  add(row: number, gain: number): void {
    this.#rows.push({ row, gain });
    if (this.#rows.length >= 2 * this.#limit + 64) this.#cut();
  }

  /** Best first. */
  finish(): number[] {
    this.#cut();
    return this.#rows.map(({ row }) => row);
  }

  #cut(): void {
    this.#rows.sort((a, b) => b.gain - a.gain || a.row - b.row);
    this.#rows.length = Math.min(this.#rows.length, this.#limit);
    if (this.#rows.length === this.#limit) this.#last = this.#rows[this.#limit - 1] ?? null;
  }
}
