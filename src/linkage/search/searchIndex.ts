// Entity search over rows of standardised records: each term is turned into values that it may mean, each value into the
// rows that hold it, and rows gain what the terms tell: a rare value found tells more than a common one.
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { fitTerm } from "./fitTerm.ts";
import { joinPieces } from "./joinPieces.ts";
import type { SearchTerm } from "./parseSearchText.ts";
import { listSearchSlots, type SearchSlot } from "./searchSlots.ts";
import { SlotPostings } from "./slotPostings.ts";
import type { Fits, Manner } from "./valueMatch.ts";
import { WordIndex } from "./wordIndex.ts";

/** A term with the columns that it may be looked for in; null for all that may be seen. */
export interface AskedTerm {
  readonly term: SearchTerm;
  readonly columns: ReadonlySet<string> | null;
}

export interface SearchOptions {
  /** Most rows in the answer. */
  readonly limit: number;
  /** Rows for which it is false do not exist. */
  readonly accepts: (row: number) => boolean;
}

export interface FoundTerm {
  /** As typed. */
  readonly shown: string;
  /** Of the slot: "surname", "birth_date". */
  readonly slot: string;
  readonly columns: readonly string[];
  readonly manner: Manner;
  /** 0 … 1. */
  readonly similarity: number;
}

export interface FoundRow {
  readonly row: number;
  /** 0 … 1: what the row has of what the terms could tell. */
  readonly score: number;
  /** Per term what was found, null where nothing was. */
  readonly found: readonly (FoundTerm | null)[];
}

export interface SlotFits {
  readonly slot: SearchSlot;
  readonly fits: Fits;
}

/** Terms with the values that each may mean. */
export interface Asked {
  readonly terms: readonly WeighedTerm[];
  /** Bits that a row would have that holds all of it. */
  readonly possible: number;
}

export interface WeighedTerm {
  readonly shown: string;
  readonly slots: readonly SlotFits[];
  /** Bits that finding it tells; what no record has tells most. */
  readonly bits: number;
}

/** Fields whose values are found by their words (fitTerm). */
const wordedKinds: ReadonlySet<Field["kind"]> = new Set(["name", "address", "organisation", "town", "text"]);

/** Rows from which a term is common. */
const commonRows = 20_000;

export class SearchIndex {
  readonly #records: () => StandardRecords;
  readonly #slots: readonly SearchSlot[];
  readonly #postings = new Map<SearchSlot, SlotPostings>();
  readonly #words = new Map<string, WordIndex>();
  #rowCount = 0;
  #gained = new Float32Array(0);
  #best = new Float32Array(0);
  #termOf = new Uint8Array(0);

