// Entity search over rows of standardised records: each term is turned into values that it may mean, each value into the
// rows that hold it, and rows gain what the terms tell: a rare value found tells more than a common one.
import type { FieldPlan } from "../standardise/fieldPlan.ts";
import type { Field, StandardRecords } from "../standardise/standardRecords.ts";
import { fitTerm } from "./fitTerm.ts";
import { joinPieces } from "./joinPieces.ts";
import type { SearchTerm } from "./parseSearchText.ts";
import { type RankedTerm, type RankOptions, RowRanker, rankedTermsMax, type SlotFits } from "./rankRows.ts";
import { listSearchSlots } from "./searchSlots.ts";
import { SlotIndex } from "./slotIndex.ts";
import type { Fits, Manner } from "./valueMatch.ts";
import { WordIndex } from "./wordIndex.ts";

/** A term with the columns that it may be looked for in; null for all that may be seen. */
export interface AskedTerm {
  readonly term: SearchTerm;
  readonly columns: ReadonlySet<string> | null;
}

export type SearchOptions = Pick<RankOptions, "limit" | "accepts">;

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

/** Terms with the values that each may mean. */
export interface Asked {
  readonly terms: readonly WeighedTerm[];
  /** Bits that a row would have that holds all of it. */
  readonly possible: number;
}

export interface WeighedTerm extends RankedTerm {
  /** As typed. Finding what no record has would tell most bits. */
  readonly shown: string;
}

/** Fields whose values are found by their words (fitTerm). */
const wordedKinds: ReadonlySet<Field["kind"]> = new Set([
  "name",
  "address",
  "organisation",
  "relative",
  "town",
  "text",
]);

export class SearchIndex {
  readonly #records: () => StandardRecords;
  readonly #slots: readonly SlotIndex[];
  readonly #ranker = new RowRanker();
  #rowCount = 0;

