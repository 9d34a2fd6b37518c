// Whether records of different sources are filled alike. Where one has years for birth dates or no nationality, strangers between
// sources look as no two strangers within one do, and these say nothing of those.
import type { Field, Slot, StandardRecords } from "../standardise/standardRecords.ts";

/** Most that the shares of two sources with a value may lie apart. */
const apartMax = 0.1;

export function areSourcesAlike(records: StandardRecords): boolean {
  const rows = new Float64Array(records.sourceCount);
  for (const source of records.sourceOf) rows[source]! += 1;
  return records.fields.every((field) =>
    fillings(field).every(({ slot, isFilled }) => {
      const filled = new Float64Array(records.sourceCount);
      for (let row = 0; row < records.recordCount; row += 1) {
        const code = records.cells[row * records.stride + slot.position]!;
        if (code >= 0 && isFilled(code)) filled[records.sourceOf[row]!]! += 1;
      }
      const shares = filled.map((count, source) => count / Math.max(1, rows[source]!)).filter((_, s) => rows[s]! > 0);
      return Math.max(...shares) - Math.min(...shares) <= apartMax;
    }),
  );
}

interface Filling {
  readonly slot: Slot;
  /** Whether a value says all that one of its kind can. */
  readonly isFilled: (code: number) => boolean;
}

function fillings(field: Field): Filling[] {
  if (field.kind === "date") {
    return [
      { slot: field.slot, isFilled: () => true },
      { slot: field.slot, isFilled: (code) => field.dates[code]! % 100 !== 0 },
    ];
  }
  if (field.kind !== "name") return [{ slot: field.slot, isFilled: () => true }];
  const { offsets } = field.dictionary.strings;
  const isWord = (code: number): boolean => offsets[code + 1]! - offsets[code]! > 1;
  return [field.given, field.middle, field.surname].flatMap((slot) =>
    slot === null
      ? []
      : [
          { slot, isFilled: () => true },
          { slot, isFilled: isWord },
        ],
  );
}
