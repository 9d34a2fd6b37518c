// The columns of a record's fields, by kind of field.
import { dateLogFrequencies, logYearRatios } from "../../compare/comparators/dateComparator.ts";
import { textLogFrequencies } from "../../compare/comparators/textComparator.ts";
import type { Comparison } from "../../compare/comparison.ts";
import type { SlotCounts } from "../../compare/frequencies.ts";
import { LogFrequencies } from "../../compare/logFrequencies.ts";
import type { AlignedFrequencies } from "../../compare/pairComparer.ts";
import { ToldValues } from "../../compare/told/toldValues.ts";
import {
  type Field,
  isTokenField,
  type NameField,
  type StandardRecords,
  type TextField,
} from "../../standardise/standardRecords.ts";
import type { WeightTables } from "../scoringModel.ts";
import type { BoundColumn } from "./boundColumn.ts";
import { DateColumn } from "./dateColumn.ts";
import { EditColumn } from "./editColumn.ts";
import { EmailColumn } from "./emailColumn.ts";
import { LetterColumn } from "./letterColumn.ts";
import { LevelRatios } from "./levelRatios.ts";
import { NameColumn } from "./nameColumn.ts";
import { SlotColumn, type SlotWeights } from "./slotColumn.ts";
import { TokenColumn } from "./tokenColumn.ts";
import { ToldColumn } from "./toldColumn.ts";

/** One column a field, in the order of the fields. */
export function createColumns(
  records: StandardRecords,
  frequencies: AlignedFrequencies,
  tables: WeightTables,
  comparisons: readonly Comparison[],
): BoundColumn[] {
  return records.fields.map((field) => {
    const ratios = new Map<Comparison["kind"], LevelRatios>();
    comparisons.forEach(({ kind, field: name }, index) => {
      if (name === field.name) ratios.set(kind, new LevelRatios(tables, index, kind));
    });
    return createColumn(records, field, frequencies, ratios);
  });
}

type RatiosByKind = ReadonlyMap<Comparison["kind"], LevelRatios>;

const noCounts: SlotCounts = { counts: new Uint32Array(0), total: 1 };

function createColumn(
  records: StandardRecords,
  field: Field,
  { slots, years, beside = {} }: AlignedFrequencies,
  ratios: RatiosByKind,
): BoundColumn {
  const { cells } = records;
  if (field.kind === "name") return createNameColumn(cells, field, slots, ratios);
  const [own] = ratios.values();
  const counts = slots[field.name] ?? noCounts;
  const weigh = (logs: LogFrequencies, otherExtra = 0): SlotWeights => ({
    cells,
    position: field.slot.position,
    counts,
    logs,
    exact: own!.of(1),
    ownShare: own!.ownShare,
    other: own!.bestFrom(2) + otherExtra,
  });
  if (field.kind === "date") {
    const yearRatios = logYearRatios(new Map(years[field.name]));
    const rarest = Math.max(0, ...yearRatios.map((ratio) => -ratio));
    return new DateColumn(weigh(dateLogFrequencies(counts.total), rarest), field, yearRatios, own!);
  }
  if (isTokenField(field)) {
    const logs = new LogFrequencies(counts.total);
    // Different texts may hold the same set of words and then count as exact.
    const extra = Math.max(0, own!.of(1) - logs.at(1) - own!.bestFrom(2));
    return new TokenColumn(weigh(logs, extra), field, own!);
  }
  const text = field as TextField;
  const logs = textLogFrequencies(text.kind, counts.total);
  const told = ToldValues.of(records, text, counts, beside);
  if (told !== null) return new ToldColumn(weigh(logs, -told.logUnlike), told);
  return createTextColumn(text, weigh(logs), own!);
}

function createTextColumn(field: TextField, weights: SlotWeights, ratios: LevelRatios): BoundColumn {
  switch (field.kind) {
    case "phone":
    case "document":
    case "postcode":
      return new EditColumn(weights, field, ratios);
    case "email":
      return new EmailColumn(weights, field, ratios);
    case "town":
    case "code":
    case "text":
      return new LetterColumn(weights, field, ratios);
    default:
      return new SlotColumn(weights);
  }
}

function createNameColumn(
  cells: Int32Array,
  field: NameField,
  slots: AlignedFrequencies["slots"],
  ratios: RatiosByKind,
): BoundColumn {
  return new NameColumn({
    cells,
    field,
    givenCounts: slots["name.given"] ?? noCounts,
    surnameCounts: slots["name.surname"] ?? noCounts,
    given: ratios.get("givenName") ?? null,
    surname: ratios.get("surname") ?? null,
    middle: ratios.get("middleName") ?? null,
    order: ratios.get("nameOrder") ?? null,
  });
}
