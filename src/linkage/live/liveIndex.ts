// The live index: standardised records in memory that come, change and go one by one, with their links and clusters on
// demand, equal bit for bit to what a bulk run with the same model over the same records finds. It knows no database and
// no persons; record numbers are dense and given by first arrival.
import { assert } from "../../shared/assert.ts";
import { StopKeys } from "../block/stopKeys.ts";
import { CutLevels } from "../cluster/cutLevels.ts";
import { ReplayPool } from "../cluster/replayPool.ts";
import type { Model } from "../model.ts";
import type { RecordTable } from "../read/recordTable.ts";
import { treatsIdenticalAsOne } from "../standardise/collapseIdentical.ts";
import { standardiseForModel } from "../standardise/standardiseForModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { adoptRecords, type KnownRun } from "./adoptRecords.ts";
import { clusterTouched } from "./clusterTouched.ts";
import { emptyTable } from "./emptyTable.ts";
import { explainRows, type PairSteps } from "./explainRows.ts";
import { firstInOrder } from "./firstInOrder.ts";
import { LevelHints } from "./levelHints.ts";
import { LiveFields } from "./liveFields.ts";
import type { DecisionGraph, LiveParts } from "./liveParts.ts";
import { restoreSections, snapshotSections } from "./liveSnapshot.ts";
import { NumberMarks } from "./numberMarks.ts";
import { PoolMemory } from "./poolMemory.ts";
import { type RecordKey, RecordKeys } from "./recordKeys.ts";
import { RowLinks } from "./rowLinks.ts";
import { RowStore } from "./rowStore.ts";
import { readSections, writeSections } from "./sectionFile.ts";
import { selfOdds } from "./selfOdds.ts";
import { type FieldValues, type StandardBatch, standardiseBatch } from "./standardBatch.ts";

export interface LiveLink {
  readonly other: number;
  /** Natural log odds. */
  readonly logOdds: number;
}

export interface LiveMatch {
  readonly record: number;
  /** Natural log odds. */
  readonly logOdds: number;
}

export interface MatchOptions {
  /** Natural log odds below which nothing is found. */
  readonly floor: number;
  /** Most records found. */
  readonly limit: number;
  /** Records that may be found; all where absent. */
  readonly accepts?: (record: number) => boolean;
}

/** Told of rows that come and go, while their cells are set; search keeps its postings by it. */
export interface RowObserver {
  added(row: number): void;
  removed(row: number): void;
}

export class LiveIndex {
  readonly model: Model;
  /** Told of every later change of rows. */
  observer: RowObserver | null = null;
  /** The parts, for what reads them beside the index (search). */
  readonly parts: LiveParts;
  readonly #stopKeys: StopKeys;
  readonly #rows: RowStore;
  readonly #fields: LiveFields;
  readonly #links: RowLinks;
  readonly #keys = new RecordKeys();
  readonly #pools = new PoolMemory();
  #changes = 0;

