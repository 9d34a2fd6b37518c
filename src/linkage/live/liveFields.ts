// All fields of a model as fields that grow, laid out in one row of codes, and the comparers over them. Comparers capture
// arrays, so they are made anew whenever one had to move.
import { type AlignedFrequencies, alignConstants, alignFrequencies, PairComparer } from "../compare/pairComparer.ts";
import type { Model } from "../model.ts";
import { BoundedScorer } from "../score/boundedScorer.ts";
import { tabulateWeights, type WeightTables } from "../score/scoringModel.ts";
import type { DateField, Field, Slot, StandardRecords, TextField } from "../standardise/standardRecords.ts";
import { LiveDateField } from "./liveDateField.ts";
import type { LiveField, RowPlace, SlotFrequencies } from "./liveField.ts";
import { LiveNameField } from "./liveNameField.ts";
import { LiveTextField } from "./liveTextField.ts";
import { LiveTokenField } from "./liveTokenField.ts";
import type { RowStore } from "./rowStore.ts";
import type { Moves } from "./widen.ts";

const noCounts = new Uint32Array(0);

export class LiveFields {
  readonly fields: readonly LiveField[];
  /** Integers a row. */
  readonly stride: number;
  readonly tables: WeightTables;
  readonly #moves: Moves;
  /** What of the frequencies does not grow with values. */
  readonly #constant: Omit<AlignedFrequencies, "slots">;
  readonly #slots: SlotFrequencies;
  readonly #floor: number;
  #seen = -1;
  #records: StandardRecords | null = null;
  #comparer: PairComparer | null = null;
  #scorer: BoundedScorer | null = null;
  #deepFloor = Number.NaN;
  #deepScorer: BoundedScorer | null = null;

  /** `template`: standardised records of the model, of which only the kinds and names of fields are used. */
  constructor(model: Model, template: StandardRecords, moves: Moves) {
    this.#moves = moves;
    this.#floor = model.thresholds.component;
    this.tables = tabulateWeights(model.scoring);
    const { slots, ...constant } = alignFrequencies(template, model.frequencies);
    this.#constant = constant;
    let position = 0;
    const place = <S extends Slot | null>(slot: S): S => {
      if (slot === null) return slot;
      position += 1;
      return { position: position - 1, counts: noCounts, total: 0 } as unknown as S;
    };
    this.fields = template.fields.map((field) => createLiveField(field, place, slots, model, moves));
    this.stride = Math.max(1, position);
    this.#slots = Object.assign(
      { ...alignConstants(template.fields, model.frequencies) },
      ...this.fields.map(({ frequencies }) => frequencies),
    );
  }

  /** Writes the codes of record `at` of a batch as row 0. */
  translate(batch: StandardRecords, slots: SlotFrequencies, at: number, rows: RowStore, isLasting: boolean): void {
    const source: RowPlace = { cells: batch.cells, at: at * batch.stride };
    const target: RowPlace = { cells: rows.cells, at: 0 };
    for (let i = 0; i < this.fields.length; i += 1) {
      this.fields[i]!.translate(batch.fields[i]!, slots, source, target, isLasting);
    }
  }

  dropScratch(): void {
    for (const field of this.fields) field.dropScratch();
  }

  /** What comparers compare; valid until the next value or row is added. */
  records(rows: RowStore): StandardRecords {
    this.#refresh(rows);
    return this.#records as StandardRecords;
  }

  comparer(rows: RowStore): PairComparer {
    this.#refresh(rows);
    return this.#comparer as PairComparer;
  }

  /** Drops pairs below `floor`, or below the component floor where that is lower. */
  scorer(rows: RowStore, floor: number): BoundedScorer {
    this.#refresh(rows);
    if (floor >= this.#floor) return this.#scorer as BoundedScorer;
    if (this.#deepScorer === null || this.#deepFloor !== floor) {
      this.#deepScorer = this.#createScorer(floor);
      this.#deepFloor = floor;
    }
    return this.#deepScorer;
  }

  #refresh(rows: RowStore): void {
    if (this.#seen === this.#moves.count) return;
    this.#seen = this.#moves.count;
    this.#records = {
      recordCount: rows.end,
      stride: this.stride,
      cells: rows.cells,
      fields: this.fields.map(({ field }) => field),
      sourceOf: rows.sourceOf,
      sourceCount: 1,
      multiplicity: null,
    };
    this.#comparer = new PairComparer(this.#records, this.#frequencies());
    this.#scorer = this.#createScorer(this.#floor);
    this.#deepScorer = null;
  }

  #frequencies(): AlignedFrequencies {
    return { ...this.#constant, slots: this.#slots };
  }

  #createScorer(floor: number): BoundedScorer {
    const records = this.#records as StandardRecords;
    return new BoundedScorer(records, this.#comparer as PairComparer, this.#frequencies(), this.tables, floor);
  }
}

function createLiveField(
  field: Field,
  place: <S extends Slot | null>(slot: S) => S,
  slots: SlotFrequencies,
  model: Model,
  moves: Moves,
): LiveField {
  const total = slots[field.name]?.total ?? 1;
  switch (field.kind) {
    case "name": {
      const template = {
        ...field,
        given: place(field.given),
        middle: place(field.middle),
        surname: place(field.surname),
      };
      return new LiveNameField(template, slots, moves);
    }
    case "date":
      return new LiveDateField({ ...(field as DateField), slot: place(field.slot) }, total, moves);
    case "address":
    case "organisation":
    case "relative": {
      const counted = model.frequencies.get(`${field.name}.tokens`);
      return new LiveTokenField({ ...field, slot: place(field.slot) }, slots, counted, moves);
    }
    default:
      return new LiveTextField({ ...(field as TextField), slot: place(field.slot) }, slots, moves);
  }
}