  /** @param records the rows as they are now; the same object or another each time, with the same fields */
  constructor(records: () => StandardRecords, plans: readonly FieldPlan[]) {
    const wordsOf = new Map<Field, WordIndex>();
    this.#records = records;
    this.#slots = listSearchSlots(records().fields, plans).map((slot) => {
      if (!wordedKinds.has(slot.field.kind)) return new SlotIndex(slot, null);
      const words = wordsOf.get(slot.field) ?? new WordIndex(slot.field);
      wordsOf.set(slot.field, words);
      return new SlotIndex(slot, words);
    });
  }

  /** Rows that are in the index. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** Takes in all rows at once, where none is in yet. @param end above every row @param exists false for rows that do not count */
  fill(end: number, exists: (row: number) => boolean): void {
    const { cells, stride } = this.#records();
    const values = new Int32Array(end);
    const isThere = Uint8Array.from(values, (_, row) => (exists(row) ? 1 : 0));
    this.#rowCount = isThere.reduce((sum, one) => sum + one, 0);
    for (const index of this.#slots) {
      const { position } = index.slot.slot;
      for (let row = 0; row < end; row += 1) values[row] = isThere[row] === 1 ? cells[row * stride + position]! : -1;
      index.fill(values);
    }
  }

  /** To be called once for a row, after its cells are set. */
  add(row: number): void {
    this.#rowCount += 1;
    const { cells, stride } = this.#records();
    for (const index of this.#slots) index.add(row, cells[row * stride + index.slot.slot.position]!);
  }

  /** To be called before the row's cells change or are given up. */
  remove(row: number): void {
    this.#rowCount -= 1;
    const { cells, stride } = this.#records();
    for (const index of this.#slots) index.remove(row, cells[row * stride + index.slot.slot.position]!);
  }

  /**
   * What is asked, ready to be looked for; terms beyond the first 31 are left out.
   * @param columns columns that may be searched; null for all
   */
  ask(asked: readonly AskedTerm[], columns: ReadonlySet<string> | null): Asked {
    const terms = this.#weigh(asked.slice(0, rankedTermsMax), columns);
    return { terms, possible: terms.reduce((sum, { bits }) => sum + bits, 0) };
  }

  /** Rows that have most of what is asked, best first; equal ones by row. */
  search(asked: Asked, options: SearchOptions): number[] {
    if (asked.possible === 0) return [];
    const { recordCount, cells, stride } = this.#records();
    const rowsMax = Math.max(recordCount, Math.floor(cells.length / stride));
    const cell = (row: number, position: number): number => cells[row * stride + position]!;
    return this.#ranker.rank(asked.terms, rowsMax, { ...options, cell });
  }

  /** Sets `into` to how well each term is found in a row, 0 … 1, and gives the row's score, 0 … 1. */
  judge(row: number, { terms, possible }: Asked, into: Float64Array): number {
    const { cells, stride } = this.#records();
    let gained = 0;
    for (let term = 0; term < terms.length; term += 1) {
      const { slots, bits } = terms[term]!;
      let best = 0;
      for (const { index, fits } of slots) {
        const similarity = index.fitOf(cells[row * stride + index.slot.slot.position]!, fits)?.similarity ?? 0;
        if (similarity > best) best = similarity;
      }
      into[term] = best;
      gained += bits * best;
    }
    return scoreOf(gained, possible);
  }

  #weigh(asked: readonly AskedTerm[], columns: ReadonlySet<string> | null): WeighedTerm[] {
    const maySee = ({ slot }: SlotIndex, wanted: ReadonlySet<string> | null): boolean =>
      slot.columns.every((column) => columns === null || columns.has(column)) &&
      (wanted === null || slot.columns.some((column) => wanted.has(column)));
    const fitIn = (term: SearchTerm, wanted: ReadonlySet<string> | null): SlotFits[] => {
      // The parts of a name share one dictionary, which is looked through once.
      const fitsOf = new Map<Field, Fits | null>();
      return this.#slots.flatMap((index) => {
        if (!maySee(index, wanted)) return [];
        const { field } = index.slot;
        const known = fitsOf.get(field);
        const fits = known === undefined ? fitTerm(term, field, index.words) : known;
        fitsOf.set(field, fits);
        return fits === null || fits.size === 0 ? [] : [{ index, fits }];
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

  /** log2 of all rows over those that hold a best value. */
  #bitsOf(slots: readonly SlotFits[]): number {
    let best = 0;
    let rows = 0;
    for (const { index, fits } of slots) {
      for (const [code, { similarity }] of fits) {
        if (similarity < best) continue;
        const size = index.size(code);
        if (size === 0) continue;
        rows = similarity > best ? size : rows + size;
        best = similarity;
      }
    }
    return Math.log2(1 + this.#rowCount / Math.max(1, rows));
  }

  /** Per term where and how a row has it, null where it does not. */
  describe(row: number, { terms }: Asked): (FoundTerm | null)[] {
    const { cells, stride } = this.#records();
    return terms.map(({ shown, slots }): FoundTerm | null => {
      let best: FoundTerm | null = null;
      for (const { index, fits } of slots) {
        const { name, columns, slot } = index.slot;
        const fit = index.fitOf(cells[row * stride + slot.position]!, fits);
        if (fit === undefined || (best !== null && best.similarity >= fit.similarity)) continue;
        best = { shown, slot: name, columns, ...fit };
      }
      return best;
    });
  }
}

/** What was gained of all that could be. */
export const scoreOf = (gained: number, possible: number): number =>
  possible === 0 ? 0 : Math.min(1, gained / possible);

/** A word that is somebody's name means a person sooner than a street: elsewhere it fits less. */
function preferNames(slots: readonly SlotFits[]): SlotFits[] {
  const isName = slots.some(
    ({ index, fits }) => index.slot.field.kind === "name" && fits.values().some(({ manner }) => manner === "exact"),
  );
  if (!isName) return [...slots];
  return slots.map(({ index, fits }) => {
    if (index.slot.field.kind === "name") return { index, fits };
    const less = fits.entries().map(([code, fit]) => [code, { ...fit, similarity: 0.75 * fit.similarity }] as const);
    return { index, fits: new Map(less) };
  });
}
