// Whole names as hashes, for what namesakes show before anything is compared; where there are no names, all codes together.
import { hashText, mixBits } from "../../shared/hashText.ts";
import { plainText } from "../../shared/plainText.ts";
import type { Column } from "../read/recordTable.ts";
import type { FieldPlan } from "./fieldPlan.ts";
import { findPlannedColumns, type PlannedTable } from "./plannedColumn.ts";
import { foldText } from "./values/foldText.ts";

/** Whole names that are looked at, a sample by the name, so that a name is looked at everywhere or nowhere. */
const namesMax = 200_000;

/** Per record a hash of its whole name, the same in whatever order its words stand; 0 where it has but one word, or is not looked at. */
export function hashNames(names: FieldPlan, table: PlannedTable & { readonly recordCount: number }): Int32Array {
  const sums = new Int32Array(table.recordCount);
  const words = new Uint8Array(table.recordCount);
  for (const { column, plan, isPlaceholder } of findPlannedColumns(names, table)) {
    if (plan.type === "nameSuffix" || plan.type === "middleName") continue;
    const { sum, count: counts } = hashWords(column, isPlaceholder);
    for (let record = 0; record < sums.length; record += 1) {
      const code = column.codes[record]!;
      if (code < 0) continue;
      sums[record] = (sums[record]! + sum[code]!) | 0;
      words[record]! += counts[code]!;
    }
  }
  const limit = Math.min(1, namesMax / table.recordCount) * 4294967296;
  for (let record = 0; record < sums.length; record += 1) {
    if (words[record]! < 2 || mixBits(sums[record]!) >= limit) sums[record] = 0;
  }
  return sums;
}

/** Fewer codes make too many alike. */
const codesMin = 4;
const codeKinds: ReadonlySet<FieldPlan["kind"]> = new Set(["code", "sex", "town", "postcode"]);

/** Per record a hash of all its codes, for files without names; null where there are few. What is missing counts as a value. */
export function hashCodes(
  plans: readonly FieldPlan[],
  table: PlannedTable & { readonly recordCount: number },
): Int32Array | null {
  const coded = plans.filter(({ kind }) => codeKinds.has(kind));
  if (coded.length < codesMin) return null;
  const hashes = new Int32Array(table.recordCount).fill(1);
  for (const { column, isPlaceholder } of coded.flatMap((plan) => findPlannedColumns(plan, table))) {
    const { values } = column;
    const byCode = Int32Array.from({ length: values.count }, (_, code) =>
      isPlaceholder[code] ? 0 : hashText(foldText(plainText(values.at(code)))),
    );
    for (let record = 0; record < hashes.length; record += 1) {
      const code = column.codes[record]!;
      hashes[record] = mixBits((hashes[record]! + (code < 0 ? 0 : byCode[code]!)) | 0);
    }
  }
  return hashes;
}

/** Per value the sum of its words' hashes, and how many there are, to 15. */
function hashWords({ values }: Column, isPlaceholder: Uint8Array): { sum: Int32Array; count: Uint8Array } {
  const sum = new Int32Array(values.count);
  const counts = new Uint8Array(values.count);
  for (let code = 0; code < values.count; code += 1) {
    if (isPlaceholder[code]) continue;
    const words = foldText(plainText(values.at(code)))
      .split(" ")
      .filter((word) => word !== "");
    for (const word of words) sum[code] = (sum[code]! + hashText(word)) | 0;
    counts[code] = Math.min(15, words.length);
  }
  return { sum, count: counts };
}