  /** @param records the rows as they are now; the same object or another each time, with the same fields */
  constructor(records: () => StandardRecords, plans: readonly FieldPlan[]) {
    this.#records = records;
    this.#slots = listSearchSlots(records().fields, plans);
    for (const slot of this.#slots) this.#postings.set(slot, new SlotPostings());
  }

  /** Rows that are in the index. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** Does beforehand what the first search of each field would do. */
  prepare(): void {
    for (const slot of this.#slots) if (wordedKinds.has(slot.field.kind)) this.#wordsOf(slot).follow();
  }

  /** To be called once for a row, after its cells are set. */
  add(row: number): void {
    this.#rowCount += 1;
    this.#eachCell(row, (postings, code) => postings.add(row, code));
  }

  /** To be called before the row's cells change or are given up. */
  remove(row: number): void {
    this.#rowCount -= 1;
    this.#eachCell(row, (postings, code) => postings.remove(row, code));
  }

  #eachCell(row: number, visit: (postings: SlotPostings, code: number) => void): void {
    const { cells, stride } = this.#records();
    for (const [{ slot }, postings] of this.#postings) visit(postings, cells[row * stride + slot.position]!);
  }

  /**
   * What is asked, ready to be looked for.
   * @param columns columns that may be searched; null for all
   */
  ask(asked: readonly AskedTerm[], columns: ReadonlySet<string> | null): Asked {
    const terms = this.#weigh(asked, columns);
    return { terms, possible: terms.reduce((sum, { bits }) => sum + bits, 0) };
  }

  /** Rows that have most of what is asked, best first; equal ones by row. */
  search({ terms, possible }: Asked, options: SearchOptions): FoundRow[] {
    if (possible === 0) return [];
    const touched = this.#gather(terms);
    const best = this.#pickBest(touched, options);
    for (const row of touched) this.#gained[row] = 0;
    const found = best.map((row): FoundRow => this.describe(row, { terms, possible }));
    return found.sort((a, b) => b.score - a.score || a.row - b.row);
  }

  #weigh(asked: readonly AskedTerm[], columns: ReadonlySet<string> | null): WeighedTerm[] {
    const maySee = (slot: SearchSlot, wanted: ReadonlySet<string> | null): boolean =>
      slot.columns.every((column) => columns === null || columns.has(column)) &&
      (wanted === null || slot.columns.some((column) => wanted.has(column)));
    const fitIn = (term: SearchTerm, wanted: ReadonlySet<string> | null): SlotFits[] => {
      // The parts of a name share one dictionary, which is looked through once.
      const fitsOf = new Map<Field, Fits | null>();
      return this.#slots.flatMap((slot) => {
        if (!maySee(slot, wanted)) return [];
        const known = fitsOf.get(slot.field);
        const fits = known === undefined ? fitTerm(term, slot, () => this.#wordsOf(slot)) : known;
        fitsOf.set(slot.field, fits);
        return fits === null || fits.size === 0 ? [] : [{ slot, fits }];
      });
    };
    const fitBest = (term: SearchTerm, wanted: ReadonlySet<string> | null): SlotFits[] =>
      preferNames(fitIn(term, wanted));
    return joinPieces(asked, ({ term, columns: wanted }) => fitBest(term, wanted)).map(({ shown, slots }) => ({
      shown,
      slots,
      bits: this.#bitsOf(slots),
    }));
  }

