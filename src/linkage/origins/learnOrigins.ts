// Origins of names from the records alone: how many there are is what explains combinations best that were held out.
import { mixBits } from "../../shared/hashText.ts";
import type { PackedStrings } from "../../shared/packedStrings.ts";
import { countBits } from "../compare/similarity/countBits.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { embedNames } from "./embedNames.ts";
import { dependenceOf, fitOrigins, giveOrigins, type Origins } from "./fitOrigins.ts";
import { groupNames, type NameGroups } from "./groupNames.ts";
import { compactCells, countByCode, listNameCells, type NameCells, takeCells } from "./nameCells.ts";

/** Rows looked at for what origins there are. */
const rowsMax = 100_000;
/** Combinations below which no origins are looked for. */
const cellsMin = 1000;
/** Initials of the names that a name must stand with for its combinations to tell origins. */
const initialsMin = 4;
const originCounts = [2, 3, 4, 6, 8, 12, 16];
/** Counts in a row that explain no more, after which none is looked at. */
const failuresMax = 2;
/** Share of the combinations held out. */
const heldOut = 0.2;
/** Natural log a combination held out by which an origin more must explain it better. */
const gainMin = 0.01;

/** Null where names have no origins to tell, or there are too few combinations to tell them. */
export function learnOrigins(records: StandardRecords): Origins | null {
  const field = records.fields.find((candidate) => candidate.kind === "name");
  if (field === undefined || field.given === null || field.surname === null) return null;
  const all = listNameCells(records, field, rowsMax);
  const { strings } = field.dictionary;
  const shared = keepShared(all, strings);
  if (shared.count < cellsMin) return null;
  const { cells, codes } = compactCells(shared, strings.count);
  const isHeld = Uint8Array.from(shared.given, (given, cell) =>
    mixBits(startOf(strings, given, shared.surname[cell]!)) < heldOut * 4294967296 ? 1 : 0,
  );
  const chosen = chooseGroups(cells, isHeld, codes.length);
  if (chosen === null) return null;
  const isSample = records.recordCount > rowsMax;
  const every = isSample ? listNameCells(records, field, records.recordCount) : all;
  return giveOrigins(fitOrigins(cells, chosen.groups, chosen.count), codes, every, strings.count);
}

/** Groups of names from the combinations that are not held out, as many as explain those best that are; null: none do. */
function chooseGroups(
  cells: NameCells,
  isHeld: Uint8Array,
  size: number,
): { readonly groups: NameGroups; readonly count: number } | null {
  const held = takeCells(cells, isHeld);
  const kept = takeCells(
    cells,
    isHeld.map((value) => 1 - value),
  );
  const points = embedNames(kept, size, Math.max(...originCounts));
  const counts = { given: countByCode(kept.given, size), surname: countByCode(kept.surname, size) };
  let best: { groups: NameGroups; count: number } | null = null;
  let bestGain = 0;
  let failures = 0;
  for (const count of originCounts) {
    const groups = groupNames(points, counts, count);
    const gain = explain(fitOrigins(kept, groups, count), held);
    failures = gain > bestGain + gainMin ? 0 : failures + 1;
    if (failures === failuresMax) break;
    if (failures > 0) continue;
    best = { groups, count };
    bestGain = gain;
  }
  return best;
}

/**
 * Combinations of names that each stand with names of several initials: the few of one person's records, misspelt and
 * misspelt again, go together whatever their origin.
 */
function keepShared(cells: NameCells, { bytes, offsets, count }: PackedStrings): NameCells {
  const initialsOf = (own: Int32Array, other: Int32Array): Int32Array => {
    const initials = new Int32Array(count);
    own.forEach((code, cell) => {
      initials[code]! |= 1 << (bytes[offsets[other[cell]!]!]! & 31);
    });
    return initials;
  };
  const ofGiven = initialsOf(cells.given, cells.surname);
  const ofSurname = initialsOf(cells.surname, cells.given);
  return takeCells(
    cells,
    Uint8Array.from(cells.given, (code, cell) =>
      countBits(ofGiven[code]!) >= initialsMin && countBits(ofSurname[cells.surname[cell]!]!) >= initialsMin ? 1 : 0,
    ),
  );
}

/** The first letters of both names: slips mostly come later, so that what one person's name was misspelt as is held out together. */
function startOf({ bytes, offsets }: PackedStrings, given: number, surname: number): number {
  const lettersOf = (code: number): number => {
    const from = offsets[code]!;
    return bytes[from]! * 256 + (offsets[code + 1]! - from > 1 ? bytes[from + 1]! : 0);
  };
  return lettersOf(given) * 65536 + lettersOf(surname);
}

/** Mean natural log of how much likelier combinations are than if names were independent. */
function explain(origins: Origins, cells: NameCells): number {
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    sum += Math.log(dependenceOf(origins, cells.given[cell]!, cells.surname[cell]!));
  }
  return sum / cells.count;
}
