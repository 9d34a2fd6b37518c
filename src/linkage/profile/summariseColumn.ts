// Counts the values of one column and takes a sample of distinct ones that does not depend on the order of rows:
// the dictionary is sorted by bytes, so every k-th code is as good as a random draw and always the same.
import { plainText } from "../../shared/plainText.ts";
import type { Column } from "../read/recordTable.ts";
import { foldText } from "./foldText.ts";

export interface SampledValue {
  readonly code: number;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  readonly count: number;
}

export interface ColumnSummary {
  readonly name: string;
  readonly column: Column;
  readonly recordCount: number;
  readonly filledCount: number;
  readonly distinctCount: number;
  /** Records per dictionary code. */
  readonly counts: Uint32Array;
  /** Deterministic sample of distinct values that are not placeholders, with their counts. */
  readonly sample: readonly SampledValue[];
  /** Sum of the counts in `sample`. */
  readonly sampleWeight: number;
  /** Codes of values that stand for "unknown", ascending. */
  readonly placeholderCodes: readonly number[];
}

/** Longer values are cut while profiling: nothing that tells types apart stands beyond. */
const sampledLengthMax = 240;
const sampleSizeMax = 8000;

/** Records per dictionary code of a column. */
export function countCodes(column: Column): Uint32Array {
  const counts = new Uint32Array(column.values.count);
  const { codes } = column;
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record]!;
    if (code >= 0) counts[code]! += 1;
  }
  return counts;
}

/** Summary of a column without the values in `placeholderCodes` (ascending dictionary codes). */
export function summariseColumn(
  column: Column,
  counts: Uint32Array,
  placeholderCodes: readonly number[],
): ColumnSummary {
  const ignored = new Set(placeholderCodes);
  const used: number[] = [];
  let filledCount = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code]!;
    if (count === 0 || ignored.has(code)) continue;
    used.push(code);
    filledCount += count;
  }
  const step = Math.max(1, used.length / sampleSizeMax);
  const sample: SampledValue[] = [];
  let sampleWeight = 0;
  for (let position = 0; position < used.length; position += step) {
    const code = used[Math.floor(position)]!;
    const count = counts[code]!;
    const text = plainText(column.values.at(code).trim().slice(0, sampledLengthMax));
    const folded = foldText(text);
    sample.push({ code, text, folded, words: folded === "" ? [] : folded.split(" "), count });
    sampleWeight += count;
  }
  return {
    name: column.name,
    column,
    recordCount: column.codes.length,
    filledCount,
    distinctCount: used.length,
    counts,
    sample,
    sampleWeight,
    placeholderCodes,
  };
}

/** Share (0 … 1) of filled records, as far as sampled, whose value fits `claim`. */
export function shareOf(summary: ColumnSummary, claim: (value: SampledValue) => boolean): number {
  if (summary.sampleWeight === 0) return 0;
  let weight = 0;
  for (const value of summary.sample) if (claim(value)) weight += value.count;
  return weight / summary.sampleWeight;
}
