// Origins of names from the records alone: how many there are is what explains combinations best that were held out.
import { mixBits } from "../../shared/hashText.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import { embedNames } from "./embedNames.ts";
import { dependenceOf, fitOrigins, type Origins } from "./fitOrigins.ts";
import { groupNames } from "./groupNames.ts";
import { countByCode, listNameCells, type NameCells, takeCells } from "./nameCells.ts";

/** Rows looked at for what origins there are. */
const rowsMax = 100_000;
/** Combinations below which no origins are looked for. */
const cellsMin = 1000;
const originCounts = [2, 4, 8, 12, 16];
/** Share of the combinations held out. */
const heldOut = 0.2;
/** Natural log a combination held out by which an origin more must explain it better. */
const gainMin = 0.01;

/** Null where names have no origins to tell, or there are too few combinations to tell them. */
export function learnOrigins(records: StandardRecords): Origins | null {
  const field = records.fields.find((candidate) => candidate.kind === "name");
  if (field === undefined || field.given === null || field.surname === null) return null;
  const cells = listNameCells(records, field, rowsMax);
  if (cells.count < cellsMin) return null;
  const size = field.dictionary.strings.count;
  const isKept = Uint8Array.from({ length: cells.count }, (_, cell) =>
    mixBits(cell ^ 0x3ad8025f) < heldOut * 4294967296 ? 0 : 1,
  );
  const kept = takeCells(cells, isKept);
  const held = takeCells(
    cells,
    isKept.map((value) => 1 - value),
  );
  const points = embedNames(kept, size, Math.max(...originCounts));
  const counts = { given: countByCode(kept.given, size), surname: countByCode(kept.surname, size) };
  let best = 0;
  let bestGain = 0;
  for (const count of originCounts) {
    const gain = explain(fitOrigins(kept, groupNames(points, counts, count), count), held);
    if (gain > bestGain + gainMin) {
      best = count;
      bestGain = gain;
    } else if (best > 0) break;
  }
  if (best === 0) return null;
  const isSample = records.recordCount > rowsMax;
  const all = isSample ? listNameCells(records, field, records.recordCount) : cells;
  return fitOrigins(cells, groupNames(points, counts, best), best, all);
}

/** Mean natural log of how much likelier combinations are than if names were independent. */
function explain(origins: Origins, cells: NameCells): number {
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    sum += Math.log(dependenceOf(origins, cells.given[cell]!, cells.surname[cell]!));
  }
  return sum / cells.count;
}