  #wordsOf({ field }: SearchSlot): WordIndex {
    let words = this.#words.get(field.name);
    if (words === undefined) {
      words = new WordIndex(field);
      this.#words.set(field.name, words);
    }
    return words;
  }

  /** log2 of all rows over those that hold a best value. */
  #bitsOf(slots: readonly SlotFits[]): number {
    let best = 0;
    let rows = 0;
    for (const { slot, fits } of slots) {
      const postings = this.#postings.get(slot)!;
      for (const [code, { similarity }] of fits) {
        if (similarity < best) continue;
        const size = postings.size(code);
        if (size === 0) continue;
        rows = similarity > best ? size : rows + size;
        best = similarity;
      }
    }
    return Math.log2(1 + this.#rowCount / Math.max(1, rows));
  }

  /**
   * Adds up per row the best that each term finds in it; returns the rows that gained, each once. Terms of few rows come
   * first; one that very many rows have (an initial, a year) then only adds to the rows that are known already.
   */
  #gather(terms: readonly WeighedTerm[]): number[] {
    this.#reserve();
    const touched: number[] = [];
    const sized = terms.map((term, index) => ({ term, index, rows: this.#countRows(term) }));
    sized.sort((a, b) => a.rows - b.rows || a.index - b.index);
    for (const { term, index, rows } of sized) {
      const isCommon = touched.length > 0 && rows > Math.max(commonRows, touched.length);
      if (isCommon) this.#addToTouched(term, touched);
      else this.#addPostings(term, index, touched);
    }
    return touched;
  }

  #countRows({ slots }: WeighedTerm): number {
    let rows = 0;
    for (const { slot, fits } of slots) {
      const postings = this.#postings.get(slot)!;
      for (const code of fits.keys()) rows += postings.size(code);
    }
    return rows;
  }

  #addPostings({ slots, bits }: WeighedTerm, index: number, touched: number[]): void {
    const [gained, best, termOf] = [this.#gained, this.#best, this.#termOf];
    for (const { slot, fits } of slots) {
      const postings = this.#postings.get(slot)!;
      for (const [code, { similarity }] of fits) {
        const gain = similarity * bits;
        for (let row = postings.first(code); row >= 0; row = postings.next(row)) {
          if (gained[row] === 0) {
            touched.push(row);
            termOf[row] = index;
            best[row] = gain;
            gained[row] = gain;
          } else if (termOf[row] !== index) {
            termOf[row] = index;
            best[row] = gain;
            gained[row]! += gain;
          } else if (gain > best[row]!) {
            gained[row]! += gain - best[row]!;
            best[row] = gain;
          }
        }
      }
    }
  }

  #addToTouched({ slots, bits }: WeighedTerm, touched: readonly number[]): void {
    const { cells, stride } = this.#records();
    for (const row of touched) {
      let similarity = 0;
      for (const { slot, fits } of slots) {
        const fit = fits.get(cells[row * stride + slot.slot.position]!);
        if (fit !== undefined && fit.similarity > similarity) similarity = fit.similarity;
      }
      this.#gained[row]! += similarity * bits;
    }
  }

  #reserve(): void {
    const { recordCount, cells, stride } = this.#records();
    const rows = Math.max(recordCount, Math.floor(cells.length / stride));
    if (this.#gained.length >= rows) return;
    this.#gained = new Float32Array(rows);
    this.#best = new Float32Array(rows);
    this.#termOf = new Uint8Array(rows);
  }

  /** The rows that gained most: a cut found by histogram, so that a million of touched rows are not sorted. */
  #pickBest(touched: readonly number[], { limit, accepts }: SearchOptions): number[] {
    const buckets = 512;
    let most = 0;
    for (const row of touched) if (this.#gained[row]! > most) most = this.#gained[row]!;
    const counts = new Uint32Array(buckets + 1);
    const bucketOf = (row: number): number => Math.floor((this.#gained[row]! / most) * buckets);
    for (const row of touched) counts[bucketOf(row)]! += 1;
    let bucket = buckets;
    const best: number[] = [];
    while (bucket >= 0 && best.length < limit) {
      let wanted = 0;
      const from = bucket;
      while (bucket >= 0 && wanted < limit) {
        wanted += counts[bucket]!;
        bucket -= 1;
      }
      const to = bucket + 1;
      const picked = touched.filter((row) => {
        const own = bucketOf(row);
        return own >= to && own <= from && accepts(row);
      });
      picked.sort((a, b) => this.#gained[b]! - this.#gained[a]! || a - b);
      best.push(...picked);
    }
    return best.slice(0, limit);
  }

  /** What one row has of the terms. */
  describe(row: number, { terms, possible }: Asked): FoundRow {
    const { cells, stride } = this.#records();
    let gained = 0;
    const found = terms.map(({ shown, slots, bits }): FoundTerm | null => {
      let best: FoundTerm | null = null;
      for (const { slot, fits } of slots) {
        const fit = fits.get(cells[row * stride + slot.slot.position]!);
        if (fit === undefined || (best !== null && best.similarity >= fit.similarity)) continue;
        best = { shown, slot: slot.name, columns: slot.columns, ...fit };
      }
      gained += bits * (best?.similarity ?? 0);
      return best;
    });
    return { row, score: possible === 0 ? 0 : Math.min(1, gained / possible), found };
  }
}

/** A word that is somebody's name means a person sooner than a street: elsewhere it fits less. */
function preferNames(slots: readonly SlotFits[]): SlotFits[] {
  const isName = slots.some(
    ({ slot, fits }) => slot.field.kind === "name" && fits.values().some(({ manner }) => manner === "exact"),
  );
  if (!isName) return [...slots];
  return slots.map(({ slot, fits }) => {
    if (slot.field.kind === "name") return { slot, fits };
    const less = fits.entries().map(([code, fit]) => [code, { ...fit, similarity: 0.75 * fit.similarity }] as const);
    return { slot, fits: new Map(less) };
  });
}