  /** An empty index. `expectedRecords`: how many there will be, so that nothing has to move while they come. */
  constructor(model: Model, options: { readonly expectedRecords?: number } = {}) {
    const moves = { count: 0 };
    const expected = options.expectedRecords ?? 0;
    this.model = model;
    this.#stopKeys = new StopKeys(model.blocking);
    this.#fields = new LiveFields(model, standardiseForModel(emptyTable, model), moves);
    this.#rows = new RowStore(this.#fields.stride, treatsIdenticalAsOne(model), moves, expected);
    this.#links = new RowLinks(model, this.#rows, this.#fields, this.#keys);
    this.#keys.reserve(expected);
    this.parts = {
      model,
      rows: this.#rows,
      fields: this.#fields,
      links: this.#links,
      recordKeys: this.#keys,
      pools: this.#pools,
      replay: new ReplayPool(this.#fields.tables),
      marks: new NumberMarks(),
      levels: new CutLevels({ componentFloor: model.thresholds.component, threshold: model.thresholds.link }),
      levelHints: new LevelHints(),
    };
  }

  /** Numbers given out, those of withdrawn records too. */
  get count(): number {
    return this.#keys.count;
  }

  /** −1 where unknown. */
  numberOf(key: RecordKey): number {
    return this.#keys.find(key);
  }

  keyOf(record: number): RecordKey {
    this.#require(record);
    return this.#keys.at(record);
  }

  sourceOf(record: number): string {
    this.#require(record);
    return this.#keys.sources[this.#keys.sourceOf(record)] ?? "";
  }

  isPresent(record: number): boolean {
    return this.#rows.rowOf(record) !== 0;
  }

  /** Below 0 where record a stands before b in canonical order: by source, then identifier, as UTF-8 bytes. */
  compareOrder(a: number, b: number): number {
    return this.#keys.compare(a, b);
  }

  /**
   * Standardises records as a bulk run does; nothing is stored. Values are by column name of the model (listModelColumns);
   * others are ignored. Cheaper per record for many at once. `sources`: of each record, where it has one.
   */
  standardise(values: readonly FieldValues[], sources: readonly string[] = []): StandardBatch {
    return standardiseBatch(this.model, this.#stopKeys, values, sources);
  }

  /**
   * Adds the record or replaces its content. `touched`: the record; one record of each row (identical records) that it
   * was linked to before; and, rarely, others whose candidates changed because a key became too common or ceased to be.
   * clustersOf(touched) holds every cluster that may have changed.
   */
  put(key: RecordKey, batch: StandardBatch, at: number): { readonly number: number; readonly touched: number[] } {
    assert(at >= 0 && at < batch.count, "the batch has the record");
    this.#changes += 1;
    const known = this.#keys.find(key);
    const record = known >= 0 ? known : this.#keys.add(key);
    this.#fields.translate(batch.records, batch.frequencies.slots, at, this.#rows, true);
    const old = this.#rows.rowOf(record);
    const source = this.model.sourcesBy === null ? this.#keys.sourceOf(record) : batch.records.sourceOf[at]!;
    const isUnchanged = old !== 0 && this.#rows.sourceOf[old] === source && this.#rows.equalsQuery(old);
    const same = isUnchanged ? old : this.#rows.findShared();
    const row = same === 0 ? this.#rows.create(source) : same;
    this.#rows.clearQuery();
    if (old === row) return { number: record, touched: [record] };
    const touched = new Set([record]);
    if (old !== 0) this.#takeOut(record, touched);
    this.#rows.attach(record, row);
    if (same !== 0 && firstInOrder(this.#rows, this.#keys, row) === record) this.#pools.move(row);
    if (same === 0) {
      const { offsets, rules, keys } = batch.keys;
      this.#rows.setKeys(row, rules, keys, offsets[at]!, offsets[at + 1]!);
      this.observer?.added(row);
      this.#links.enter(row, (other) => touched.add(this.#rows.firstOf(other)));
    }
    return { number: record, touched: [...touched] };
  }

  /**
   * Withdraws a record; its number stays its own. `touched` as of put. Decisions are not known here: add the records that
   * decisions "same" tie to it.
   */
  remove(record: number): { readonly touched: number[] } {
    this.#require(record);
    this.#changes += 1;
    const touched = new Set([record]);
    if (this.isPresent(record)) this.#takeOut(record, touched);
    return { touched: [...touched] };
  }

  /** Takes back the last number given, as if its key had never come. It must have been withdrawn. */
  forget(record: number): void {
    assert(record === this.count - 1 && !this.isPresent(record), "only the last number is forgotten, once withdrawn");
    this.#changes += 1;
    this.#keys.pop();
  }

  /** All links of a record at or above the model's component threshold, in canonical order of the other records. */
  linksOf(record: number): readonly LiveLink[] {
    this.#require(record);
    const row = this.#rows.rowOf(record);
    if (row === 0) return [];
    const found: LiveLink[] = [];
    const add = (other: number, logOdds: number): void => {
      for (let member = this.#rows.firstOf(other); member >= 0; member = this.#rows.nextOf(member)) {
        if (member !== record) found.push({ other: member, logOdds });
      }
    };
    const { rows, odds } = this.#links.of(row);
    rows.forEach((other, i) => {
      add(other, odds[i]!);
    });
    if (this.#rows.nextOf(this.#rows.firstOf(row)) >= 0) {
      const self = selfOdds(this.parts, row);
      if (self >= this.model.thresholds.component) add(row, self);
    }
    return found.sort((a, b) => this.#keys.compare(a.other, b.other));
  }

  /**
   * Every cluster that a change of `touched` may have altered, whole, by the function that clusters bulk runs: record
   * numbers in canonical order. Withdrawn records are in none. Where decisions changed, their records are touched.
   */
  clustersOf(touched: Iterable<number>, decisions: DecisionGraph = noDecisions): number[][] {
    return clusterTouched(this.parts, touched, decisions);
  }

  /**
   * Records that record `at` of the batch would be linked to if it came from a source of its own, best first, ties in
   * canonical order. Nothing is stored.
   */
  match(batch: StandardBatch, at: number, options: MatchOptions): LiveMatch[] {
    return this.#withQuery(batch, at, () => this.#match(batch, at, options));
  }

  /**
   * As match; of what `choose` keeps of it each pair is taken apart, as explainMatch does. Cheaper than one after the other.
   * @param choose must not use the index
   */
  matchAndExplain(
    batch: StandardBatch,
    at: number,
    options: MatchOptions,
    choose: (found: readonly LiveMatch[]) => readonly LiveMatch[],
  ): (LiveMatch & { readonly pair: PairSteps })[] {
    return this.#withQuery(batch, at, () => {
      const chosen = choose(this.#match(batch, at, options));
      const left = chosen.length === 0 ? {} : this.#texts(0);
      return chosen.map((one) => ({ ...one, pair: this.#explain(0, this.#rows.rowOf(one.record), left) }));
    });
  }

  /** Takes two present records apart; the canonically smaller stands left. */
  explainPair(a: number, b: number): PairSteps {
    assert(this.isPresent(a) && this.isPresent(b), "both records are present");
    const [left, right] = this.#keys.compare(a, b) <= 0 ? [a, b] : [b, a];
    return this.#explain(this.#rows.rowOf(left), this.#rows.rowOf(right));
  }

  /** As explainPair, of record `at` of a batch, which stands left, and a present record. */
  explainMatch(batch: StandardBatch, at: number, record: number): PairSteps {
    assert(this.isPresent(record), "the record is present");
    return this.#withQuery(batch, at, () => this.#explain(0, this.#rows.rowOf(record)));
  }

  /**
   * Standardised texts of a record by the names of the model's comparisons ("given_name", "birth_date" as YYYY-MM-DD …);
   * null where missing, {} where withdrawn.
   */
  valuesOf(record: number): Readonly<Record<string, string | null>> {
    this.#require(record);
    const row = this.#rows.rowOf(record);
    return row === 0 ? {} : this.#texts(row);
  }

  /** The index as bytes in chunks. It must not change until the last chunk has been taken. */
  *snapshot(): Generator<Uint8Array> {
    const changes = this.#changes;
    for (const chunk of writeSections(snapshotSections(this.parts))) {
      assert(changes === this.#changes, "the index does not change while its snapshot is taken");
      yield chunk;
    }
  }

  /**
   * The index that `snapshot` wrote; nothing is standardised again.
   * @throws NamesakeError SNAPSHOT_INVALID where the bytes are damaged, of another version or of another model
   */
  static async restoreFrom(model: Model, chunks: AsyncIterable<Uint8Array>): Promise<LiveIndex> {
    const sections = await readSections(chunks);
    const index = new LiveIndex(model);
    restoreSections(index.parts, sections);
    return index;
  }

  /**
   * The index of a bulk run's records. Record numbers are places in the table.
   * @param records the table standardised for the model, one row a record
   * @param known what the run found, which need not be found again then
   */
  static fromRecords(
    model: Model,
    table: RecordTable,
    records: StandardRecords,
    known: KnownRun | null = null,
  ): LiveIndex {
    const index = new LiveIndex(model, { expectedRecords: Math.ceil(table.recordCount * 1.25) });
    adoptRecords(index.parts, { table, records, known });
    return index;
  }

  /** Takes a present record out of its row, and the row out of the index where nothing is left in it. */
  #takeOut(record: number, touched: Set<number>): void {
    const rows = this.#rows;
    const row = rows.rowOf(record);
    const isLast = rows.firstOf(row) === record && rows.nextOf(record) < 0;
    if (isLast) this.#pools.forget(row);
    else if (firstInOrder(rows, this.#keys, row) === record) this.#pools.move(row);
    const touch = (other: number) => touched.add(rows.firstOf(other));
    for (const other of this.#links.of(row).rows) touch(other);
    if (!isLast) {
      rows.detach(record);
      touch(row);
      return;
    }
    this.#links.leave(row, touch);
    this.observer?.removed(row);
    rows.detach(record);
    rows.release(row);
  }

  /** Runs `use` while row 0 holds record `at` of the batch; values that are not known last as long. */
  #withQuery<T>(batch: StandardBatch, at: number, use: () => T): T {
    assert(at >= 0 && at < batch.count, "the batch has the record");
    try {
      this.#fields.translate(batch.records, batch.frequencies.slots, at, this.#rows, false);
      return use();
    } finally {
      this.#fields.dropScratch();
      this.#rows.clearQuery();
    }
  }

  /** What row 0, which holds the query, matches. */
  #match(batch: StandardBatch, at: number, { floor, limit, accepts }: MatchOptions): LiveMatch[] {
    const { offsets, rules, keys } = batch.keys;
    const from = offsets[at]!;
    const list = {
      count: offsets[at + 1]! - from,
      rule: (index: number) => rules[from + index]!,
      key: (index: number) => keys[from + index]!,
    };
    const found = this.#links.query(list, floor, this.#rows.findShared());
    const matches: LiveMatch[] = [];
    found.rows.forEach((row, i) => {
      for (let record = this.#rows.firstOf(row); record >= 0; record = this.#rows.nextOf(record)) {
        if (accepts === undefined || accepts(record)) matches.push({ record, logOdds: found.odds[i]! });
      }
    });
    matches.sort((a, b) => b.logOdds - a.logOdds || this.#keys.compare(a.record, b.record));
    return matches.length > limit ? matches.slice(0, limit) : matches;
  }

  #explain(left: number, right: number, leftTexts = this.#texts(left)): PairSteps {
    const { tables } = this.#fields;
    const comparer = this.#fields.comparer(this.#rows);
    return explainRows({ comparer, tables }, left, right, { left: leftTexts, right: this.#texts(right) });
  }

  #texts(row: number): Record<string, string | null> {
    const place = { cells: this.#rows.cells, at: row * this.#rows.stride };
    const texts: Record<string, string | null> = {};
    for (const field of this.#fields.fields) Object.assign(texts, field.texts(place));
    return texts;
  }

  #require(record: number): void {
    assert(record >= 0 && record < this.count, "the record's number was given out");
  }
}

const none: readonly number[] = [];
const noDecisions: DecisionGraph = { sameOf: () => none, differentOf: () => none };
